import { z } from 'zod';
import { sha256 } from './file-shapes.ts';

/** `checksum.txt`: the manifest of bulk files, in the shape that readers of MyJVN's `checksum.txt` know. */
export const checksumSchema = z
  .array(
    z.strictObject({
      url: z.url(),
      filename: z.string().min(1).describe('The last segment of the address.'),
      sha256,
      size: z.int().min(0).describe('Number of bytes.'),
      lastModified: z
        .string()
        .regex(/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/)
        .describe('When the latest advisory in it changed: YYYY/MM/DD HH:MM:SS in the site’s zone.'),
    }),
  )
  .describe('Feeds, tables and archives.');

export type Checksums = z.infer<typeof checksumSchema>;
