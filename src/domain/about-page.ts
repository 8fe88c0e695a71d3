import { z } from 'zod';
import { daySchema } from './revision.ts';

/** The front matter of `pages/<lang>/<slug>.mdx`. No other key is allowed: `layout` would run code in MDX. */
export const aboutPageSchema = z
  .strictObject({
    title: z.string().trim().min(1).describe('The page’s title.'),
    description: z.string().trim().min(1).describe('One sentence for lists, search engines and the head.'),
    updatedOn: daySchema.describe('The day of the last change.'),
    order: z
      .string()
      .regex(/^\d{1,4}$/)
      .meta({ examples: ['10'] })
      .transform(Number)
      .describe('The page’s place in the menu, smallest first.'),
    partOf: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .meta({ examples: ['guides'] })
      .optional()
      .describe(
        'The page below which this one stands, by its file’s name; pages below one lead to each other.',
      ),
    changes: z
      .array(
        z.strictObject({
          on: daySchema.describe('The day of the change.'),
          summary: z.string().trim().min(1).describe('What changed, in one sentence of the page’s language.'),
        }),
      )
      .default([])
      .describe('What changed from version to version, oldest first; the first entry is version 1.'),
  })
  .describe('A policy or help page.');

/** A page's own facts, after validation. */
export type AboutPageFacts = z.infer<typeof aboutPageSchema>;
