import { z } from 'zod';
import { parseDay, parseInstant } from './dates.ts';
import { localizedTextSchema } from './language.ts';

/** The parts of an advisory that a revision can change, in the order in which a page shows them. */
export const CHANGED_PARTS = [
  'title',
  'state',
  'urgent',
  'overview',
  'affected',
  'solution',
  'impact',
  'details',
  'vulnerabilities',
  'vendors',
  'addendum',
  'analysis',
  'references',
  'credits',
  'timeline',
  'related',
] as const;

export type ChangedPart = (typeof CHANGED_PARTS)[number];

const labels = z.array(z.string().min(1));

/** What one revision changed in one part; the row labels are product, vendor or CVE names. */
const changeSchema = z
  .strictObject({
    part: z.enum(CHANGED_PARTS).describe('The part of the advisory that changed.'),
    added: labels.optional().describe('Rows that are new.'),
    removed: labels.optional().describe('Rows that are gone.'),
    edited: labels.optional().describe('Rows whose content changed.'),
  })
  .describe('What changed in one part. `npm run check` writes these lines for you to paste.');

/** What one revision changed in one part of an advisory. */
export type Change = z.infer<typeof changeSchema>;

/** An instant as RFC 3339 with an explicit offset, kept as written. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/, { abort: true })
  .refine((text) => typeof parseInstant(text) === 'string', {
    error: 'no such moment in the calendar',
  })
  .meta({ format: 'date-time', examples: ['2018-12-21T14:00:00+09:00'] })
  .describe('A moment with its offset, for example 2018-12-21T14:00:00+09:00 (RFC 3339).');

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine((text) => typeof parseDay(text) === 'string', { error: 'no such day in the calendar' })
  .meta({ format: 'date', examples: ['2018-12-21'] })
  .describe('A calendar day, for example 2018-12-21.');

export const revisionSchema = z
  .strictObject({
    at: instantSchema.describe('When this revision was published.'),
    summary: localizedTextSchema.describe('What this revision says to its readers, in one sentence.'),
    changes: z.array(changeSchema).optional().describe('What changed, part by part.'),
  })
  .describe('One published state of the advisory; the first is the publication itself.');
