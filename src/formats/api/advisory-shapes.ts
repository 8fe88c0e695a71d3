import { z } from 'zod';
import { languageSchema } from '#domain/language.ts';
import { instant, scoreSchema, texts } from '#formats/record/advisory-record.ts';
import { address, publishedFile, schemaMember } from './file-shapes.ts';

const line = z.string().min(1);
const year = z.int().describe('The year of publication, in the site’s zone.');

/** An advisory in a list. */
const summary = z
  .strictObject({
    id: line.describe('The identifier as printed.'),
    slug: line.describe('The identifier as it stands in addresses.'),
    family: line.describe('The folder of its family, as the index names it.'),
    year,
    state: z.enum(['published', 'withdrawn']),
    urgent: z.boolean(),
    title: texts.describe('The title in each language in which the advisory was written.'),
    urls: z.partialRecord(languageSchema, z.url()).describe('Its page in each of those languages.'),
    publishedAt: instant,
    updatedAt: instant.describe('The moment of its newest revision or of its withdrawal, in UTC (RFC 3339).'),
    cvss: scoreSchema.optional().describe('The worst of its CVSS scores; absent when it has none.'),
    cves: z.array(line),
    vendors: z.array(line).describe('The slugs of the vendors that it names.'),
    data: address.describe('Its advisory.json: everything it says.'),
  })
  .describe('An advisory in short.');

const formatFile = publishedFile.extend({
  format: line.describe('The name of the format, such as json, csaf or osv; more may come.'),
  language: languageSchema.optional().describe('The language of its words, where it holds only one.'),
  type: line.describe('The media type.'),
});

const files = z.array(formatFile).describe('The advisory in every format, advisory.json first.');

/** `advisories.json` */
export const advisoriesSchema = z
  .strictObject({
    ...schemaMember,
    advisories: z
      .array(summary.extend({ file: publishedFile.describe('Its advisory.json.') }))
      .describe('Newest publication first.'),
  })
  .describe('Every advisory in short.');

/** `years/<year>.json` */
export const yearSchema = z
  .strictObject({
    ...schemaMember,
    year,
    advisories: z.array(summary.extend({ files })).describe('Newest publication first.'),
  })
  .describe('The advisories that were published in one year, with every file of each.');

export const CHANGE_KINDS = ['published', 'updated', 'withdrawn'] as const;

/** `changes/<month>.json` */
export const changesSchema = z
  .strictObject({
    ...schemaMember,
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .describe('YYYY-MM, in the site’s zone.'),
    changes: z
      .array(
        z.strictObject({
          id: line,
          change: z.enum(CHANGE_KINDS).describe('What its latest change was.'),
          publishedAt: instant,
          updatedAt: instant.describe('The moment of that change.'),
          files,
        }),
      )
      .describe('Latest change first.'),
  })
  .describe(
    'The advisories whose latest change fell into one month; each advisory stands in exactly one month.',
  );

/** `vendors/<slug>.json`, the half that lists advisories. */
export const vendorAdvisory = summary.extend({
  status: line.optional().describe('What is known of the vendor there; absent where it has no row.'),
  statusOn: z.iso.date().optional(),
});

/** An advisory where only its name matters. */
export const advisoryReference = z.strictObject({ id: line, data: address.describe('Its advisory.json.') });

export type AdvisorySummary = z.infer<typeof summary>;
export type FormatFile = z.infer<typeof formatFile>;
export type AdvisoryReference = z.infer<typeof advisoryReference>;
