import { z } from 'zod';
import { vendorStatusSchema } from '#domain/vendor-status.ts';
import { VEX_JUSTIFICATIONS } from '#domain/vex-justification.ts';

const line = z.string().trim().min(1).max(500);

/** What a vendor says of its products, as one row of the vendor-status table and what the coordinator needs beside it. */
export const answerSchema = z
  .strictObject({
    status: vendorStatusSchema,
    fixed: z.array(line).max(50).optional().describe('Versions with a fix, as the vendor writes them.'),
    products: z
      .array(z.strictObject({ name: line, versions: line.optional() }))
      .max(200)
      .optional()
      .describe(
        'Products that the vendor names, for the coordinator; they never go into the table by themselves.',
      ),
    statement: z.string().trim().min(1).max(10_000).optional().describe('The vendor’s words for the public.'),
    notices: z
      .array(z.url({ protocol: /^https?$/ }))
      .max(20)
      .optional()
      .describe('Addresses of its notices.'),
    justification: z.enum(VEX_JUSTIFICATIONS).optional().describe('Why not affected, in the words of VEX.'),
  })
  .describe('A vendor’s answer.');

export type Answer = z.infer<typeof answerSchema>;

/** Ways in which an answer, a report or a reminder can travel. */
export const CHANNELS = ['github', 'email', 'phone', 'portal', 'meeting', 'public', 'file'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = (typeof CHANNELS)[number];
