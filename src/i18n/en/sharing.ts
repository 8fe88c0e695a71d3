import type { sharing as ja } from '../ja/sharing.ts';

/** What pages say of themselves to other programs and in their footer, in English. */
export const sharing: typeof ja = {
  picture: {
    site: 'Vulnerability advisories',
    label: 'CVSS severity',
    severity: (level) => `CVSS severity: ${level}`,
  },
  correction: {
    link: 'Report a mistake on this page',
    subject: (page) => `[${page}] A mistake on the page`,
    body: (url) => `Page: ${url}\n\nWhat is wrong:\n\nWhat is right, and where that can be read:\n`,
    never: 'Please do not write about vulnerabilities that are not public yet.',
    instead: 'How to report one',
  },
  buildRecord: { term: 'Build record', link: 'When this site was built (JSON)' },
  untranslated: 'The page you came from has no English version. You see this page instead.',
};
