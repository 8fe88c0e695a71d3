import { z } from 'zod';
import { languageSchema } from '#domain/language.ts';
import { instant, texts } from '#formats/record/advisory-record.ts';
import { advisoryReference, vendorAdvisory } from './advisory-shapes.ts';
import { publishedFile, schemaMember } from './file-shapes.ts';

const line = z.string().min(1);
const references = z.array(advisoryReference).min(1).describe('Newest publication first.');

/** `vendors.json` */
export const vendorsSchema = z
  .strictObject({
    ...schemaMember,
    vendors: z
      .array(
        z.strictObject({
          slug: line,
          name: texts,
          advisories: z.int().min(1).describe('How many advisories name it.'),
          updatedAt: instant.describe('When the latest of those changed.'),
          file: publishedFile.describe('What is known of the vendor, as data.'),
        }),
      )
      .describe('By slug.'),
  })
  .describe('The vendors that advisories name.');

/** `vendors/<slug>.json` */
export const vendorSchema = z
  .strictObject({
    ...schemaMember,
    slug: line,
    name: texts,
    url: z.url().optional().describe('The vendor’s own site.'),
    urls: z.partialRecord(languageSchema, z.url()).describe('Its page on this site in each language.'),
    products: z
      .array(
        z.strictObject({
          name: texts,
          cpe: line.optional(),
          purl: line.optional(),
          advisories: references,
        }),
      )
      .describe('Its products as advisories name them, by cpe, purl and name.'),
    advisories: z.array(vendorAdvisory).describe('Newest publication first.'),
  })
  .describe('One vendor, its products and the advisories that name it.');

/** `products.json` */
export const productsSchema = z
  .strictObject({
    ...schemaMember,
    cpes: z.array(z.strictObject({ cpe: line, vendor: line, advisories: references })).describe('By cpe.'),
    purls: z.array(z.strictObject({ purl: line, vendor: line, advisories: references })).describe('By purl.'),
  })
  .describe('The products that advisories name by a CPE 2.3 name or a package URL, as written there.');

/** `cves/<year>.json` */
export const cvesSchema = z
  .strictObject({
    ...schemaMember,
    year: z.int().describe('The year in the identifiers.'),
    cves: z
      .array(z.strictObject({ cve: line, advisories: references }))
      .describe('By the number in the identifier.'),
  })
  .describe('The CVEs of one year and the advisories about them.');
