import { z } from 'zod';
import { languageSchema } from '#domain/language.ts';
import { instant, texts } from '#formats/record/advisory-record.ts';
import { address, publishedFile, schemaMember, yearFile } from './file-shapes.ts';

const line = z.string().min(1);
const count = z.int().min(0);

/** `index.json` */
export const indexSchema = z
  .strictObject({
    ...schemaMember,
    apiVersion: z.literal(1),
    site: z.strictObject({
      title: texts,
      url: z.url(),
      timezone: line.describe('The IANA zone in which years and months of this API are counted.'),
      languages: z.array(languageSchema).describe('The site’s languages, the first one first.'),
      licence: z.strictObject({ name: texts, url: z.url().optional() }).optional(),
    }),
    updatedAt: instant.optional().describe('When the latest advisory changed; absent when there is none.'),
    advisories: count.describe('How many advisories there are, withdrawn ones among them.'),
    withdrawn: count,
    families: z.array(
      z.strictObject({
        path: line.describe('Its folder in addresses.'),
        prefix: line.describe('What its identifiers begin with.'),
        name: texts,
        advisories: count,
      }),
    ),
    changes: z
      .array(
        publishedFile.extend({
          month: line.describe('YYYY-MM, in the site’s zone.'),
          advisories: z.int().min(1),
        }),
      )
      .describe('Lists of what changed last in each month, newest first: the way to stay in step.'),
    years: z.array(yearFile).describe('The advisories published in each year, newest first.'),
    cves: z
      .array(
        publishedFile.extend({
          year: z.int().describe('The year in the identifiers.'),
          cves: z.int().min(1),
        }),
      )
      .describe('The CVEs of each year, newest first.'),
    lists: z.strictObject({
      advisories: publishedFile.describe('Every advisory in short.'),
      vendors: publishedFile.describe('Every vendor, with the address of what is known of each.'),
      products: publishedFile.describe('Products by cpe and purl.'),
      statistics: publishedFile.describe('What adds up.'),
      checksum: publishedFile.describe('Digests of feeds, tables and archives in the shape of checksum.txt.'),
    }),
    archives: z
      .array(yearFile.extend({ content: z.enum(['advisories', 'csaf']) }))
      .describe('One ZIP a year of the files of its advisories, newest first.'),
    schemas: z.record(line, address).describe('The JSON Schema of every kind of file, by its name.'),
  })
  .describe('Where everything is, with the digest of each file.');

export type ApiIndex = z.infer<typeof indexSchema>;
