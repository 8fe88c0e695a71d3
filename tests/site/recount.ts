import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import calculators from 'ae-cvss-calculator';
import { parse } from 'yaml';

/*
 * The statistics of a site, counted again from the files of its content alone. Nothing of `src/` is used, so that a
 * mistake there cannot make the same mistake here.
 */

type Tally = Partial<Record<'software' | 'website' | 'total', string>>;
type Series = Partial<Record<'quarter' | 'cumulative', Tally>>;

interface Front {
  id: string;
  publishedAt: string;
  state?: string;
  timeline?: { event: string; on: string }[];
  vulnerabilities?: { cve?: string; cwe?: string[]; cvss?: string[] }[];
  vendors?: { vendor: string }[];
  affected?: { vendor: string; fixed?: string[] }[];
  revisions: { at: string; changes?: { part: string }[] }[];
}

export interface RawLedger extends Partial<
  Record<'received' | 'accepted' | 'refused' | 'handled' | 'corrected', Series>
> {
  quarter: string;
  perBusinessDay?: string;
}

export interface RawSite {
  timezone: string;
  languages: string[];
  families: { prefix: string; path: string; pattern: string }[];
}

export interface RawStudy {
  vulnerabilities: {
    id: string;
    publishedOn: string;
    exploitOn?: string;
    attackOn?: string;
    attack?: string;
  }[];
}

const read = (folder: string, file: string): unknown =>
  parse(readFileSync(path.join(folder, file), 'utf8'), { schema: 'failsafe' });
const list = (folder: string, pattern: string): string[] => globSync(pattern, { cwd: folder }).toSorted();

export const readSite = (folder: string): RawSite => read(folder, 'site.yaml') as RawSite;

export function readLedgers(folder: string): RawLedger[] {
  return list(folder, 'statistics/*-Q*.yaml')
    .map((file) => ({ ...(read(folder, file) as RawLedger), quarter: path.basename(file, '.yaml') }))
    .toReversed();
}

export function readStudies(folder: string): RawStudy[] {
  const [file] = list(folder, 'statistics/exploits.yaml');
  return file === undefined ? [] : (read(folder, file) as { studies: RawStudy[] }).studies;
}

/** Entries of the list of unreachable developers: their days alone. */
export function readEntries(folder: string): { stages?: { listed: string }; answeredOn?: string }[] {
  return list(folder, 'unreachable/*.yaml').map((file) => read(folder, file) as object);
}

/** What one advisory that is public adds to every table. */
export function readAdvisories(folder: string, now: string) {
  const { timezone, families } = readSite(folder);
  return list(folder, 'advisories/*/*.md')
    .filter((file) => !/\.[a-z]{2}\.md$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8').split(/^---$/m)[1] ?? '')
    .map((front) => parse(front, { schema: 'failsafe' }) as Front)
    .filter(({ publishedAt }) => Date.parse(publishedAt) <= Date.parse(now))
    .map((front) => ({
      id: front.id,
      isWithdrawn: front.state === 'withdrawn',
      publishedAt: Date.parse(front.publishedAt),
      publishedOn: dayIn(front.publishedAt, timezone),
      family: families.find(({ prefix, pattern }) => new RegExp(`^${prefix}(?:${pattern})$`).test(front.id))
        ?.path,
      severity: severityOf(front),
      weaknesses: [...new Set((front.vulnerabilities ?? []).flatMap(({ cwe = [] }) => cwe))],
      vendors: new Set([...(front.vendors ?? []), ...(front.affected ?? [])].map(({ vendor }) => vendor))
        .size,
      fix: fixOf(front, dayIn(front.publishedAt, timezone), now),
      acceptedOn: firstDay(front, 'accepted'),
      exploitOn: firstDay(front, 'exploit-published'),
      attackOn: firstDay(front, 'attack-observed'),
    }));
}

export function dayIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment));
}

export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** From the first of some quarters to the present one, the latest first. */
export function quartersBack(some: readonly string[], present: string): string[] {
  const first = [present, ...some].toSorted()[0] ?? present;
  const found = [first];
  while ((found[0] ?? present) < present) {
    const [year, number] = (found[0] ?? '').split('-Q').map(Number);
    found.unshift(number === 4 ? `${(year ?? 0) + 1}-Q1` : `${year}-Q${(number ?? 0) + 1}`);
  }
  return found;
}

export function lastDayOf(quarter: string): string {
  const end = Date.UTC(Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3, 0);
  return new Date(end).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string | undefined): string {
  return to === undefined ? '' : String((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function firstDay({ timeline = [] }: Front, wanted: string): string | undefined {
  return timeline.flatMap(({ event, on }) => (event === wanted ? [on] : [])).toSorted()[0];
}

function fixOf(front: Front, publishedOn: string, now: string): string {
  const released = firstDay(front, 'fix-released');
  if (released !== undefined) return released <= publishedOn ? 'at-publication' : 'later';
  const { affected = [], revisions } = front;
  if (affected.length === 0 || affected.some(({ fixed = [] }) => fixed.length === 0)) return 'none';
  const later = revisions.slice(1).filter(({ at }) => Date.parse(at) <= Date.parse(now));
  const mayHave = later.some(({ changes }) => !changes || changes.some(({ part }) => part === 'affected'));
  return mayHave ? 'unknown' : 'at-publication';
}

/** The word for the worst of what each vulnerability shows: the worst score of its newest version. */
function severityOf({ vulnerabilities = [] }: Front): string {
  const shown = vulnerabilities.flatMap(({ cvss = [] }) => {
    const scored = cvss.map(scoreOf);
    const newest = scored
      .map(({ version }) => version)
      .toSorted()
      .at(-1);
    return scored.filter(({ version }) => version === newest);
  });
  const [worst] = shown.toSorted((a, b) => b.score - a.score || b.version.localeCompare(a.version));
  if (worst === undefined) return 'unscored';
  const { score, version } = worst;
  if (version === '2.0') return score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
  return (
    ['critical', 'high', 'medium', 'low', 'none'][[9, 7, 4, 0.1, 0].findIndex((least) => score >= least)] ??
    ''
  );
}

const CALCULATORS = {
  '3.0': calculators.Cvss3P0,
  '3.1': calculators.Cvss3P1,
  '4.0': calculators.Cvss4P0,
} as const;

function scoreOf(vector: string): { version: string; score: number } {
  const version = /^CVSS:(\d\.\d)/.exec(vector)?.[1] ?? '2.0';
  const Calculator = version === '2.0' ? calculators.Cvss2 : CALCULATORS[version as keyof typeof CALCULATORS];
  return { version, score: new Calculator(vector).calculateScores().base ?? 0 };
}
