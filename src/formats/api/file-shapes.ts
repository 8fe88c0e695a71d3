import { z } from 'zod';

/* What the files of the API say about other files. */

export const address = z
  .string()
  .regex(/^\/(?!\/)/)
  .describe('A path on the host of this file, percent-encoded.');

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the bytes in lower-case hex.');

const size = z.int().min(0).describe('Number of bytes.');

/** The first member of every file of the API. */
export const schemaMember = {
  $schema: z.url().describe('The address of the JSON Schema of this file.'),
} as const;

/** A published file and what its bytes must be. */
export const publishedFile = z.strictObject({ address, sha256, size });

/** A published file of one year, in the site’s zone. */
export const yearFile = publishedFile.extend({
  year: z.int().describe('The year, in the site’s zone.'),
  advisories: z.int().min(1).describe('How many advisories it is about.'),
});

export type PublishedFile = z.infer<typeof publishedFile>;
