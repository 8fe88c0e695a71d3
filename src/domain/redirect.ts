import { z } from 'zod';

const sitePath = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[\w\-./~%]*$/)
  .refine((path) => !path.split('/').includes('..'), { error: 'a site path goes down only' });

/** `redirects.yaml`: retired addresses of this site and where each leads now. */
export const redirectsSchema = z
  .array(
    z.strictObject({
      from: sitePath.describe('The retired address, for example /report/index.html.'),
      to: sitePath.describe('The address that took its place.'),
    }),
  )
  .describe('Retired addresses.');
