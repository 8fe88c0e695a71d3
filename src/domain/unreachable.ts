import { z } from 'zod';
import { localizedTextSchema } from './language.ts';
import { daySchema } from './revision.ts';
import { flag } from './site.ts';

/** The stages of an entry, in the order in which they come; each makes more public than the one before. */
export const UNREACHABLE_STAGES = ['listed', 'product', 'committee', 'published'] as const;

export type UnreachableStage = (typeof UNREACHABLE_STAGES)[number];

const stagesSchema = z
  .strictObject({
    listed: daySchema.describe('The day since which the developer’s name is on the list.'),
    product: z
      .strictObject({
        on: daySchema.describe('The day since which the product is named too.'),
        name: localizedTextSchema.describe('The product’s name.'),
        versions: localizedTextSchema
          .optional()
          .describe('Its versions, as they are known; the page says “unknown” without it.'),
      })
      .optional()
      .describe('The product was named, about three months after the developer.'),
    committee: daySchema
      .optional()
      .describe('The day on which the case was laid before the committee that judges about publication.'),
    published: z
      .strictObject({
        on: daySchema.describe('The day of the publication.'),
        advisory: z.string().trim().min(1).describe('The advisory’s identifier, for example "JVN#12345678".'),
      })
      .optional()
      .describe('The vulnerability was published without the developer.'),
  })
  .describe('How far the entry has come, each stage with its day.');

/**
 * One file of `unreachable/`. When the developer has answered, only `number` and `answeredOn` remain and, for the counts
 * of each quarter, the day in `stages.listed`; days tell nobody who it was.
 */
export const unreachableSchema = z
  .strictObject({
    number: z
      .string()
      .max(40)
      .regex(/^[A-Z]{1,4}(?:[-#]\d+)+$/)
      .meta({ examples: ['UR-2026-0001'] })
      .describe(
        'The entry’s number, which stays when everything else is taken away: one to four capital letters, then digits after each - or #. There is no room for a name.',
      ),
    name: localizedTextSchema.optional().describe('The developer’s name as it is known.'),
    reading: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe('How a Japanese name is read, in hiragana; it is not shown for individuals.'),
    individual: flag()
      .default(false)
      .describe('True for a person rather than an organisation; then search engines are asked to stay away.'),
    stages: stagesSchema.optional(),
    answeredOn: daySchema
      .optional()
      .describe(
        'The day on which the developer answered; everything else is then deleted but number and, if you like, stages.listed.',
      ),
  })
  .refine(({ answeredOn, ...rest }) => answeredOn === undefined || !tellsWho(rest), {
    path: ['answeredOn'],
    error: 'an entry that was answered keeps its number, answeredOn and stages.listed only',
  })
  .refine(
    ({ answeredOn, name, stages }) =>
      answeredOn !== undefined || (name !== undefined && stages !== undefined),
    { error: 'an entry needs name and stages until it is answered' },
  )
  .describe('One entry of the list of developers who could not be reached.');

/** An entry's facts, after validation: one with name and stages, or a number that was answered. */
export type UnreachableFacts = z.infer<typeof unreachableSchema>;
export type UnreachableStages = z.infer<typeof stagesSchema>;

/** A developer who is on the list now. */
export interface ListedDeveloper extends UnreachableFacts {
  name: NonNullable<UnreachableFacts['name']>;
  stages: UnreachableStages;
}

/** Whether the entry stands on the list: a developer who answered does not. */
export function isListed(facts: UnreachableFacts): facts is ListedDeveloper {
  return facts.answeredOn === undefined && facts.name !== undefined && facts.stages !== undefined;
}

/** The name of an entry's file, by its number; it does not tell who is meant. */
export function toEntrySlug(number: string): string {
  return number.replaceAll('#', '-');
}

/** The entry's place in the page of the list. */
export function toEntryAnchor(number: string): string {
  return `no-${toEntrySlug(number)}`;
}

/** The stages that an entry has reached, each with its day, in their order. */
export function reachedStages(stages: UnreachableStages): { stage: UnreachableStage; on: string }[] {
  const days = {
    listed: stages.listed,
    product: stages.product?.on,
    committee: stages.committee,
    published: stages.published?.on,
  };
  return UNREACHABLE_STAGES.flatMap((stage) => {
    const on = days[stage];
    return on === undefined ? [] : [{ stage, on }];
  });
}

/** The last stage that an entry has reached. */
export function stageOf(stages: UnreachableStages): UnreachableStage {
  return reachedStages(stages).at(-1)?.stage ?? 'listed';
}

interface Who {
  name?: unknown;
  reading?: unknown;
  individual: boolean;
  stages?: UnreachableStages | undefined;
}

function tellsWho({ name, reading, individual, stages }: Who): boolean {
  const later = UNREACHABLE_STAGES.filter((stage) => stage !== 'listed').map((stage) => stages?.[stage]);
  return [name, reading, ...later].some((value) => value !== undefined) || individual;
}
