import type { Instant } from '#domain/dates.ts';
import { cveUrl } from '#domain/identifiers.ts';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { drop, items, member, type Place } from '#formats/foreign/foreign-document.ts';
import type { Draft, DraftFacts, DraftSection, DraftTranslation } from '../draft.ts';
import { addressTitle } from '../facts/address.ts';
import { findCves } from '../facts/identifiers.ts';
import { firstSentence, readLine } from '../facts/plain-line.ts';
import { buildSection, listSentences, underHeading } from '../facts/prose.ts';
import type { ReadContext, Refusal } from '../format.ts';
import { unique } from '#formats/foreign/unique.ts';
import { isOfMaker } from './is-of-maker.ts';
import { addCpes, type Additions, readAdditions } from './read-adp.ts';
import { checkRecord, type CveMetadata, readMetadata } from './read-metadata.ts';
import { buildCveProse, type CveTexts, readCveTexts } from './read-prose.ts';
import { type NamedProduct, type ReadProducts, readProducts } from './read-products.ts';
import { type DraftReference, readReferences } from './read-references.ts';
import { readScores } from './read-scores.ts';
import { readCredits, readOwnIds, readTagSentences } from './read-source.ts';
import { type Happening, readHappenings, sortHappenings } from './read-timeline.ts';
import { readWeaknesses } from './read-weaknesses.ts';
import { optional } from '../facts/optional.ts';

/** A CVE record (CVE Record Format 5.0 to 5.2) as a draft, or why there is none. */
export function readCveRecord(
  document: Place,
  context: ReadContext,
): { draft: Draft } | { refusal: Refusal } {
  const problem = checkRecord(document);
  if (problem !== undefined) return { refusal: problem };
  const metadata = readMetadata(document);
  if ('why' in metadata) return { refusal: metadata };
  const cna = member(document, 'containers', 'cna');
  const texts = readCveTexts(cna);
  const language = firstLanguageOf(texts);
  if (language === undefined) return { refusal: whyNoText(cna) };
  return { draft: buildDraft(document, { metadata, texts, language, context }) };
}

/** English, in which every record should be, goes before Japanese. */
function firstLanguageOf({ descriptions }: CveTexts): Language | undefined {
  return LANGUAGES.toReversed().find((language) => descriptions[language] !== undefined);
}

function whyNoText(cna: Place): Refusal {
  const isForeign = items(cna, 'descriptions').length > 0;
  const { pointer } = member(cna, 'descriptions');
  return isForeign ? { why: 'language', at: `${pointer}/0/lang` } : { why: 'missing', at: pointer };
}

interface Told {
  readonly metadata: CveMetadata;
  readonly texts: CveTexts;
  readonly language: Language;
  readonly context: ReadContext;
}

function buildDraft(document: Place, { metadata, texts, language, context }: Told): Draft {
  const cna = member(document, 'containers', 'cna');
  const adps = items(document, 'containers', 'adp');
  const speaker = metadata.assigner ?? 'the CNA';
  const [scores, weaknesses] = [readScores(cna, speaker), readWeaknesses(cna)];
  const additions = readAdditions(adps, { cvss: scores.vectors, cwe: weaknesses.cwe });
  const products = readAllProducts(cna, adps);
  const happenings = [...readHappenings(cna), ...additions.happenings];
  const { timeline, others } = sortHappenings(
    withPublication(happenings, metadata.publicAt),
    metadata.publishedAt,
    context.timezone,
  );
  const sentences = {
    analysis: [
      ...weaknesses.words.map((word) => `Type of problem as ${speaker} names it: ${word}`),
      ...scores.sentences,
      ...additions.sentences,
    ],
    addendum: [...readTagSentences(cna), ...describeOthers(products)],
  };
  const prose = [...buildCveProse(texts, language), ...buildRemarks(sentences, others)];
  const title = readTitle(cna, texts, language);
  const translations = readTranslations(texts, language);
  const facts: DraftFacts = {
    id: metadata.id,
    title,
    publishedAt: metadata.publishedAt,
    vulnerabilities: [toVulnerability(metadata, [scores.vectors, weaknesses.cwe], additions)],
    ...optional('affected', products.affected),
    ...readDocuments([cna, ...adps], products, metadata.id),
    ...optional('credits', readCredits(cna)),
    ...optional(
      'related',
      toRelated(readOwnIds(cna), metadata.id, [title, ...prose.map(({ markdown }) => markdown)]),
    ),
    ...optional('timeline', timeline),
    revisions: metadata.revisions,
  };
  dropApplicability(cna);
  return { facts, language, prose, ...(translations && { translations }) };
}

function readTitle(cna: Place, texts: CveTexts, language: Language): string {
  return readLine(cna, 'title') ?? firstSentence(texts.descriptions[language]?.[0]?.plain ?? '');
}

