import fc from 'fast-check';
import { compareInstants } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { SECTION_HEADINGS, SECTION_IDS } from '#domain/section.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import type { Texts } from '#formats/record/texts.ts';
import { fictionalRecord } from './fictional-record.ts';
import { hostileText, hostileTexts, hostileUrl } from './hostile-text.ts';
import { maybe, present, products, prose, vendor, vulnerabilities } from './record-parts.ts';

/** A fictional advisory that uses every field of the record; `overrides` replace whole fields. */
export function anAdvisoryRecord(overrides: Partial<AdvisoryRecord> = {}): AdvisoryRecord {
  return { ...fictionalRecord, ...overrides };
}

const instant = fc
  .date({ min: new Date('1999-12-30T00:00:00Z'), max: new Date('2026-06-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().replace(/(?:\.000|0+)Z$/, 'Z'));

interface Frame {
  languages: Language[];
  moments: string[];
  vulnerabilities: AdvisoryRecord['vulnerabilities'];
  isWithdrawn: boolean;
}

const frame: fc.Arbitrary<Frame> = fc.record({
  languages: fc.constantFrom<Language[]>(['ja'], ['en'], ['ja', 'en'], ['en', 'ja']),
  moments: fc
    .uniqueArray(instant, { minLength: 1, maxLength: 4 })
    .map((list) => list.toSorted(compareInstants)),
  vulnerabilities,
  isWithdrawn: fc.nat(4).map((number) => number === 0),
});

/** Any record that content which passes the check can become, with text that is worse than the check would let in. */
export const arbitraryRecord: fc.Arbitrary<AdvisoryRecord> = frame.chain(arbitraryWithin);

function arbitraryWithin(around: Frame): fc.Arbitrary<AdvisoryRecord> {
  const cves = around.vulnerabilities.flatMap(({ cve }) => cve ?? []);
  return fc
    .subarray(['alpha', 'beta', 'gamma', 'delta'])
    .chain((makers) => fc.tuple(fc.constant(makers), products(makers, cves)))
    .chain(([makers, made]) => {
      const isMaker = (slug: string) => made.some((product) => product.vendor === slug);
      const slugs = [...makers.filter(isMaker), 'epsilon', 'zeta'];
      const day = (around.moments[0] ?? '').slice(0, 10);
      return fc.record({
        vendors: fc.tuple(...slugs.map((slug) => vendor(slug, isMaker(slug), cves, day))),
        products: fc.constant(made),
        ...proseOf(around),
        ...sources,
      });
    })
    .chain((parts) => fc.tuple(fc.constant(parts), historyOf(around)))
    .map(([parts, past]) => ({
      ...fictionalRecord,
      languages: around.languages,
      urls: byLanguage(around.languages, (language) => fictionalRecord.urls[language] ?? ''),
      ...past,
      vulnerabilities: around.vulnerabilities,
      ...parts,
    }));
}

function byLanguage<Value>(languages: readonly Language[], value: (language: Language) => Value) {
  return Object.fromEntries(languages.map((language) => [language, value(language)])) as Partial<
    Record<Language, Value>
  >;
}

/** Title and sections in each of the languages. */
function proseOf({ languages }: Frame) {
  const inEach = <Value>(arbitrary: (language: Language) => fc.Arbitrary<Value>) =>
    fc.record(Object.fromEntries(languages.map((language) => [language, arbitrary(language)])));
  return {
    title: inEach(() => hostileText) as fc.Arbitrary<Texts>,
    sections: inEach((language) =>
      fc.uniqueArray(section(language), { maxLength: 6, selector: ({ id, heading }) => id ?? heading }),
    ),
  };
}

function section(language: Language) {
  return present(
    fc.record({
      id: fc.option(fc.constantFrom(...SECTION_IDS)),
      heading: hostileText,
      text: prose,
      html: maybe(fc.constant('<p>…</p>\n')),
    }),
  ).map((each) => (each.id === null ? each : { ...each, heading: SECTION_HEADINGS[language][each.id][0] }));
}

const sources = {
  references: fc.array(
    present(
      fc.record({
        title: hostileTexts,
        url: hostileUrl,
        publisher: maybe(hostileTexts),
        language: maybe(fc.constantFrom('ja', 'en', 'zh-Hant')),
      }),
    ),
    { maxLength: 3 },
  ),
  credits: fc.array(
    present(
      fc.record({
        name: maybe(hostileTexts),
        affiliation: maybe(hostileTexts),
        role: fc.constantFrom('finder', 'reporter', 'other'),
      }),
    ),
    { maxLength: 3 },
  ),
  related: fc.array(present(fc.record({ id: hostileText, url: maybe(hostileUrl) })), { maxLength: 2 }),
};

/** What the moments of the frame mean: publication, revisions and sometimes a withdrawal at the last of them. */
function historyOf({ languages, moments, ...around }: Frame) {
  const isWithdrawn = around.isWithdrawn && moments.length > 1;
  const revised = isWithdrawn ? moments.slice(0, -1) : moments;
  const [publishedAt = ''] = moments;
  const updatedAt = moments.at(-1) ?? publishedAt;
  return fc
    .record({
      summaries: fc.array(hostileTexts, { minLength: revised.length, maxLength: revised.length }),
      reason: hostileTexts,
      isReported: fc.boolean(),
    })
    .map(({ summaries, reason, isReported }) => ({
      ...(isWithdrawn
        ? { state: 'withdrawn' as const, withdrawal: { at: updatedAt, reason } }
        : { state: 'published' as const }),
      publishedAt,
      updatedAt,
      revisions: revised.map((at, place) => ({
        ...{ number: place + 1, at },
        summary: summaries[place] ?? reason,
        changes: place === 0 ? [] : [{ part: 'vendors' as const, added: ['Beta Inc.'] }],
      })),
      translated: byLanguage(languages.slice(1), () => revised.length),
      timeline: isReported
        ? [
            { on: '1999-11-01', event: 'reported', note: reason },
            { on: '2026-11-01', event: 'fix-released' },
          ]
        : [],
    }));
}
