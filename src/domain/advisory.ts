import { z } from 'zod';
import { cwePattern } from './cwe.ts';
import { cpePattern, cvePattern, purlPattern } from './identifiers.ts';
import { localizedTextSchema } from './language.ts';
import { daySchema, instantSchema, revisionSchema } from './revision.ts';
import { flag } from './site.ts';
import { vendorSlugSchema } from './vendor.ts';
import { vendorStatusSchema } from './vendor-status.ts';
import { VEX_JUSTIFICATIONS } from './vex-justification.ts';

/** The Traffic Light Protocol 2.0 labels (FIRST). Only CLEAR may stand on a public site. */
const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** What can happen to a vulnerability over time. */
const TIMELINE_EVENTS = [
  'reported',
  'accepted',
  'vendor-notified',
  'fix-released',
  'published',
  'exploit-published',
  'attack-observed',
] as const;

/** How the report reached the coordinator; the credit sentence is generated from it. */
const REPORT_ROUTES = ['partnership', 'developer', 'direct', 'overseas'] as const;

const cveSchema = z
  .string()
  .regex(cvePattern)
  .meta({ examples: ['CVE-2024-12345'] })
  .describe('A CVE identifier (CVE record format 5.1).');

const urlSchema = z.url({ protocol: /^https?$/ }).describe('A public web address.');
const line = z.string().trim().min(1);

const vulnerabilitySchema = z
  .strictObject({
    cve: cveSchema.optional(),
    title: localizedTextSchema
      .optional()
      .describe('A short name of this vulnerability, when there are several.'),
    cwe: z
      .array(
        z
          .string()
          .regex(cwePattern)
          .meta({ examples: ['CWE-79'] }),
      )
      .default([])
      .describe('The weaknesses behind it (CWE).'),
    cvss: z
      .array(line)
      .default([])
      .describe('CVSS vectors of any version; scores are computed, never written.'),
    assigner: line
      .optional()
      .describe(
        'The short name of the CNA that assigned the CVE. A CVE record is made only where it is the site’s own.',
      ),
  })
  .describe('One vulnerability: one CVE, or one without a CVE.');

const commitSchema = z
  .string()
  .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
  .meta({ examples: ['0123456789abcdef0123456789abcdef01234567'] })
  .describe('A whole commit hash of Git.');

const affectedSchema = z
  .strictObject({
    vendor: vendorSlugSchema.describe('Who develops the product: a file of vendors/.'),
    product: localizedTextSchema.describe('The product’s name.'),
    ranges: z
      .array(line)
      .default([])
      .describe('Affected versions: ">=1.2 <1.4", "<=4.0", "=2.0" or "*"; several are a union.'),
    fixed: z.array(line).default([]).describe('Versions in which it is fixed.'),
    note: localizedTextSchema.optional().describe('What no range can say, in words.'),
    cves: z.array(cveSchema).optional().describe('The CVEs that affect this product; all when absent.'),
    cpe: z
      .string()
      .regex(cpePattern)
      .meta({ examples: ['cpe:2.3:a:example:product:*:*:*:*:*:*:*:*'] })
      .optional()
      .describe('The product as CPE 2.3 (NISTIR 7695).'),
    purl: z
      .string()
      .regex(purlPattern)
      .meta({ examples: ['pkg:npm/example-product'] })
      .optional()
      .describe('The package as a package URL (ECMA-427).'),
    git: z
      .strictObject({
        repository: urlSchema.describe('The address from which the repository is cloned.'),
        introduced: z
          .array(commitSchema)
          .default([])
          .describe('Commits that brought the vulnerability; none means that it was always there.'),
        fixed: z.array(commitSchema).default([]).describe('Commits that removed it.'),
      })
      .optional()
      .describe('The commits between which the product is affected (OSV 1.7, events of GIT ranges).'),
  })
  .describe('One affected product and its versions.');

const noticeSchema = z
  .strictObject({
    url: urlSchema,
    label: localizedTextSchema.optional().describe('The notice’s title.'),
  })
  .describe('A notice that the vendor published.');

const vendorRowSchema = z
  .strictObject({
    vendor: vendorSlugSchema,
    status: vendorStatusSchema.optional(),
    notifiedOn: daySchema.optional().describe('The day on which the vendor was told.'),
    statusOn: daySchema.optional().describe('The day of the vendor’s answer.'),
    updatedOn: daySchema
      .optional()
      .describe('The day on which the row was last changed, where it is a later one.'),
    cves: z
      .record(cveSchema, vendorStatusSchema)
      .optional()
      .describe('Exceptions: the vendor’s status for single vulnerabilities.'),
    notices: z.array(noticeSchema).default([]).describe('Notices of the vendor.'),
    statement: localizedTextSchema.optional().describe('The vendor’s own words, quoted.'),
    addendum: localizedTextSchema.optional().describe('The coordinator’s words beside them.'),
    justification: z
      .enum(VEX_JUSTIFICATIONS)
      .optional()
      .describe('Why the products are not affected, in the words of VEX.'),
  })
  .describe('One row of the vendor-status table.');

