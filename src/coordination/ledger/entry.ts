import { z } from 'zod';
import { caseStateSchema, refusalReasonSchema, trackSchema } from '#domain/case.ts';
import { embargoActSchema } from '#domain/embargo.ts';
import { localizedTextSchema } from '#domain/language.ts';
import { daySchema, instantSchema } from '#domain/revision.ts';
import { vendorSlugSchema } from '#domain/vendor.ts';
import { answerSchema, channelSchema } from '../answer.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const repo = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+$/)
  .describe('owner/name');
const note = z.string().trim().min(1).max(10_000);

/** The comment in a room from which an entry was made. */
export const sourceSchema = z.strictObject({
  repo,
  comment: z.number().int().positive(),
  /** SHA-256 of the comment's body, hex. */
  sha256,
  updatedAt: instantSchema,
  /** Position of the command among those of the comment, from 0. */
  index: z.number().int().min(0),
});

/** A file of the hub that holds an original, encrypted with age, and the digest of its plain bytes. */
const originalSchema = z.strictObject({ path: z.string().min(1), sha256 });

const roomSchema = z.strictObject({
  repo,
  /** The branch on which `advisory.md` stands. */
  branch: z.string().min(1),
  /** Set where the room is for one vendor alone. */
  vendor: vendorSlugSchema.optional(),
});

/** What happened, by `act`. One shape each; unknown keys are refused. */
export const actSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('received'),
    channel: channelSchema,
    /** The report's own identifier where it came from, such as GHSA-…; the same one is never taken in twice. */
    reference: z.string().min(1).optional(),
    title: z.string().trim().min(1).max(500),
    product: z.string().trim().min(1).max(500).optional(),
    finder: z.strictObject({
      name: z.string().min(1).optional(),
      contact: z.string().min(1).optional(),
      login: z.string().min(1).optional(),
    }),
    receivedOn: daySchema,
    original: originalSchema.optional(),
  }),
  z.strictObject({
    act: z.literal('moved'),
    to: caseStateSchema,
    track: trackSchema.optional(),
    reason: refusalReasonSchema.optional(),
    note: note.optional(),
  }),
  z.strictObject({ act: z.literal('reserved'), id: z.string().min(1) }),
  z.strictObject({ act: z.literal('room-chosen'), room: roomSchema }),
  z.strictObject({ act: z.literal('room-opened'), repo, pull: z.number().int().positive() }),
  z.strictObject({ act: z.literal('room-closed'), repo }),
  z.strictObject({ act: z.literal('vendor-added'), vendor: vendorSlugSchema }),
  z.strictObject({
    act: z.literal('vendor-notified'),
    vendor: vendorSlugSchema,
    via: channelSchema,
    on: daySchema,
  }),
  z.strictObject({
    act: z.literal('answered'),
    vendor: vendorSlugSchema,
    answer: answerSchema,
    via: channelSchema,
    /** The day of the vendor's answer. */
    on: daySchema,
    source: sourceSchema.optional(),
    original: originalSchema.optional(),
    note: note.optional(),
  }),
  /** The comment of an answer is gone. The answer stays, and the coordinator decides. */
  z.strictObject({
    act: z.literal('source-removed'),
    repo,
    comment: z.number().int().positive(),
  }),
  /** A coordinator lets a vendor's answer be shown. `row` is the digest of the row (`rowHash`). */
  z.strictObject({
    act: z.literal('row-approved'),
    vendor: vendorSlugSchema,
    row: sha256,
    source: sourceSchema.optional(),
  }),
  /** The vendor says that its row is right. */
  z.strictObject({
    act: z.literal('signed-off'),
    vendor: vendorSlugSchema,
    row: sha256,
    source: sourceSchema.optional(),
  }),
  z.strictObject({
    act: z.literal('held'),
    vendor: vendorSlugSchema,
    reason: note,
    source: sourceSchema.optional(),
  }),
  z.strictObject({
    act: z.literal('released'),
    vendor: vendorSlugSchema,
    source: sourceSchema.optional(),
  }),
  /** A coordinator approves the text that would be published. Two different ones are needed. */
  z.strictObject({ act: z.literal('text-approved'), text: sha256, source: sourceSchema.optional() }),
  z.strictObject({
    act: z.literal('embargo'),
    does: embargoActSchema,
    until: instantSchema.optional(),
    note: note.optional(),
  }),
  z.strictObject({ act: z.literal('scheduled'), publishAt: instantSchema }),
  z.strictObject({
    act: z.literal('revision-planned'),
    kind: z.enum(['correction', 'withdrawal']),
    /** From when the revision is public. (`at` is when it was recorded, as in every entry.) */
    publishAt: instantSchema,
    summary: localizedTextSchema,
  }),
  z.strictObject({
    act: z.literal('reminded'),
    vendor: vendorSlugSchema,
    via: channelSchema,
  }),
  z.strictObject({
    act: z.literal('published'),
    text: sha256,
    /** Path in the site's repository. */
    path: z.string().min(1),
    /** Which published state this is, from 1. */
    revision: z.number().int().positive(),
    /** The commit of the site; absent when a folder was written. */
    commit: z.string().min(1).optional(),
  }),
  z.strictObject({ act: z.literal('noted'), note }),
]);

/** What is to be recorded, before it has its place in the chain. */
export type Act = z.infer<typeof actSchema>;

/** What every line of `ledger/<case>.jsonl` has, beside its act. */
export const frameSchema = z.object({
  /** From 1, without a gap. */
  seq: z.number().int().positive(),
  /** SHA-256 of the line before, hex; 64 zeros in the first. */
  prev: sha256,
  at: instantSchema,
  /** The login of who did it, in lower case. */
  actor: z.string().min(1),
});
export type EntryFrame = z.infer<typeof frameSchema>;

/** One line of `ledger/<case>.jsonl`. */
export type Entry = EntryFrame & Act;
export type EntryOf<Name extends Act['act']> = EntryFrame & Extract<Act, { act: Name }>;
export type Source = z.infer<typeof sourceSchema>;
export type Original = z.infer<typeof originalSchema>;
