import { z } from 'zod';
import { compareNumbered, compareText } from '#domain/compare-text.ts';
import { schemaMember } from './file-shapes.ts';

const count = z.int().min(0);

const counts = z.strictObject({
  advisories: count.describe('Published and not withdrawn; everything else is counted over these.'),
  withdrawn: count.describe('Published and withdrawn since.'),
  cves: count.describe('Different CVEs.'),
  severity: z
    .strictObject({
      critical: count,
      high: count,
      medium: count,
      low: count,
      none: count,
      unscored: count,
    })
    .describe('Advisories by the severity of their worst CVSS score.'),
  families: z.record(z.string(), count).describe('Advisories by the folder of their family.'),
});

const weaknesses = z
  .array(z.strictObject({ id: z.string().min(1), advisories: z.int().min(1) }))
  .describe('Advisories by CWE, most first.');

const quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .describe('A quarter of the calendar year.');
const day = z.iso.date();
const reportTally = z
  .strictObject({ software: count.optional(), website: count.optional(), total: count.optional() })
  .describe('What is not known is absent.');
const series = z.strictObject({
  quarter: reportTally.optional().describe('In the quarter alone.'),
  cumulative: reportTally.optional().describe('Since the beginning.'),
});
const source = z
  .strictObject({
    title: z.record(z.string(), z.string()).describe('By language.'),
    url: z.url().optional(),
    publishedOn: day.optional(),
  })
  .describe('The document from which the numbers were taken.');

const quarterCounts = z.strictObject({
  quarter,
  advisories: count.describe('Published and not withdrawn.'),
  families: counts.shape.families,
  severity: counts.shape.severity,
  fixes: z
    .strictObject({ 'at-publication': count, later: count, none: count, unknown: count })
    .describe('Since when a fix was stated for every affected product.'),
  days: z
    .strictObject({
      advisories: count.describe('That tell the day of acceptance.'),
      median: count.optional(),
      p90: count.optional().describe('What nine in ten do not exceed.'),
    })
    .describe('Days from the acceptance of the report to the publication.'),
});

const report = z.strictObject({
  quarter,
  source,
  received: series.optional(),
  accepted: series.optional(),
  refused: series.optional(),
  handled: series.optional(),
  corrected: series.optional(),
  perBusinessDay: z
    .number()
    .min(0)
    .optional()
    .describe('Reports per business day since the first day on which reports were taken.'),
});

const exploited = z.strictObject({
  id: z.string().min(1),
  publishedOn: day,
  exploitOn: day.optional().describe('The day on which code that exploits it appeared.'),
  attackOn: day.optional().describe('The day on which an attack was observed.'),
  attack: z.string().optional(),
  source,
});

const unreachableQuarter = z.strictObject({
  quarter,
  listed: count.optional().describe('Entries that came; absent where it is not known of some.'),
  answered: count.describe('Entries whose developer answered.'),
  standing: count.optional().describe('On the list at the end; absent where it is not known of some.'),
});

/** `statistics.json` */
export const statisticsSchema = z
  .strictObject({
    ...schemaMember,
    timezone: z.string().min(1).describe('The zone in which years and months are counted.'),
    total: counts.extend({ weaknesses }),
    years: z
      .array(
        counts.extend({
          year: z.int().describe('The year of publication.'),
          weaknesses,
          months: z
            .array(counts.extend({ month: z.string().regex(/^\d{4}-\d{2}$/) }))
            .describe('Months in which something was published, newest first.'),
        }),
      )
      .describe('Years in which something was published, newest first.'),
    quarters: z.array(quarterCounts).describe('Quarters in which something was published, newest first.'),
    reports: z.array(report).describe('What quarterly reports say of reports that came in, newest first.'),
    unreachable: z
      .array(unreachableQuarter)
      .describe('Quarters of the list of unreachable developers, newest first.'),
    exploits: z.array(exploited).describe('Documented times to exploit.'),
  })
  .describe(
    'How many advisories were published when, of which severity, about which weaknesses; what quarterly reports say; quarters of the list of unreachable developers; documented times to exploit.',
  );

type Statistics = z.infer<typeof statisticsSchema>;
type Counts = z.infer<typeof counts>;

/** What one advisory adds to the statistics. */
export interface Counted {
  /** The day of publication in the site's zone, `YYYY-MM-DD`. */
  publishedOn: string;
  /** The path of its family. */
  family: string;
  withdrawn: boolean;
  /** That of its worst score. */
  severity?: Exclude<keyof Counts['severity'], 'unscored'>;
  cves: readonly string[];
  /** Identifiers of the CWE catalogue. */
  weaknesses: readonly string[];
}

/**
 * Counts advisories by year and month of publication; both come newest first.
 * @param families the paths of all families, so that each has a number everywhere
 */
export function countAdvisories(
  advisories: readonly Counted[],
  families: readonly string[],
): Pick<Statistics, 'total' | 'years'> {
  const addUp = (some: readonly Counted[]) => toCounts(some, families);
  const withWeaknesses = (some: readonly Counted[]) => ({
    ...addUp(some),
    weaknesses: countWeaknesses(some),
  });
  return {
    total: withWeaknesses(advisories),
    years: byStart(advisories, 'YYYY').map(([year, ofYear]) => ({
      year: Number(year),
      ...withWeaknesses(ofYear),
      months: byStart(ofYear, 'YYYY-MM').map(([month, ofMonth]) => ({ month, ...addUp(ofMonth) })),
    })),
  };
}

/** Groups by the start of the day that is as long as the pattern, latest first. */
function byStart(advisories: readonly Counted[], pattern: string): [string, Counted[]][] {
  const groups = Map.groupBy(advisories, ({ publishedOn }) => publishedOn.slice(0, pattern.length));
  return [...groups].toSorted(([a], [b]) => compareText(b, a));
}

function toCounts(advisories: readonly Counted[], families: readonly string[]): Counts {
  const standing = advisories.filter(({ withdrawn }) => !withdrawn);
  const severities = tally(standing.map(({ severity }) => severity ?? 'unscored'));
  const perFamily = tally(standing.map(({ family }) => family));
  return {
    advisories: standing.length,
    withdrawn: advisories.length - standing.length,
    cves: new Set(standing.flatMap(({ cves }) => cves)).size,
    severity: byName(counts.shape.severity.keyof().options, severities),
    families: byName(families, perFamily),
  };
}

/** An advisory with one weakness in several vulnerabilities counts once. */
function countWeaknesses(advisories: readonly Counted[]): { id: string; advisories: number }[] {
  const standing = advisories.filter(({ withdrawn }) => !withdrawn);
  return [...tally(standing.flatMap(({ weaknesses: ids }) => [...new Set(ids)]))]
    .map(([id, number]) => ({ id, advisories: number }))
    .toSorted((a, b) => b.advisories - a.advisories || compareNumbered(a.id, b.id));
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return counted;
}

function byName<Name extends string>(
  names: readonly Name[],
  counted: ReadonlyMap<string, number>,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, counted.get(name) ?? 0])) as Record<Name, number>;
}
