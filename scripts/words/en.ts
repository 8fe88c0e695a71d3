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
  npm run screenshots  takes pictures of every type of page into screenshots/
  npm run generate     writes derived files, such as schemas, again
  npm run bench        measures speed

Environment: CONTENT_DIR OUT_DIR SITE_URL SOURCE_DATE_EPOCH PORT LANG`,
  seeHelp: 'All commands: npm run build -- --help',
  usage: {
    'unknown-command': (value) => `There is no command “${value}”.`,
    'unknown-argument': (value) => `The argument “${value}” is not known here.`,
    'missing-value': (value) => `${value} needs a value.`,
    port: (value) => `A port is a whole number from 0 to 65535: ${value}`,
    'source-date-epoch': (value) =>
      `SOURCE_DATE_EPOCH must be seconds since 1970, a whole number from 0: ${value}`,
    'site-url': (value) =>
      `SITE_URL must be an address without a path, such as https://example.org: ${value}`,
    'content-dir': (value) => `CONTENT_DIR is not a folder: ${value}`,
    'out-dir': (value) =>
      `OUT_DIR holds files that are not this site's output; nothing was overwritten: ${value}`,
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
