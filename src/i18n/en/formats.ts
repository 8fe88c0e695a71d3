import type { formats as ja } from '../ja/formats.ts';

/** What pages say about machine-readable formats in English. */
export const formats: typeof ja = {
  action: 'Machine-readable',
  lead: 'The same content for tools, in these formats.',
  explained: 'About these formats',
  jvnrss: 'JVNRSS',
  names: {
    json: 'JSON',
    csaf: 'CSAF 2.0',
    'csaf-vex': 'CSAF 2.0 VEX',
    'csaf-2.1': 'CSAF 2.1 (experimental)',
    openvex: 'OpenVEX',
    osv: 'OSV',
    cve: 'CVE record',
    vuldef: 'VULDEF',
  },
  heading: 'Machine-readable formats of each advisory',
  formatsLead:
    'The page of each advisory offers these files under “Machine-readable”. All are made from the same text as the page. What a format cannot express is left out rather than written in a wrong way.',
  columns: { format: 'Format', purpose: 'For', limits: 'Conditions and omissions', example: 'Example' },
  newest: 'The newest',
  count: (count, total) => `${count} of ${total} advisories`,
  purposes: {
    json: 'Every field of the advisory and its text in all languages, in one file.',
    csaf: 'Exchange with vulnerability management tools and PSIRTs, in the international standard; one document per language.',
    'csaf-vex': 'Deciding by program whether a product is affected, from the answers of vendors.',
    'csaf-2.1': 'Preparing tools for the next version of CSAF.',
    openvex: 'Telling scanners of SBOMs and containers what is affected and what is not.',
    osv: 'Matching versions of packages that a project depends on.',
    cve: 'The CNA container, ready for CVE Services.',
    vuldef: 'Tools that read the VULDEF of JVN.',
  },
  limits: {
    json: 'Nothing.',
    csaf: 'Scores of CVSS v4.0, and CWE categories, which are no weaknesses; notes in the document tell both.',
    'csaf-vex':
      'Advisories without an answer of a vendor, with several vulnerabilities of which one has no CVE, or withdrawn.',
    'csaf-2.1': 'The standard is not finished, so these files may change without notice.',
    openvex: 'Advisories without an answer of a vendor.',
    osv: 'Made only for advisories with a package URL or a range of Git commits, and with an English text.',
    cve: 'Made only for CVEs that this site’s own CNA assigned, and with an English text.',
    vuldef:
      'Scores of CVSS v4.0, and what the format has no field for: fixed versions, and vendors’ statuses for single CVEs.',
  },
  groups: {
    csaf: 'CSAF provider',
    api: 'Static API and bulk files',
  },
  groupLeads: {
    csaf: 'As a provider of CSAF 2.0, this site lists its documents and their changes here. Each document has a SHA-256 and a SHA-512 digest beside it.',
    api: 'Digests and times tell for every file whether it changed since you last took it. JSON Schemas say what each field means.',
  },
  files: {
    metadata: { name: 'Provider metadata', purpose: 'The address to enter into CSAF tools.' },
    feed: { name: 'ROLIE feed', purpose: 'Address, digests and time of every document.' },
    changes: { name: 'changes.csv', purpose: 'When each document changed, the latest first.' },
    index: { name: 'index.txt', purpose: 'The file names of all documents.' },
    folder: { name: 'Folders', purpose: 'Pages for finding documents in a browser.' },
    experimental: {
      name: 'Provider metadata of CSAF 2.1',
      purpose: 'A version that is not finished; experimental.',
    },
    api: { name: 'Index of the API', purpose: 'Leads to lists by month, year, vendor, product and CVE.' },
    checksum: {
      name: 'checksum.txt',
      purpose: 'Digests and times of feeds, tables and archives, in the shape of MyJVN’s.',
    },
    osv: { name: 'List of OSV records', purpose: 'Identifier and time of every OSV record.' },
    schema: { name: 'JSON Schema of advisory.json', purpose: 'What each field of an advisory’s JSON means.' },
  },
  archives: {
    heading: 'Archives by year of publication (ZIP)',
    contents: { advisories: 'All fields as JSON (advisory.json)', csaf: 'CSAF 2.0 documents' },
    year: (year) => `${year}`,
    count: (count) => `${count}`,
  },
  step: 'Fetching only what changed',
  steps: [
    'Fetch the index of the API (index.json). It holds a list of changes for each month, with its digest.',
    'Fetch only the months whose digest is another than before. Each names the advisories that changed last in that month, with the digest of every file.',
    'Fetch only the files whose digest is another than before, and check their SHA-256 before you replace yours.',
  ],
  stepClient:
    'An example program that does just this is part of Kairan’s source, at scripts/examples/mirror.mjs. For CSAF alone, read changes.csv from its top down to the time of your last visit.',
  promise:
    'Addresses below /api/v1/ and those of single advisories do not change, and neither does the meaning of a field. Fields and formats may be added, so ignore those that you do not know.',
};
