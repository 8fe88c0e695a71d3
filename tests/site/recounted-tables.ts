import { countBusinessDays } from './japanese-business-days.ts';
import {
  dayIn,
  daysBetween,
  lastDayOf,
  quarterOf,
  quartersBack,
  type RawLedger,
  readAdvisories,
  readEntries,
  readLedgers,
  readSite,
  readStudies,
} from './recount.ts';

/** Rows of a table in numbers alone: quarters as `2018-Q4`, with `*` while they are not over, `''` for what is not known. */
export type Rows = string[][];

/** Quarters that pages show, and weaknesses. */
export const SHOWN = 12;
export const NAMED = 10;
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none', 'unscored'];
const FIXES = ['at-publication', 'later', 'none', 'unknown'];
const GROUPS = [0, 1, 2, 3, 4, 5, 10, 50];
export const SERIES = ['received', 'accepted', 'refused', 'handled', 'corrected'] as const;
type Series = (typeof SERIES)[number];
const PARTS = ['software', 'website', 'total'] as const;

type Advisory = ReturnType<typeof readAdvisories>[number];
type Cells = (some: readonly Advisory[]) => string[];

/** All that statistics tell of the files of a folder, every quarter, the newest first. */
export function recount(content: string, now: string) {
  const { families, timezone } = readSite(content);
  const counted = readAdvisories(content, now).filter(({ isWithdrawn }) => !isWithdrawn);
  const present = quarterOf(dayIn(now, timezone));
  const quarters = quartersBack(
    counted.map(({ publishedOn }) => quarterOf(publishedOn)),
    present,
  );
  const shown = counted.filter(({ publishedOn }) =>
    quarters.slice(0, SHOWN).includes(quarterOf(publishedOn)),
  );
  const byQuarter = (cells: Cells): Rows =>
    quarters.map((quarter) => [
      quarter + (quarter === present ? '*' : ''),
      ...cells(counted.filter(({ publishedOn }) => quarterOf(publishedOn) === quarter)),
    ]);
  const divided = (names: readonly string[], nameOf: (one: Advisory) => string | undefined) =>
    byQuarter((some) => [
      ...names.map((name) => count(some, (one) => nameOf(one) === name)),
      String(some.length),
    ]);
  const days = byQuarter(daysOf);
  const ledgers = readLedgers(content);
  const entries = countEntries(content, present);
  const tables: Record<string, Rows> = {
    families: divided(
      families.map(({ path }) => path),
      ({ family }) => family,
    ),
    severity: divided(SEVERITIES, ({ severity }) => severity),
    weaknesses: weaknessesOf(shown),
    vendors: vendorsOf(shown),
    days,
    fix: divided(FIXES, ({ fix }) => fix),
    ...(ledgers.length > 0 && ledgerTables(ledgers)),
    ...(entries.length > 0 && { unreachable: entries }),
  };
  return { counted, present, ledgers, tables, findings: findingsOf(tables, shown) };
}

/** The numbers that the sentence above each table must hold. */
function findingsOf(tables: Record<string, Rows>, shown: readonly Advisory[]): Record<string, string[]> {
  const share = (test: (one: Advisory) => boolean) => {
    const part = Number(count(shown, test));
    return [shown.length, part, Math.round((part * 100) / shown.length)].map(String);
  };
  const newest = (id: string) => tables[id]?.find((row) => row.at(-1) !== '')?.at(-1) ?? '';
  return {
    families: [tables['families']?.[1]?.at(-1) ?? ''],
    severity: share(({ severity }) => severity === 'critical' || severity === 'high'),
    weaknesses: (tables['weaknesses']?.[0] ?? []).map((cell) => cell.replace('CWE-', '')),
    vendors: share(({ vendors }) => vendors === 1).slice(0, 2),
    days:
      tables['days']
        ?.slice(0, SHOWN)
        .find(([, told]) => told !== '0')
        ?.slice(2) ?? [],
    fix: share(({ fix }) => fix === 'at-publication'),
    ...Object.fromEntries(
      Object.keys(tables)
        .filter(
          (id) => id === 'unreachable' || id === 'rate' || SERIES.some((series) => id.startsWith(series)),
        )
        .map((id) => [id, [newest(id)]]),
    ),
  };
}

function count<Each>(all: readonly Each[], test: (each: Each) => boolean): string {
  return String(all.filter(test).length);
}

/** How many tell when they were accepted; the days that half and nine tenths of them do not exceed. */
function daysOf(some: readonly Advisory[]): string[] {
  const known = some
    .filter(({ acceptedOn, publishedOn }) => acceptedOn !== undefined && acceptedOn <= publishedOn)
    .map(({ acceptedOn = '', publishedOn }) => Number(daysBetween(acceptedOn, publishedOn)))
    .toSorted((a, b) => a - b);
  const rank = (share: number) => String(known[Math.ceil(known.length * share) - 1] ?? '');
  return [String(known.length), rank(0.5), rank(0.9)];
}

