import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';
import { parseOrigin } from './public-url.ts';
import { daySchema } from './revision.ts';

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const httpsUrl = z.url({ protocol: /^https?$/ });
const originSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => parseOrigin(url) !== undefined, { error: 'the site stands at the root of its host' });
const days = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .meta({ examples: ['45'] })
  .transform(Number);

/** Addresses that the engine itself uses at the top of the site, so no family may take them. */
export const RESERVED_PATHS: readonly string[] = [
  'about',
  'advisories',
  'api',
  'cve',
  'drafts',
  'en',
  'feeds',
  'findings',
  'ja',
  'osv',
  'rss',
  'search',
  'search-index',
  'statistics',
  'unreachable',
  'vendors',
  'vex',
  'vuldef',
];

const familySchema = z
  .strictObject({
    prefix: z
      .string()
      .regex(/^[A-Za-z]+[#-]?$/)
      .meta({ examples: ['JVN#'] })
      .describe('What every identifier of the family starts with, for example JVN#.'),
    path: z
      .string()
      .regex(slugPattern)
      .meta({ examples: ['jp'] })
      .refine((path) => !RESERVED_PATHS.includes(path), { error: 'this path is used by the site itself' })
      .describe('The folder of the family in addresses, for example jp.'),
    name: localizedTextSchema.describe('The family’s name as the index shows it.'),
    description: localizedTextSchema.optional().describe('One sentence: what this family is for.'),
    pattern: z
      .string()
      .refine(isSafePattern, {
        error: 'use only digits, letters, [classes], {counts}, groups and alternatives',
      })
      .describe('A regular expression for what follows the prefix, for example [0-9]{8}.'),
    alert: flag().optional().describe('True when the family carries alerts rather than advisories.'),
  })
  .describe('One family of identifiers.');

/** One family of identifiers, for example `JVN#` under `/jp/`. */
export type Family = z.infer<typeof familySchema>;

const publisherSchema = z
  .strictObject({
    name: localizedTextSchema.describe('The organisation that publishes the site.'),
    namespace: httpsUrl.describe('The address that identifies the publisher (CSAF 2.0 §3.2.1.8.4).'),
    category: z
      .enum(['coordinator', 'vendor', 'discoverer', 'user', 'other', 'translator'])
      .default('coordinator')
      .describe('The publisher’s role (CSAF 2.0 §3.2.1.8.1).'),
    contact: z.string().min(1).describe('How to reach the publisher: an address or an e-mail address.'),
    securityPolicyUrl: httpsUrl.optional().describe('The publisher’s own vulnerability policy.'),
  })
  .describe('Who publishes.');

const timersSchema = z
  .strictObject({
    publicationTargetDays: days.default(45).describe('Days from the start of a product case to publication.'),
    websiteTargetDays: days.default(90).describe('Days in which a website should be corrected.'),
    vendorSilenceDays: days.default(14).describe('Days after which a silent vendor is reminded.'),
    triageDays: days.default(5).describe('Business days in which a report is accepted or refused.'),
    reservedIdDays: days
      .default(180)
      .describe(
        'Days from the start of a case after which a reserved identifier without a date is looked at.',
      ),
    urgentDays: days.default(14).describe('Days for which every page points to an urgent advisory.'),
    unreachableStageDays: days
      .default(90)
      .describe('Days after which an entry of an unreachable developer is due for its next stage.'),
    unreachableRemovalDays: days
      .default(5)
      .describe('Business days in which the entry of a developer who answered is taken off the list.'),
  })
  .describe('Clocks of the coordination process.');

/** The whole of `site.yaml`: every choice that belongs to the coordinator and not to the engine. */
export const siteSchema = z
  .strictObject({
    title: localizedTextSchema.describe('The site’s name.'),
    description: localizedTextSchema.describe('One sentence: who publishes what, for whom.'),
    notice: localizedTextSchema.optional().describe('A sentence shown on every page, such as “sample site”.'),
    url: originSchema.describe('The public address of the site, without a path.'),
    timezone: z
      .string()
      .refine(isTimeZone, { error: 'not an IANA time zone' })
      .describe('The zone in which days and years are counted, for example Asia/Tokyo.'),
    languages: z
      .array(languageSchema)
      .min(1)
      .refine((list) => new Set(list).size === list.length, { error: 'a language is named twice' })
      .describe('The languages of the site; the first is the default and stands at the root.'),
    publisher: publisherSchema,
    families: z
      .array(familySchema)
      .min(1)
      .refine((list) => new Set(list.map(({ path }) => path)).size === list.length, {
        error: 'two families share a path',
      })
      .refine((list) => new Set(list.map(({ prefix }) => prefix)).size === list.length, {
        error: 'two families share a prefix',
      })
      .describe('The families of identifiers, in the order in which they are shown.'),
    timers: timersSchema.prefault({}),
    tlp: z.literal('CLEAR').default('CLEAR').describe('The TLP label of everything on the public site.'),
    csaf: z
      .strictObject({
        publicKey: z
          .string()
          .regex(/^(?!.*\.\.)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\.asc$/)
          .meta({ examples: ['openpgp.asc'] })
          .optional()
          .describe(
            'Path below the content directory of the armored OpenPGP public key with which the site is signed; then no other key can sign it.',
          ),
      })
      .optional()
      .describe('Settings of the CSAF provider.'),
    cna: z
      .strictObject({
        orgId: z.uuid().describe('The CNA’s organisation id.'),
        shortName: z.string().min(1).describe('The CNA’s short name.'),
      })
      .optional()
      .describe('The site’s CVE Numbering Authority; absent means that no CVE records are made.'),
    osv: z
      .strictObject({ prefix: z.string().min(1).describe('The registered OSV prefix.') })
      .optional()
      .describe('Settings of the OSV export.'),
    jvnrss: z
      .strictObject({
        namespace: z
          .enum(['http://jvn.jp/rss/mod_sec/', 'http://jvn.jp/rss/mod_sec/3.0/'])
          .default('http://jvn.jp/rss/mod_sec/')
          .describe(
            'The namespace of the security elements: the one that JVN iPedia’s feeds use, or that of the schema.',
          ),
      })
      .prefault({})
      .describe('Settings of the JVNRSS feeds.'),
    licence: z
      .strictObject({
        name: localizedTextSchema.describe('The licence’s name.'),
        url: httpsUrl.optional().describe('The licence’s text.'),
      })
      .optional()
      .describe('The licence of the site’s texts.'),
    repository: httpsUrl.optional().describe('The public repository, for links to history and corrections.'),
    reportsSince: daySchema
      .default('2004-07-08')
      .describe(
        'The first day on which reports were taken; statistics count reports per business day of Japan from there.',
      ),
    events: z
      .array(
        z
          .strictObject({
            on: z.iso
              .date()
              .meta({ examples: ['2026-12-28'] })
              .describe('The day of the event, or its first day.'),
            until: z.iso.date().optional().describe('Its last day, where it takes several.'),
            title: localizedTextSchema.describe('What happens, for example planned maintenance.'),
          })
          .describe('One scheduled event of the site.'),
      )
      .default([])
      .describe(
        'Scheduled events of the site that everybody may know, for its calendar. Never a date of a publication.',
      ),
    holidays: z
      .array(z.iso.date())
      .default([])
      .describe('Days off beside the national holidays, for clocks in business days.'),
  })
  .describe('Everything that the coordinator decides about the site.');

/** The site's settings after validation, with defaults filled in. */
export type Site = z.infer<typeof siteSchema>;

/** A yes or no that arrives as text, because front matter is read without YAML's own typing. */
export function flag() {
  return z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .meta({ yamlType: 'boolean' });
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Patterns hold bounded counts only: without `*` and `+` no identifier can make a match run long. */
function isSafePattern(pattern: string): boolean {
  if (!/^[\w\-[\]{},()|?:\\]+$/.test(pattern)) return false;
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
