import type { ja } from './ja.ts';

/** What the command line says, in English. */
export const en: typeof ja = {
  help: `Usage: npm run <command> [-- arguments]

  npm start            installs what is missing, builds the site and serves it on this machine
  npm test             runs every check and every test
  npm run build        builds the site from content/ into dist/ (--no-search leaves the search index out,
                       --no-formats the machine-readable formats)
  npm run dev          shows the site while you edit, unpublished advisories included and marked (--port)
  npm run preview      serves dist/ on this machine (--port)
  npm run check        checks the content (--format human|github|json)
                       --base <ref>      also what has changed since this branch left <ref>, such as main
                       --explain <code>  tells more about one code, such as ADV001
  npm run case -- <verb>  coordinates a case, from report to publication (npm run case -- help)
  npm run import -- <format> <path…> --out <folder>  brings advisories of another system in (npm run import -- help)
  npm run sign         signs the CSAF documents in dist/ with CSAF_SIGNING_KEY (--check only verifies)
  npm run screenshots  takes pictures of every type of page into screenshots/
  npm run generate     writes derived files, such as schemas, again
  npm run bench        measures speed

Environment: CONTENT_DIR OUT_DIR SITE_URL SOURCE_DATE_EPOCH PORT LANG
             CSAF_SIGNING_KEY CSAF_SIGNING_PASSPHRASE`,
  seeHelp: 'All commands: npm run build -- --help',
  usage: {
    'unknown-command': (value) => `There is no command “${value}”.`,
    'unknown-verb': (value) => `There is no verb “${value}”.`,
    'missing-word': (value) => `“${value}” needs the code of a case or another word behind it.`,
    'unknown-argument': (value) => `The argument “${value}” is not known here.`,
    'missing-value': (value) => `${value} needs a value.`,
    port: (value) => `A port is a whole number from 0 to 65535: ${value}`,
    'source-date-epoch': (value) =>
      `SOURCE_DATE_EPOCH must be seconds since 1970, a whole number from 0: ${value}`,
    'site-url': (value) =>
      `SITE_URL must be an address without a path, such as https://example.org: ${value}`,
    'content-dir': (value) => `CONTENT_DIR is not a folder: ${value}`,
    'unreachable-dir': (value) => `UNREACHABLE_DIR is not a folder: ${value}`,
    'out-dir': (value) =>
      `OUT_DIR holds files that are not this site's output; nothing was overwritten: ${value}`,
  },
  signatures: {
    key: {
      missing: () =>
        'CSAF_SIGNING_KEY is not set. Put an OpenPGP private key in ASCII armour into it. Nothing was changed.',
      unreadable: () =>
        'CSAF_SIGNING_KEY cannot be read as an OpenPGP key. Put everything from “-----BEGIN PGP PRIVATE KEY BLOCK-----” to the line “-----END …” into it, line ends included.',
      several: (count) => `CSAF_SIGNING_KEY holds ${count} keys. Put only the one in that signs.`,
      public: () =>
        'CSAF_SIGNING_KEY is a public key. Signing needs the private one, as gpg --armor --export-secret-keys gives it.',
      version: (version) =>
        `CSAF_SIGNING_KEY is a key of version ${version}. What GnuPG and other common readers understand is version 4.`,
      algorithm: (name) =>
        `CSAF_SIGNING_KEY is of the algorithm ${name}. Take RSA (2048 bits or more) or Ed25519 in its older form (EdDSA): every reader understands them and they give the same signature each time.`,
      weak: (bits) => `CSAF_SIGNING_KEY is RSA of ${bits} bits, which is too weak. It takes 2048 or more.`,
      revoked: () => 'The key in CSAF_SIGNING_KEY is revoked.',
      expired: (day) =>
        `The key in CSAF_SIGNING_KEY expired on ${day}. Extend it with gpg --quick-set-expire and export it again, or make a new one.`,
      'cannot-sign': () => 'CSAF_SIGNING_KEY holds neither a key nor a subkey that may sign.',
      locked: () =>
        'CSAF_SIGNING_KEY is protected by a passphrase. Put the passphrase into CSAF_SIGNING_PASSPHRASE.',
      passphrase: () => 'CSAF_SIGNING_PASSPHRASE is not the passphrase of CSAF_SIGNING_KEY.',
      'pin-unreadable': (path) =>
        `csaf.publicKey of site.yaml cannot be compared: ${path} in the content cannot be read or is no public key. Put there what gpg --armor --export gives.`,
      'not-pinned': (fingerprint) =>
        `csaf.publicKey of site.yaml names another key, ${fingerprint}. Sign with its private key or, if the key is to change, change the file of the public key too.`,
    },
    tree: {
      'no-provider': (path) =>
        `There is no CSAF to sign: ${path} is missing in OUT_DIR or cannot be read. Run npm run build first.`,
      'no-document': (path) =>
        `${path} cannot be read as a CSAF document. Run npm run build, then sign again.`,
      altered: (path) =>
        `${path} does not match the .sha256 beside it. What has changed since it was built is not signed. Run npm run build, then sign again.`,
      missing: (path) => `${path} is needed and missing. Run npm run build, then sign again.`,
      'other-key': (fingerprint) =>
        `This site is signed with another key, ${fingerprint}. Run npm run build, which gives the unsigned site again, then sign.`,
      unsigned: (path) => `${path} has no signature. Sign with npm run sign.`,
      'bad-signature': (path) =>
        `The signature of ${path} does not hold. Do not publish; run npm run build and npm run sign again.`,
    },
    howToMakeKey: `A new key is made so (for a website without an expiry, or with a late one):
  gpg --quick-gen-key "Organisation <csaf@example.org>" rsa4096 sign never
  gpg --armor --export-secret-keys csaf@example.org`,
    expiresSoon: (day) =>
      `Note: the signing key expires on ${day}. CSAF 2.1 wants signatures to hold for at least 30 days at any time, and better 90. Extend it early.`,
    applyFailed: (message) =>
      `Failed while the signatures were put in place: ${message}\nThe site is right as it is but does not declare its signatures yet. Run npm run sign again.`,
    signed: (count, fingerprint) =>
      `Signed ${count.documents} CSAF documents (${count.made} new signatures, ${count.kept} kept). Key: ${fingerprint}`,
    checked: (documents, fingerprint) =>
      `The signatures of ${documents} CSAF documents are all good. Key: ${fingerprint}`,
  },
  serving: (address) => `The site is served at ${address}\nPress Ctrl-C to stop.`,
  previewOfAuthors: (address) => `Preview for authors, unpublished advisories included: ${address}`,
  nothingToServe: (folder) => `There is no site in ${folder}. Run npm run build first.`,
  portTaken: (port) => `Port ${port} is in use. Choose another one with PORT or --port.`,
  compiling: 'Preparing the templates…',
  compileFailed: (message) =>
    `The templates or the pages of content/pages could not be prepared:\n${message}\nThe previous output is untouched.`,
  renderFailed: (address, message) =>
    `${address} could not be rendered: ${message}\nThe previous output is untouched.`,
  failed: (message) => `Failed: ${message}\nThe previous output is untouched.`,
  applyFailed: (message) =>
    `Failed while the new output was put in place: ${message}\nThe output may hold some of the previous site and some of the new one. Run npm run build again to make it good.`,
  busy: (pid, lock) =>
    `Another build (process ${pid}) writes this output now. Wait until it is done. If no build is running, delete ${lock}.`,
  collision: (path, first, second) =>
    `Two things claim the same place of the site, ${path}:\n  ${first}\n  ${second}\nRename or remove one of them. The previous output is untouched.`,
  reloadFailed: (message) =>
    `The content could not be read again; the preview shows it as it was: ${message}`,
  built: (count, seconds) =>
    `The site is built: ${count.pages} pages, ${count.files} files (${count.changed} written, ${count.kept} kept, ${count.removed} removed) in ${seconds} s`,
  noBrowser: 'No Chromium was found. Install Chromium or Chrome, or name its place in CHROME_PATH.',
  pictured: (count, sheet) => `${count} pictures; all of them side by side: ${sheet}`,
  outcome: { passed: 'passed', failed: 'failed' },
};