function weaknessesOf(shown: readonly Advisory[]): Rows {
  return [...new Set(shown.flatMap(({ weaknesses }) => weaknesses))]
    .map((id) => ({ id, number: shown.filter(({ weaknesses }) => weaknesses.includes(id)).length }))
    .toSorted((a, b) => b.number - a.number || Number(a.id.slice(4)) - Number(b.id.slice(4)))
    .map(({ id, number }) => [id, String(number)]);
}

function vendorsOf(shown: readonly Advisory[]): Rows {
  return GROUPS.map((from, place) => [
    String(from),
    count(shown, ({ vendors }) => vendors >= from && vendors < (GROUPS[place + 1] ?? Infinity)),
  ]).filter(([from, number]) => from !== '0' || number !== '0');
}

function ledgerTables(ledgers: readonly RawLedger[]): Record<string, Rows> {
  const rows = (series: Series, span: 'quarter' | 'cumulative') =>
    ledgers.map((ledger) => [ledger.quarter, ...PARTS.map((part) => numberIn(ledger, series, span, part))]);
  const all = SERIES.flatMap((series): [string, Rows][] => [
    [series, rows(series, 'quarter')],
    [`${series}-cumulative`, rows(series, 'cumulative')],
    ...(series === 'received'
      ? [['rate', ledgers.map((ledger) => [ledger.quarter, rateOf(ledger)])] as [string, Rows]]
      : []),
  ]);
  // Of what no ledger tells there is no table.
  return Object.fromEntries(all.filter(([, of]) => of.some(([, ...cells]) => cells.some(Boolean))));
}

/** What is not known is empty; a total may follow from its parts. */
function numberIn(
  ledger: RawLedger,
  series: Series,
  span: 'quarter' | 'cumulative',
  part: (typeof PARTS)[number],
): string {
  const { software, website, total } = ledger[series]?.[span] ?? {};
  if (part !== 'total') return { software, website }[part] ?? '';
  const isSum = software !== undefined && website !== undefined;
  return total ?? (isSum ? String(Number(software) + Number(website)) : '');
}

/** Reports per business day, by the law on holidays. */
export function rateOf(ledger: RawLedger): string {
  const received = numberIn(ledger, 'received', 'cumulative', 'total');
  return received === '' ? '' : (Number(received) / countBusinessDays(lastDayOf(ledger.quarter))).toFixed(2);
}

/** Entries of the list of unreachable developers: who came, who answered, who stands there at the end of a quarter. */
function countEntries(content: string, present: string): Rows {
  const stays = readEntries(content).map(({ stages, answeredOn }) => ({
    from: stages && quarterOf(stages.listed),
    to: answeredOn === undefined ? undefined : quarterOf(answeredOn),
  }));
  const unknown = stays.filter(({ from }) => from === undefined);
  if (stays.length === 0) return [];
  return quartersBack(
    stays.flatMap(({ from, to }) => from ?? to ?? []),
    present,
  ).map((quarter) => [
    quarter + (quarter === present ? '*' : ''),
    unknown.some(({ to = '' }) => to >= quarter) ? '' : count(stays, ({ from }) => from === quarter),
    count(stays, ({ to }) => to === quarter),
    unknown.some(({ to = '' }) => to > quarter)
      ? ''
      : count(stays, ({ from = '9', to = '9' }) => from <= quarter && to > quarter),
  ]);
}

/** Days from publication to exploitation, in the documents and in the advisories themselves. */
export function recountExploits(content: string, now: string): Record<string, Rows> {
  const row = ({ id, publishedOn, exploitOn, attackOn }: Exploited) => [
    ...[id, publishedOn, exploitOn ?? '', daysBetween(publishedOn, exploitOn)],
    ...[attackOn ?? '', daysBetween(publishedOn, attackOn)],
  ];
  const studies = readStudies(content).map(
    ({ vulnerabilities }, place) =>
      [`study-${place + 1}`, vulnerabilities.map((one) => [...row(one), one.attack ?? ''])] as const,
  );
  const own = readAdvisories(content, now)
    .filter((one) => !one.isWithdrawn && (one.exploitOn ?? one.attackOn) !== undefined)
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .map(row);
  return { ...Object.fromEntries(studies), ...(own.length > 0 && { advisories: own }) };
}

interface Exploited {
  id: string;
  publishedOn: string;
  exploitOn?: string | undefined;
  attackOn?: string | undefined;
}
