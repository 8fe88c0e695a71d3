import { z } from 'zod';
import { languageSchema } from '#domain/language.ts';
import { daySchema, CHANGED_PARTS } from '#domain/revision.ts';
import { SECTION_IDS } from '#domain/section.ts';
import { VENDOR_STATUSES } from '#domain/vendor-status.ts';

export const texts = z
  .partialRecord(languageSchema, z.string().min(1))
  .describe('Text by language; at least one language is there.');
const line = z.string().min(1);
const url = z.url().describe('An absolute web address.');
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/)
  .meta({ format: 'date-time' })
  .describe('A moment in UTC (RFC 3339).');

const sectionSchema = z
  .strictObject({
    id: z
      .enum(SECTION_IDS)
      .nullable()
      .describe('What the section is; null for a heading of the author’s own.'),
    heading: z.string().describe('The heading as the author wrote it.'),
    text: z.string().describe('The words without markup, one block a line.'),
    html: z
      .string()
      .optional()
      .describe('The section as safe markup without its heading; addresses are absolute.'),
  })
  .describe('A section of the prose.');

export const scoreSchema = z
  .strictObject({
    version: z.enum(['2.0', '3.0', '3.1', '4.0']),
    vector: line.describe('The vector as written.'),
    score: z.number().min(0).max(10).describe('The base score.'),
    severity: z.enum(['none', 'low', 'medium', 'high', 'critical']).describe('The word for the score.'),
  })
  .describe('A CVSS score.');

const vulnerabilitySchema = z
  .strictObject({
    cve: line.optional().describe('The CVE identifier.'),
    assigner: line.optional().describe('The short name of the CNA that assigned it.'),
    title: texts.optional(),
    weaknesses: z
      .array(
        z.strictObject({
          id: line,
          name: texts.optional(),
          category: z.boolean().describe('True for a category of the CWE catalogue, which is no weakness.'),
        }),
      )
      .describe('The weaknesses behind it (CWE).'),
    scores: z.array(scoreSchema),
  })
  .describe('One vulnerability.');

const productSchema = z
  .strictObject({
    vendor: line.describe('The slug of its vendor, which stands in `vendors`.'),
    name: texts,
    ranges: z.array(line).describe('Affected versions in the range language, such as ">=1.2 <1.4"; a union.'),
    fixed: z.array(line).describe('Versions in which it is fixed.'),
    note: texts.optional().describe('What no range can say.'),
    cves: z.array(line).optional().describe('The CVEs that affect it; all when absent.'),
    cpe: line.optional(),
    purl: line.optional(),
    git: z
      .strictObject({ repository: url, introduced: z.array(line), fixed: z.array(line) })
      .optional()
      .describe('The commits between which it is affected.'),
  })
  .describe('An affected product.');

const status = z.enum(VENDOR_STATUSES);

const vendorSchema = z
  .strictObject({
    slug: line,
    name: texts,
    url: url.optional(),
    listed: z
      .boolean()
      .describe('Whether it has a row in the vendor-status table; others only make a product.'),
    status: status.optional(),
    notifiedOn: daySchema.optional().describe('The day on which it was told.'),
    statusOn: daySchema.optional(),
    updatedOn: daySchema.optional().describe('The day on which its row was last changed.'),
    exceptions: z.record(line, status).describe('Its status for single CVEs.'),
    notices: z.array(z.strictObject({ url, label: texts.optional() })),
    statement: texts.optional().describe('Its own words.'),
    addendum: texts.optional().describe('The coordinator’s words beside them.'),
    justification: line.optional().describe('Why its products are not affected, in the words of VEX.'),
  })
  .describe('A vendor and what it answered.');

/**
 * One advisory, joined with everything it refers to, in all its languages and without anything of the site's markup:
 * what every format is made from and what importers make. It is also the advisory's own machine-readable form,
 * `advisory.json`, so every field is a public interface: fields may be added, none changes its meaning.
 */
export const advisoryRecordSchema = z
  .strictObject({
    id: line.describe('The identifier as printed.'),
    slug: line.describe('The identifier as it stands in addresses.'),
    family: z.strictObject({ prefix: line, path: line, name: texts, alert: z.boolean() }),
    languages: z
      .array(languageSchema)
      .min(1)
      .describe('The languages it was written in, the original’s first.'),
    urls: z.partialRecord(languageSchema, url).describe('Its page in each of those languages.'),
    title: texts,
    state: z.enum(['published', 'withdrawn']),
    withdrawal: z.strictObject({ at: instant, reason: texts }).optional(),
    urgent: z.strictObject({ reason: texts.optional() }).optional().describe('Present when it is urgent.'),
    tlp: z.literal('CLEAR'),
    publisher: z.strictObject({
      name: texts,
      namespace: url,
      category: line,
      contact: line,
      policyUrl: url.optional(),
    }),
    licence: z.strictObject({ name: texts, url: url.optional() }).optional(),
    publishedAt: instant,
    updatedAt: instant,
    revisions: z
      .array(
        z.strictObject({
          number: z.int().min(1),
          at: instant,
          summary: texts,
          changes: z.array(
            z.strictObject({
              part: z.enum(CHANGED_PARTS),
              added: z.array(line).optional(),
              removed: z.array(line).optional(),
              edited: z.array(line).optional(),
            }),
          ),
        }),
      )
      .min(1)
      .describe('Its published states, oldest first.'),
    translated: z
      .partialRecord(languageSchema, z.int().min(1))
      .describe('For each translation the number of the revision that it tells.'),
    sections: z.partialRecord(languageSchema, z.array(sectionSchema)).describe('The prose in each language.'),
    vulnerabilities: z.array(vulnerabilitySchema),
    products: z.array(productSchema),
    vendors: z.array(vendorSchema),
    references: z.array(
      z.strictObject({ title: texts, url, publisher: texts.optional(), language: line.optional() }),
    ),
    credits: z
      .array(z.strictObject({ name: texts.optional(), affiliation: texts.optional(), role: line }))
      .describe('Who is thanked; a name may be withheld.'),
    route: line.optional().describe('How the report reached the coordinator.'),
    judgement: z
      .strictObject({ on: daySchema })
      .optional()
      .describe('Present when it was published after a judgement, without the developer.'),
    related: z.array(z.strictObject({ id: line, url: url.optional() })),
    timeline: z.array(z.strictObject({ on: daySchema, event: line, note: texts.optional() })),
  })
  .describe('An advisory as data.');

export type AdvisoryRecord = z.infer<typeof advisoryRecordSchema>;
export type RecordVulnerability = AdvisoryRecord['vulnerabilities'][number];
export type RecordProduct = AdvisoryRecord['products'][number];
export type RecordVendor = AdvisoryRecord['vendors'][number];
