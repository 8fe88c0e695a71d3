import { z } from 'zod';
import { isCvssProblem, parseCvss } from '#domain/cvss.ts';

/*
 * What an OSV record of ours may look like: the rules of the OSV schema 1.7.5 (field details) in our own words, stricter
 * where we write less than it allows.
 */

const utc = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
const text = z.string().min(1);
const webAddress = z.string().regex(/^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/);
/** “JVN-1” in a registered database, or “x_JVN-1” in one that OSV.dev does not collect. */
const id = z.string().regex(/^(?:x_)?[A-Za-z]+-[A-Za-z0-9-]+$/);
const commit = z.string().regex(/^(?:0|[0-9a-f]{40}|[0-9a-f]{64})$/);
const semantic = z
  .string()
  .regex(/^(?:0|(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?)$/);

const ECOSYSTEMS = [
  ...['npm', 'PyPI', 'Maven', 'Go', 'crates.io', 'RubyGems', 'NuGet', 'Packagist', 'Hex', 'Pub'],
  ...['Hackage', 'ConanCenter', 'opam'],
] as const;

function events(version: z.ZodType<string>) {
  const event = z.union([
    z.strictObject({ introduced: version }),
    z.strictObject({ fixed: version }),
    z.strictObject({ last_affected: version }),
  ]);
  return z
    .array(event)
    .min(1)
    .refine((list) => list.some((each) => 'introduced' in each), { error: 'nothing introduced' })
    .refine(
      (list) => !(list.some((each) => 'fixed' in each) && list.some((each) => 'last_affected' in each)),
      { error: 'fixed and last affected in one range' },
    );
}

const range = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SEMVER'), events: events(semantic) }),
  z.strictObject({ type: z.literal('ECOSYSTEM'), events: events(text) }),
  z.strictObject({ type: z.literal('GIT'), repo: webAddress, events: events(commit) }),
]);

const affected = z
  .strictObject({
    package: z
      .strictObject({
        ecosystem: z.enum(ECOSYSTEMS),
        name: text,
        purl: z.string().regex(/^pkg:[a-z]+\/[^@?#]+$/, { error: 'no version, qualifier or subpath' }),
      })
      .optional(),
    ranges: z.array(range).min(1).optional(),
    versions: z.array(text).min(1).optional(),
  })
  .refine(({ ranges, versions }) => ranges !== undefined || versions !== undefined, { error: 'no versions' })
  .refine(
    ({ package: found, ranges = [], versions = [] }) =>
      found !== undefined || (versions.length === 0 && ranges.every(({ type }) => type === 'GIT')),
    { error: 'numbers of versions without a registry' },
  );

const severity = z
  .strictObject({ type: z.enum(['CVSS_V2', 'CVSS_V3', 'CVSS_V4']), score: text })
  .refine(({ type, score }) => {
    const cvss = parseCvss(score);
    return !isCvssProblem(cvss) && `CVSS_V${cvss.version.charAt(0)}` === type;
  });

export const osvShape = z
  .strictObject({
    schema_version: z.literal('1.7.5'),
    id,
    modified: utc,
    published: utc,
    withdrawn: utc.optional(),
    aliases: z.array(id).min(1).optional(),
    upstream: z.array(id).min(1).optional(),
    related: z
      .array(z.string().regex(/^\w+-[\w:-]+$/))
      .min(1)
      .optional(),
    summary: z.string().regex(/^[^\n\r]*$/),
    details: text.optional(),
    severity: z.array(severity).min(1).max(3).optional(),
    affected: z.array(affected),
    references: z.array(z.strictObject({ type: z.enum(['ADVISORY', 'FIX', 'WEB']), url: webAddress })),
    credits: z
      .array(
        z.strictObject({
          name: text,
          type: z.enum(['FINDER', 'REPORTER', 'ANALYST', 'COORDINATOR', 'REMEDIATION_DEVELOPER', 'OTHER']),
        }),
      )
      .min(1)
      .optional(),
    database_specific: z.strictObject({ advisory: text, cwe_ids: z.array(text).min(1).optional() }),
  })
  .refine(({ aliases = [], id: own }) => !aliases.includes(own), { error: 'its own alias' })
  .refine(({ withdrawn, modified }) => withdrawn === undefined || withdrawn <= modified, {
    error: 'withdrawn after the last change',
  });
