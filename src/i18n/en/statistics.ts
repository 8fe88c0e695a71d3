import type { LedgerSeries } from '#domain/statistics-ledger.ts';
import type { statistics as japanese } from '../ja/statistics.ts';

const number = (value: number) => value.toLocaleString('en-US');
const advisories = (count: number) => (count === 1 ? '1 advisory' : `${number(count)} advisories`);
const days = (count: number) => (Math.abs(count) === 1 ? `${count} day` : `${number(count)} days`);

const series: Record<LedgerSeries, readonly [one: string, more: string]> = {
  received: ['report received', 'reports received'],
  accepted: ['report accepted', 'reports accepted'],
  refused: ['report refused', 'reports refused'],
  handled: ['case closed', 'cases closed'],
  corrected: ['correction', 'corrections'],
};
const namesOf = (of: LedgerSeries, count = 0) => series[of][count === 1 ? 0 : 1];
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What the statistics say in English. */
export const statistics: typeof japanese = {
  title: 'Statistics',
  description:
    'Numbers about published advisories and about reports that came in, by quarter, with tables and CSV files.',
  number,
  unknown: '—',
  parts: { software: 'Software', website: 'Websites', total: 'Total' },
  preliminary: 'preliminary',
  preliminaryNote: 'A quarter marked “preliminary” is not over yet; its numbers may grow.',
  asOf: (day) => `Counted from what was published until ${day}.`,
  asOfNothing: 'Nothing has been published yet.',
  counted: (count) =>
    `Advisories are counted in the quarter of their publication, in the time zone of the site. Withdrawn ones are left out${count > 0 ? ` (${number(count)})` : ''}. Figures and tables show the latest twelve quarters; CSV files hold all of them.`,
  unknownNote: '0 means none; “—” means not known.',
  headlines: 'Main numbers',
  published: (quarter) => `Advisories published in ${quarter}`,
  fixRate: 'With a fix at publication, latest twelve quarters',
  receivedAll: (day) => `Reports received until ${day}`,
  rate: (day) => `Reports per business day until ${day}`,
  items: number,
  share: (part, all) => `${percent(part, all)} (${number(part)} of ${number(all)})`,
  more: (than, difference) => `${number(difference)} more than ${than}`,
  fewer: (than, difference) => `${number(difference)} fewer than ${than}`,
  same: (than) => `as many as ${than}`,
  before: (quarter, value) => `${value} in ${quarter}`,
  noComparison: 'No earlier number to compare with',
  advisories: 'From published advisories',
  reports: 'From reports on notifications',
  noLedgers: 'No numbers of reports have been entered yet.',
  daysNote: 'Days are shown here as soon as the timeline of an advisory tells when the report was accepted.',
  csv: 'This table as CSV',
  sources: 'Sources',
  sourceOf: (quarter) => `Source for ${quarter}`,
  publishedOn: (day) => `published on ${day}`,
  method: 'How it is counted',
  rateMethod: (since) =>
    `Reports per business day are all reports so far by the business days from ${since} to the last day of the quarter. Weekends, national holidays of Japan, and 29 December to 3 January are no business days.`,
  methods: [
    'Quarters are those of the calendar year; January to March are the first.',
    'Severity is that of the highest CVSS base score of an advisory, where each vulnerability counts by its newest version of CVSS. Without a score it is “unrated”.',
    'Days from acceptance to publication are counted only for advisories that tell the day of acceptance. Shown are the median and the number of days that nine in ten do not exceed.',
    '“Fix at publication” means that a fix was stated for every affected product when the advisory appeared.',
    'Numbers of reports are those of the documents named as sources. Every build checks that parts sum to totals and that cumulative numbers follow.',
    'Entries of unreachable developers are counted by the day of their listing and that of the answer. Where an answered entry kept no day of listing, quarters in which it may have come say “—”; an entry whose file was deleted is not counted.',
  ],
  json: 'The same numbers are available as JSON.',
  exploitsLink: 'Days from publication to exploitation',
  columns: {
    quarter: 'Quarter',
    total: 'Total',
    weakness: 'CWE',
    name: 'Name',
    advisories: 'Advisories',
    vendors: 'Vendors',
    told: 'Day of acceptance told',
    median: 'Median (days)',
    p90: '90th percentile (days)',
    rate: 'Per business day',
    listed: 'Newly listed',
    answered: 'Answered',
    standing: 'Listed at the end',
  },
  fixes: {
    'at-publication': 'Fix at publication',
    later: 'Fix later',
    none: 'No fix stated',
    unknown: 'Time not known',
  },
  vendorGroup: (from, to) => {
    if (to === undefined) return `${from} or more`;
    return from === to ? String(from) : `${from} to ${to}`;
  },
  empty: 'Nothing was published in the latest twelve quarters.',
  findings: {
    families: (quarter, count) => `${advisories(count)} published in ${quarter}`,
    severity: (high, all) =>
      `${number(high)} of ${advisories(all)} (${percent(high, all)}) have CVSS 7.0 or more`,
    weaknesses: (id, count) => `The commonest weakness is ${id}, in ${advisories(count)}`,
    noWeaknesses: 'No weakness (CWE) is stated',
    vendors: (single, all) => `${number(single)} of ${advisories(all)} concern one vendor alone`,
    days: (median, p90) =>
      `From acceptance to publication: half within ${days(median)}, nine in ten within ${days(p90)}`,
    noDays: 'Days from acceptance to publication are not known',
    fix: (part, all) =>
      `${number(part)} of ${advisories(all)} (${percent(part, all)}) had a fix when published`,
    counts: {
      quarter: (quarter, of, count) => `${number(count)} ${namesOf(of, count)} in ${quarter}`,
      cumulative: (day, of, count) => `${number(count)} ${namesOf(of, count)} until ${day}`,
    },
    rate: (day, rate) => `${rate} reports per business day until ${day}`,
    unreachable: (count) =>
      `${number(count)} ${count === 1 ? 'developer is' : 'developers are'} listed as unreachable`,
  },
  titles: {
    families: 'Advisories by quarter',
    severity: 'Severity',
    weaknesses: 'Weaknesses (CWE)',
    vendors: 'Vendors per advisory',
    days: 'Days from acceptance to publication',
    fix: 'Fix at publication',
    counts: {
      quarter: (of) => `${capitalized(namesOf(of))} by quarter`,
      cumulative: (of) => `All ${namesOf(of)}`,
    },
    rate: 'Reports per business day',
    unreachable: 'Unreachable developers',
  },
  summary: (title, rows) =>
    `Figure: ${title}. Its ${rows === 1 ? 'one row is' : `${number(rows)} rows are`} also in the table that follows.`,
  exploits: {
    title: 'Days from publication to exploitation',
    description:
      'Days from the publication of a vulnerability to the first exploit code and the first observed attack, in documents and in the advisories of this site.',
    lead: 'Once a vulnerability and its fix are published, others begin to look for ways to exploit it. The less time there is, the more urgent it is to update.',
    documented: 'Recorded in documents',
    noneDocumented: 'No documented examples have been entered yet.',
    fromHere: 'From the advisories of this site',
    noneHere: 'No advisory tells yet when exploit code was published or an attack was observed.',
    finding: (sooner, all) =>
      `${number(sooner)} of ${advisories(all)} that tell so were exploited by the day of publication`,
    columns: {
      id: 'Identifier',
      published: 'Published',
      exploit: 'Exploit code',
      toExploit: 'Days to exploit code',
      attack: 'Attack observed',
      toAttack: 'Days to attack',
      what: 'Name of the attack',
    },
    marks: ['Exploit code published', 'Attack observed'],
    days,
    unknownNote:
      '“—” means that the day is not known. The vertical line in the figure is the day of publication.',
    mostNote: (count) => `The figure shows the newest ${number(count)}; the CSV file holds all.`,
    ofAdvisory: 'From publication to exploitation',
    ofAdvisorySummary: (told) => `Figure in days from the publication. ${told}.`,
    toExploit: (told) => `Exploit code: ${told}`,
    toAttack: (told) => `attack observed: ${told}`,
  },
};

function percent(part: number, all: number): string {
  return all === 0 ? '—' : `${Math.round((part * 100) / all)}%`;
}