function toVulnerability(
  { id, assigner }: CveMetadata,
  [vectors, weaknesses]: readonly [readonly string[], readonly string[]],
  additions: Additions,
): DraftFacts['vulnerabilities'][number] {
  return {
    cve: id,
    ...optional('cwe', [...weaknesses, ...additions.cwe]),
    ...optional('cvss', [...vectors, ...additions.cvss]),
    ...(assigner !== undefined && { assigner }),
  };
}

/** Products as the CNA names them, or else the first other publisher that does. */
function readAllProducts(cna: Place, adps: readonly Place[]): ReadProducts {
  const own = readProducts(cna);
  if (own.affected.length + own.unaffected.length + own.unknown.length > 0) {
    return { ...own, affected: addCpes(own.affected, adps) };
  }
  const [first, ...rest] = adps.filter((adp) => items(adp, 'affected').length > 0);
  for (const adp of rest) drop(member(adp, 'affected'), 'no-place');
  return first === undefined ? own : readProducts(first);
}

/** References, and the notices of the vendor where the record is about the products of one only. */
function readDocuments(
  containers: readonly Place[],
  { affected, unaffected, unknown, repositories }: ReadProducts,
  id: string,
): Pick<DraftFacts, 'references' | 'vendors'> {
  const { references, notices } = readReferences(containers);
  const makers = unique(affected.map(({ vendor }) => vendor));
  const [maker] = makers;
  const own =
    makers.length > 1 ? [] : notices.filter(({ url }) => maker !== undefined && isOfMaker(url, maker));
  const commits = new Set(affected.flatMap(({ git }) => git?.repository ?? []));
  const rows = [
    ...(maker !== undefined && own.length > 0
      ? [{ vendor: maker, notices: own.map(({ title, url }) => ({ url, label: title })) }]
      : []),
    ...unaffectedMakers([...affected, ...unknown], unaffected).map((vendor) => ({
      vendor,
      status: 'not-affected' as const,
    })),
  ];
  const known = new Set([...references, ...notices].map(({ url }) => url));
  const more = [
    ...repositories
      .filter((url) => !commits.has(url))
      .map((url) => ({ title: addressTitle(url, 'Repository'), url })),
    { title: 'CVE record', url: cveUrl(id) },
  ].filter(({ url }) => !known.has(url));
  return {
    ...optional<'references', DraftReference>('references', [
      ...notices.filter((notice) => !own.includes(notice)),
      ...references,
      ...more,
    ]),
    ...optional('vendors', rows),
  };
}

/** Vendors all of whose products are not affected. */
function unaffectedMakers(
  affected: readonly { vendor: string }[],
  unaffected: readonly NamedProduct[],
): string[] {
  const makers = new Set(affected.map(({ vendor }) => vendor));
  return unique(unaffected.map(({ vendor }) => vendor)).filter((vendor) => !makers.has(vendor));
}

/** Products that are not affected, or of which that is not known. */
function describeOthers({ unaffected, unknown }: ReadProducts): string[] {
  const named = (list: readonly NamedProduct[]): string =>
    unique(
      list.map(({ vendor, product }) => (product.startsWith(vendor) ? product : `${vendor} ${product}`)),
    ).join(', ');
  return [
    ...(unaffected.length === 0 ? [] : [`Not affected: ${named(unaffected)}`]),
    ...(unknown.length === 0 ? [] : [`Not known whether affected: ${named(unknown)}`]),
  ];
}

/** When the vulnerability became public, unless the timeline tells it. */
function withPublication(happenings: readonly Happening[], publicAt?: Instant): readonly Happening[] {
  const day = publicAt?.slice(0, 10);
  const isTold = happenings.some(({ on, said }) => on === day && /(?:public|disclos|publish)/iu.test(said));
  return day === undefined || isTold
    ? happenings
    : [...happenings, { on: day, said: 'The vulnerability became public.' }];
}

function buildRemarks(
  { analysis, addendum }: { readonly analysis: readonly string[]; readonly addendum: readonly string[] },
  others: readonly Happening[],
): DraftSection[] {
  const told = others.map(({ on, said }) => `${on}: ${said}`);
  return [
    ...buildSection('addendum', [
      listSentences(addendum),
      ...underHeading('Timeline', [listSentences(told)]),
    ]),
    ...buildSection('analysis', [listSentences(analysis)]),
  ];
}

function readTranslations(texts: CveTexts, language: Language): Draft['translations'] {
  const others = LANGUAGES.filter((other) => other !== language && texts.descriptions[other] !== undefined);
  const entries = others.map((other): [Language, DraftTranslation] => [
    other,
    {
      title: firstSentence(texts.descriptions[other]?.[0]?.plain ?? ''),
      prose: buildCveProse(texts, other),
    },
  ]);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Other documents about it, and other CVEs that its text names. */
function toRelated(ids: readonly string[], own: string, texts: readonly string[]): string[] {
  const named = findCves(texts.join('\n').replaceAll('\\', ''));
  return unique([...ids, ...named]).filter((id) => id !== own);
}

/** Conditions on CPEs say once more which versions are affected (`cpeApplicability`). */
function dropApplicability(cna: Place): void {
  drop(member(cna, 'cpeApplicability'), 'no-place');
}