const referenceSchema = z
  .strictObject({
    title: localizedTextSchema,
    url: urlSchema,
    publisher: localizedTextSchema.optional().describe('Who published it.'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
      .meta({ examples: ['ja'] })
      .optional()
      .describe('The language of the document behind the link (BCP 47).'),
  })
  .describe('A reference.');

const creditSchema = z
  .strictObject({
    name: localizedTextSchema.optional().describe('The name as the person wishes it to be printed.'),
    anonymous: flag().optional().describe('True when the name is withheld.'),
    affiliation: localizedTextSchema.optional().describe('The organisation of the person.'),
    role: z
      .enum(['finder', 'reporter', 'analyst', 'coordinator', 'remediation-developer', 'other'])
      .default('reporter')
      .describe('What the person did (CVE record format 5.1, credits).'),
  })
  .refine((credit) => (credit.name === undefined) === (credit.anonymous === true), {
    error: 'give a name, or anonymous: true, not both',
  })
  .describe('Someone who is thanked.');

const urgentSchema = z
  .union([flag(), z.strictObject({ reason: localizedTextSchema.describe('Why readers must act now.') })])
  .describe('The editorial 緊急 mark with its reason. It is not the CVSS level Critical.');

/** The front matter of an advisory in the site's first language: all of its facts. */
export const advisorySchema = z
  .strictObject({
    id: line.describe('The identifier, for example "JVN#13199224"; quote it, # begins a comment.'),
    title: line.describe('The title in the site’s first language.'),
    publishedAt: instantSchema.describe(
      'The moment of publication. While it lies in the future the advisory is under embargo and stands in no output.',
    ),
    state: z
      .enum(['published', 'withdrawn'])
      .default('published')
      .describe('A withdrawn advisory stays as a page that says so.'),
    withdrawal: z
      .strictObject({ at: instantSchema, reason: localizedTextSchema.describe('Why it was withdrawn.') })
      .optional()
      .describe('When and why it was withdrawn.'),
    urgent: urgentSchema.default(false),
    tlp: z.enum(TLP_LABELS).default('CLEAR').describe('The TLP label; a public build accepts CLEAR only.'),
    vulnerabilities: z.array(vulnerabilitySchema).min(1).describe('The vulnerabilities, one per CVE.'),
    affected: z.array(affectedSchema).default([]).describe('The affected products.'),
    vendors: z.array(vendorRowSchema).default([]).describe('The vendor-status table.'),
    references: z.array(referenceSchema).default([]).describe('Documents for further reading.'),
    credits: z.array(creditSchema).default([]).describe('Who is thanked.'),
    route: z.enum(REPORT_ROUTES).optional().describe('How the report reached the coordinator.'),
    judgement: z
      .strictObject({ on: daySchema.describe('The day of the decision.') })
      .optional()
      .describe(
        'Present when it was decided to publish without a developer who could not be coordinated with (公表判定).',
      ),
    related: z.array(line).default([]).describe('Identifiers of related advisories and documents.'),
    timeline: z
      .array(
        z.strictObject({
          on: daySchema,
          event: z.enum(TIMELINE_EVENTS).describe('What happened.'),
          note: localizedTextSchema.optional().describe('More about it.'),
        }),
      )
      .default([])
      .describe('What happened when.'),
    revisions: z.array(revisionSchema).min(1).describe('The history; the first entry is the publication.'),
  })
  .refine((facts) => (facts.state === 'withdrawn') === (facts.withdrawal !== undefined), {
    path: ['withdrawal'],
    error: 'state: withdrawn and withdrawal: { at, reason } belong together',
  })
  .describe('An advisory.');

/** An advisory's facts, after validation. */
export type AdvisoryFacts = z.infer<typeof advisorySchema>;
export type AffectedProduct = AdvisoryFacts['affected'][number];
export type VendorRow = AdvisoryFacts['vendors'][number];
export type Credit = AdvisoryFacts['credits'][number];
export type TimelineEntry = AdvisoryFacts['timeline'][number];

const wordsByVendor = z.record(vendorSlugSchema, line);

/** The front matter of a translation: language only, never a fact. */
export const translationSchema = z
  .strictObject({
    title: line.describe('The title in this language.'),
    revision: z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .meta({ examples: ['1'] })
      .transform(Number)
      .default(1)
      .describe('The revision of the original that this text translates, counted from 1.'),
    statements: wordsByVendor.default({}).describe('Vendors’ statements in this language, by vendor.'),
    addenda: wordsByVendor.default({}).describe('The coordinator’s addenda in this language, by vendor.'),
  })
  .describe('A translation of an advisory.');

/** A translation's own words, after validation. */
export type TranslationFacts = z.infer<typeof translationSchema>;
