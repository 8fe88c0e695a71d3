import { z } from 'zod';
import { countBusinessDays } from './business-days.ts';
import type { Day } from './dates.ts';
import { localizedTextSchema } from './language.ts';
import { parsePublicUrl } from './public-url.ts';
import { addQuarters, lastDayOf, type Quarter, quarterPattern, quartersFrom } from './quarter.ts';
import { daySchema } from './revision.ts';

const count = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,8})$/)
  .meta({ examples: ['4226'] })
  .transform(Number);

const tallySchema = z
  .strictObject({
    software: count.optional().describe('Of software products.'),
    website: count.optional().describe('Of websites.'),
    total: count.optional().describe('Of both, as published.'),
  })
  .describe('Numbers of one kind. What is not known is left out; it is never 0.');

const seriesSchema = z.strictObject({
  quarter: tallySchema.optional().describe('In this quarter alone.'),
  cumulative: tallySchema.optional().describe('Since the beginning, until the end of this quarter.'),
});

/** The form of an address alone: where it leads is the business of a rule. */
const sourceUrlSchema = z.stringFormat('url', (text) => {
  const url = parsePublicUrl(text);
  return !('problem' in url) || url.problem === 'private-host';
});

export const statisticsSourceSchema = z
  .strictObject({
    title: localizedTextSchema.describe('The name of the document.'),
    url: sourceUrlSchema.optional().describe('Where it can be read.'),
    publishedOn: daySchema.optional().describe('The day of its publication.'),
  })
  .describe('The document from which the numbers were taken.');

/** One file of `statistics/`: what a quarter’s report says of reports that came in, of which no advisory tells. */
export const ledgerSchema = z
  .strictObject({
    source: statisticsSourceSchema,
    received: seriesSchema.optional().describe('Reports that came in (届出).'),
    accepted: seriesSchema.optional().describe('Reports that were accepted (受理).'),
    refused: seriesSchema.optional().describe('Reports that were refused (不受理).'),
    handled: seriesSchema.optional().describe('Cases whose handling ended, however it did (取扱い終了).'),
    corrected: seriesSchema
      .optional()
      .describe('Products published with a fix, and websites corrected (修正完了).'),
    perBusinessDay: z
      .string()
      .regex(/^\d{1,4}\.\d{2}$/)
      .meta({ examples: ['3.99'] })
      .optional()
      .describe('Reports per business day since the beginning, as published, with two decimals.'),
    previous: z
      .string()
      .regex(quarterPattern)
      .meta({ examples: ['2018-Q3'] })
      .optional()
      .describe('The ledger before this one, when those of the quarters between were left out on purpose.'),
    note: localizedTextSchema.optional().describe('What readers must know to understand the numbers.'),
  })
  .describe('The numbers of one quarter: statistics/<year>-Q<n>.yaml.');

export type LedgerFacts = z.infer<typeof ledgerSchema>;
export type Tally = z.infer<typeof tallySchema>;
export type StatisticsSource = z.infer<typeof statisticsSourceSchema>;

/** What a ledger counts, in the order in which a report goes its way. */
export const LEDGER_SERIES = ['received', 'accepted', 'refused', 'handled', 'corrected'] as const;
export type LedgerSeries = (typeof LEDGER_SERIES)[number];

/** The spans over which it counts. */
export const LEDGER_SPANS = ['quarter', 'cumulative'] as const;
export type LedgerSpan = (typeof LEDGER_SPANS)[number];

/** The parts into which it divides them, and their sum. */
export const LEDGER_PARTS = ['software', 'website', 'total'] as const;
export type LedgerPart = (typeof LEDGER_PARTS)[number];

/** A ledger with the quarter that its file is named after. */
export interface Ledger {
  quarter: Quarter;
  facts: LedgerFacts;
}

/** Ledgers with those that are missing between them, of which nothing is known; quarters left out on purpose stay out. */
export function withMissing(ledgers: readonly Ledger[]): readonly Ledger[] {
  return ledgers.flatMap((ledger, place) => {
    const before = ledgers[place - 1]?.quarter;
    if (before === undefined || ledger.facts.previous === before) return [ledger];
    const missing = Math.max(0, quartersFrom(before, ledger.quarter) - 1);
    return [
      ...Array.from({ length: missing }, (_, step) => ({
        quarter: addQuarters(before, step + 1),
        facts: UNTOLD,
      })),
      ledger,
    ];
  });
}

const UNTOLD: LedgerFacts = { source: { title: '' } };

/** One number of a ledger; nothing when it is not known. A total that was not published is the sum of known parts. */
export function numberIn(
  facts: LedgerFacts,
  series: LedgerSeries,
  span: LedgerSpan,
  part: LedgerPart,
): number | undefined {
  const tally = facts[series]?.[span];
  if (tally === undefined) return undefined;
  return tally[part] ?? (part === 'total' ? sumOf(tally) : undefined);
}

/** Software and websites together; nothing when one of them is not known. */
export function sumOf({ software, website }: Tally): number | undefined {
  return software === undefined || website === undefined ? undefined : software + website;
}

/**
 * Reports per business day (1就業日あたり) as IPA publishes them: those received since the beginning, divided by the
 * business days from the first day on which reports were taken to the end of the quarter, both included; rounded half up
 * to two decimals. Nothing where a number or a holiday is unknown.
 */
export function reportsPerBusinessDay({ quarter, facts }: Ledger, since: Day): number | undefined {
  const received = numberIn(facts, 'received', 'cumulative', 'total');
  const days = countBusinessDays(since, lastDayOf(quarter));
  if (received === undefined || typeof days !== 'number' || days === 0) return undefined;
  return Math.round((received * 100) / days) / 100;
}
