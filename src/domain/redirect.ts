import { z } from 'zod';

const sitePath = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[\w\-./~%]*$/)
  .meta({ examples: ['/advisories/'] })
  .refine(leadsDown, { error: 'a site path goes down only' });

/** `redirects.yaml`: from each retired address of this site to the address that took its place. */
export const redirectsSchema = z
  .record(sitePath, sitePath)
  .describe('Retired addresses and where each leads now, for example "/report/": /advisories/.');

/** Every part names a file or a folder that all file systems can hold, once its percent-escapes are read. */
function leadsDown(path: string): boolean {
  if (/%(?![0-9A-Fa-f]{2})/.test(path)) return false;
  const parts = path.slice(1).replace(/\/$/, '').split('/');
  return path === '/' || parts.every((part) => isName(decoded(part)));
}

function isName(part: string | undefined): boolean {
  if (part === undefined || part === '' || part === '.' || part.includes('..')) return false;
  return !/[/\\:*?"<>|\p{Cc}]/u.test(part);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    // Bytes that are no UTF-8.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
