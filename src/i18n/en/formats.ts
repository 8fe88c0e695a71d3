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
  columns: { format: 'Format', purpose: 'For', limits: 'Leaves out', example: 'Example' },
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
    vuldef: 'What the format has no field for, such as the changes of each revision.',
  },
};
