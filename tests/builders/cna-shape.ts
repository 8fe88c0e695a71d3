import { z } from 'zod';
import { cpePattern } from '#domain/identifiers.ts';

/*
 * What a CNA container of ours may look like: the rules of the CVE Record Format 5.1.1 (`cnaPublishedContainer`) and of
 * the CNA Operational Rules §5 in our own words, stricter where we write less than they allow.
 */

const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
const upTo = (length: number) => z.string().min(1).max(length);
const webAddress = upTo(2048).regex(/^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/);
const lang = z.enum(['en', 'ja']);

function distinct<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .min(1)
    .refine((list) => new Set(list.map((each) => JSON.stringify(each))).size === list.length, {
      error: 'twins',
    });
}

const said = z.strictObject({ lang, value: upTo(4096) });

const version = z
  .strictObject({
    version: upTo(1024),
    status: z.enum(['affected', 'unaffected']),
    versionType: z.enum(['semver', 'python', 'maven', 'custom']).optional(),
    lessThan: upTo(1024).optional(),
    lessThanOrEqual: upTo(1024).optional(),
  })
  .refine(({ lessThan, lessThanOrEqual, versionType }) => {
    const ends = [lessThan, lessThanOrEqual].filter((end) => end !== undefined).length;
    return versionType === undefined ? ends === 0 : ends === 1;
  });

const product = z.strictObject({
  vendor: upTo(512),
  product: upTo(2048),
  collectionURL: webAddress.optional(),
  packageName: upTo(2048).optional(),
  packageURL: z
    .string()
    .regex(/^pkg:[a-z]+\/[^@?#]+$/)
    .optional(),
  repo: webAddress.optional(),
  cpes: distinct(z.string().regex(cpePattern)).optional(),
  versions: distinct(version).optional(),
  /** A product of which nothing but “unaffected” is said has no place here (§5.1.8). */
  defaultStatus: z.enum(['affected', 'unknown']),
});

const score = (number: '2.0' | '3.0' | '3.1' | '4.0') =>
  z
    .strictObject({
      version: z.literal(number),
      vectorString: z.string().startsWith(number === '2.0' ? 'AV:' : `CVSS:${number}/`),
      baseScore: z.number().min(0).max(10),
      baseSeverity: z.enum(['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']).optional(),
    })
    .refine(({ baseSeverity }) => (baseSeverity === undefined) === (number === '2.0'))
    .refine(
      ({ baseScore, baseSeverity }) =>
        baseSeverity === undefined ||
        baseSeverity ===
          (['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const).find(
            (_, place) => baseScore >= ([9, 7, 4, 0.1][place] ?? 0),
          ) ||
        (baseScore === 0 && baseSeverity === 'NONE'),
      { error: 'score and severity differ' },
    );

const metric = z
  .strictObject({
    format: z.literal('CVSS'),
    scenarios: z.tuple([z.strictObject({ lang: z.literal('en'), value: z.literal('GENERAL') })]),
    cvssV2_0: score('2.0').optional(),
    cvssV3_0: score('3.0').optional(),
    cvssV3_1: score('3.1').optional(),
    cvssV4_0: score('4.0').optional(),
  })
  .refine((each) => Object.keys(each).length === 3);

const problem = z.union([
  z.strictObject({
    lang: z.literal('en'),
    description: upTo(4096),
    type: z.literal('CWE'),
    cweId: z.string().regex(/^CWE-[1-9]\d{0,4}$/),
  }),
  z.strictObject({ lang: z.literal('en'), description: upTo(4096), type: z.literal('text') }),
]);

export const cnaShape = z.strictObject({
  cnaContainer: z
    .strictObject({
      providerMetadata: z.strictObject({ orgId: z.uuid({ version: 'v4' }) }),
      title: upTo(256),
      datePublic: moment,
      /** The first is the English one (§5.2.5). */
      descriptions: distinct(said).refine(
        (list) => list[0]?.lang === 'en' && list.filter((each) => each.lang === 'en').length === 1,
      ),
      affected: distinct(product),
      problemTypes: distinct(z.strictObject({ descriptions: z.tuple([problem]) })).optional(),
      metrics: distinct(metric).optional(),
      references: distinct(
        z.strictObject({
          url: webAddress.refine((url) => !/^https?:\/\/(?:www\.)?cve\.org\//.test(url), {
            error: 'the record itself',
          }),
          name: upTo(512).optional(),
          tags: z.tuple([z.enum(['third-party-advisory', 'vendor-advisory', 'patch'])]).optional(),
        }),
      ).max(512),
      solutions: distinct(said).optional(),
      workarounds: distinct(said).optional(),
      timeline: distinct(said.extend({ time: moment })).optional(),
      credits: distinct(
        said.extend({
          type: z.enum(['finder', 'reporter', 'analyst', 'coordinator', 'remediation developer', 'other']),
        }),
      ).optional(),
      source: z.strictObject({ advisory: z.string().min(1), discovery: z.literal('UNKNOWN') }),
    })
    .refine(({ solutions, workarounds }) => solutions === undefined || workarounds === undefined),
});
