import fc from 'fast-check';
import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import { cvssGrammar, type CvssVersion } from '#domain/cvss-grammar.ts';
import { categoryNames, weaknessNames } from '#domain/cwe-names.ts';
import { parseVersionRange, isRangeProblem, includesVersion } from '#domain/version-range.ts';
import { VENDOR_STATUSES, type VendorStatus } from '#domain/vendor-status.ts';
import type { RecordProduct, RecordVendor, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { toWeakness } from '#formats/record/weakness.ts';
import { hostileText, hostileTexts, hostileUrl } from './hostile-text.ts';

/* Arbitrary parts of a record, as content that passes the check can hold them together. */

type Present<Value> = {
  [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key];
} & { [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Exclude<Value[Key], undefined> };

/** A part whose keys without a value are left out, as the schema wants optional fields. */
export function present<Value extends object>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Present<Value>> {
  return arbitrary.map(
    (value) =>
      Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Present<Value>,
  );
}

export function maybe<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const versions: readonly CvssVersion[] = ['2.0', '3.0', '3.1', '4.0'];

const vector: fc.Arbitrary<string> = fc.constantFrom(...versions).chain((version) =>
  fc
    .tuple(
      ...cvssGrammar[version].map(({ key, values, mandatory }) => {
        const written = fc.constantFrom(...values).map((value) => `${key}:${value}`);
        return mandatory ? written : fc.option(written, { nil: '', freq: 2 });
      }),
    )
    .map((metrics) => [version === '2.0' ? '' : `CVSS:${version}`, ...metrics].filter(Boolean).join('/')),
);

const score = vector.map((written) => {
  const cvss = parseCvss(written);
  if (isCvssProblem(cvss)) throw new Error(`${written}: ${cvss.problem}`);
  return { version: cvss.version, vector: cvss.vector, score: cvss.score, severity: cvss.severity };
});

const weakness = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...weaknessNames.keys()) },
    fc.constantFrom(...categoryNames.keys()),
    fc.constant('CWE-99999'),
  )
  .map(toWeakness);

/** One to three, with CVEs or without; no CVE stands twice. */
export const vulnerabilities: fc.Arbitrary<RecordVulnerability[]> = fc
  .array(
    present(
      fc.record({
        cve: maybe(
          fc.integer({ min: 1, max: 30 }).map((number) => `CVE-1900-${String(number).padStart(4, '0')}`),
        ),
        assigner: maybe(fc.constantFrom('test', 'other')),
        title: maybe(hostileTexts),
        weaknesses: fc.uniqueArray(weakness, { maxLength: 3, selector: ({ id }) => id }),
        scores: fc.uniqueArray(score, { maxLength: 4, selector: (each) => each.vector }),
      }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .filter((list) => {
    const cves = list.flatMap(({ cve }) => cve ?? []);
    return new Set(cves).size === cves.length;
  });

const writtenVersion = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.nat(9), fc.nat(20)).map(([major, minor]) => `${major}.${minor}`) },
  fc.constantFrom('1', '2.0-rc1', '1:2.0~beta', '2.0+build.7', 'v3.1', '2024-01-31', '1.0_p2', '4.0.10', '0'),
);
const bound = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), writtenVersion).map(([sign, at]) => sign + at);
const range = fc
  .oneof(
    { weight: 3, arbitrary: bound },
    fc.tuple(bound, bound).map((both) => both.join(' ')),
    writtenVersion,
    writtenVersion.map((version) => `= ${version}`),
    fc.constantFrom('*', '＜２．０', '<1.4 >=1.2'),
  )
  .filter((text) => !isRangeProblem(parseVersionRange(text)));

const commit = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdef')),
  minLength: 40,
  maxLength: 40,
});

