import type { about as ja } from '../ja/about.ts';

/** What policy and help pages say around their text, in English. */
export const about: typeof ja = {
  updatedOn: 'Last updated',
  contents: 'On this page',
  behind: (own, original) =>
    `This English version (updated ${own}) is older than the original (updated ${original}).`,
  original: 'Read the original',
  link: '(link to this section)',
  securityPolicy: 'Vulnerability policy',
  chapter: (lead) => `Pages of “${lead}”`,
  changes: 'Changes to this page',
  version: (number) => `Version ${number}`,
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  businessDays: (count) => (count === 1 ? '1 business day' : `${count} business days`),
  legend: {
    status: 'Status',
    meaning: 'Meaning',
    level: 'Severity',
    range: 'CVSS v3 and v4 base score',
    statuses: 'Vendor statuses and what they mean',
    levels: 'Severity levels and their CVSS base scores',
    example: 'Example:',
  },
};
