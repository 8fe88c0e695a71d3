import { z } from 'zod';

const sitePath = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[\w\-./~%]*$/)
  .refine((path) => !path.split('/').includes('..'), { error: 'a site path goes down only' });

/** `redirects.yaml`: from each retired address of this site to the address that took its place. */
export const redirectsSchema = z
  .record(sitePath, sitePath)
  .describe('Retired addresses and where each leads now, for example "/report/": /advisories/.');