function product(vendors: readonly string[], cves: readonly string[]): fc.Arbitrary<RecordProduct> {
  return present(
    fc.record({
      vendor: fc.constantFrom(...vendors),
      // Few names, so that the same one often stands twice.
      name: fc.oneof(
        fc.constantFrom({ ja: '製品甲', en: 'Product A' }, { ja: 'Router X', en: 'Router X' }),
        hostileTexts,
      ),
      ranges: fc.array(range, { maxLength: 3 }),
      fixed: fc.array(writtenVersion, { maxLength: 2 }),
      note: maybe(hostileTexts),
      cves:
        cves.length === 0
          ? fc.constant(undefined)
          : maybe(fc.uniqueArray(fc.constantFrom(...cves), { minLength: 1 })),
      cpe: maybe(
        fc.constantFrom(
          'cpe:2.3:a:example:product:*:*:*:*:*:*:*:*',
          'cpe:2.3:o:example:os\\:x:1.0:*:*:*:*:*:*:*',
        ),
      ),
      purl: maybe(
        fc.constantFrom('pkg:npm/%40example/product', 'pkg:pypi/product@1.0', 'pkg:generic/product?a=b#c'),
      ),
      git: maybe(
        fc.record({
          repository: fc.constant('https://git.example/product.git'),
          introduced: fc.array(commit, { maxLength: 2 }),
          fixed: fc.array(commit, { maxLength: 2 }),
        }),
      ),
    }),
  ).map((each) => ({ ...each, fixed: each.fixed.filter((version) => !isInRanges(each.ranges, version)) }));
}

function isInRanges(ranges: readonly string[], version: string): boolean {
  return ranges.some((text) => {
    const parsed = parseVersionRange(text);
    return !isRangeProblem(parsed) && includesVersion(parsed, version);
  });
}

/** None to six; makers of products are among `vendors`. */
export function products(vendors: readonly string[], cves: readonly string[]): fc.Arbitrary<RecordProduct[]> {
  return vendors.length === 0 ? fc.constant([]) : fc.array(product(vendors, cves), { maxLength: 6 });
}

/** A vendor with or without a row; a maker of affected products is never “not affected” (ADV024). */
export function vendor(
  slug: string,
  isMaker: boolean,
  cves: readonly string[],
  answeredOn: string,
): fc.Arbitrary<RecordVendor> {
  const status = fc.constantFrom<VendorStatus>(
    ...VENDOR_STATUSES.filter((each) => !isMaker || each !== 'not-affected'),
  );
  return present(
    fc.record({
      slug: fc.constant(slug),
      name: hostileTexts,
      url: maybe(hostileUrl),
      listed: isMaker ? fc.boolean() : fc.constant(true),
      status: maybe(status),
      statusOn: maybe(fc.constant(answeredOn)),
      exceptions:
        cves.length === 0
          ? fc.constant({})
          : fc.dictionary(fc.constantFrom(...cves), fc.constantFrom(...VENDOR_STATUSES), {
              noNullPrototype: true,
            }),
      notices: fc.array(present(fc.record({ url: hostileUrl, label: maybe(hostileTexts) })), {
        maxLength: 2,
      }),
      statement: maybe(hostileTexts),
      addendum: maybe(hostileTexts),
      justification: maybe(
        fc.constantFrom(
          'component_not_present',
          'vulnerable_code_not_present',
          'inline_mitigations_already_exist',
        ),
      ),
    }),
  ).map(keepRules);
}

/** Only a row has answers, and only “not affected” has a justification (ADV028). */
function keepRules(each: RecordVendor): RecordVendor {
  const { slug, name, url, listed, justification, ...row } = each;
  const maker = { slug, name, ...(url !== undefined && { url }) };
  if (!listed) return { ...maker, listed, exceptions: {}, notices: [] };
  const isNotAffected = [row.status, ...Object.values(row.exceptions)].includes('not-affected');
  return { ...maker, listed, ...row, ...(isNotAffected && justification !== undefined && { justification }) };
}

/** Paragraphs of a section. */
export const prose: fc.Arbitrary<string> = fc
  .array(hostileText, { maxLength: 3 })
  .map((blocks) => blocks.join('\n'));
