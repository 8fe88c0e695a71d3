import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

const httpsUrl = z.url({ protocol: /^https?$/ });

/** A vendor's slug: lower-case letters, digits and single hyphens. It names the file and the address. */
export const vendorSlugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ examples: ['example-vendor'] })
  .describe('The name of the vendor’s file in vendors/, without .yaml.');

/** One file of `vendors/`: a vendor as the public may see it. Contacts for coordination never stand here. */
export const vendorSchema = z
  .strictObject({
    name: localizedTextSchema.describe('The vendor’s name.'),
    reading: z
      .string()
      .min(1)
      .optional()
      .describe('How a Japanese name is read, in hiragana; it orders the list.'),
    aliases: z.array(z.string().min(1)).default([]).describe('Other names by which readers look for it.'),
    formerNames: z.array(z.string().min(1)).default([]).describe('Names that the vendor bore earlier.'),
    url: httpsUrl.optional().describe('The vendor’s home page.'),
    psirt: z
      .strictObject({
        url: httpsUrl.optional().describe('The vendor’s page for reporting vulnerabilities.'),
        email: z.email().optional().describe('The public address of its product security team.'),
        securityTxt: httpsUrl.optional().describe('Its security.txt (RFC 9116).'),
        pgp: httpsUrl.optional().describe('Its OpenPGP key.'),
      })
      .optional()
      .describe('Where the vendor receives reports.'),
  })
  .describe('A vendor.');

/** A vendor's public facts, after validation. */
export type VendorFacts = z.infer<typeof vendorSchema>;
