import { type Language, LANGUAGES, type LocalizedText } from '#domain/language.ts';
import type { AdvisoryRecord, RecordProduct, RecordVendor } from '#formats/record/advisory-record.ts';
import { speak, type Texts } from '#formats/record/texts.ts';
import type { Draft, DraftFacts, DraftTranslation, DraftVendor } from '../draft.ts';
import { draftProse } from './draft-prose.ts';

/** What all parts of the draft must know. */
interface Spoken {
  readonly language: Language;
  /** Names of vendors as the draft writes them, by slug. */
  readonly names: ReadonlyMap<string, string>;
}

type Input<Key extends keyof DraftFacts> = NonNullable<DraftFacts[Key]>;

/**
 * A record, which may come from another site or from a format that is read into records → a draft with the same facts.
 * Prose becomes Markdown, from `html` where the record has it. What only follows from other values (scores, names of
 * weaknesses, numbers of revisions) is left out, and so are the publisher and its licence, except that the page on
 * which the advisory stood becomes a reference.
 */
export function draftOfRecord(record: AdvisoryRecord): Draft {
  const [language = 'en'] = record.languages;
  const spoken: Spoken = { language, names: nameVendors(record.vendors, language) };
  const retired = listRetired(record);
  const translations = draftTranslations(record, language);
  return {
    facts: draftFacts(record, spoken),
    language,
    prose: draftProse(record.sections[language] ?? []),
    ...(Object.keys(translations).length > 0 && { translations }),
    vendors: record.vendors.map((vendor) => draftVendor(vendor, spoken)),
    ...(retired.length > 0 && { retired }),
  };
}

function draftFacts(record: AdvisoryRecord, spoken: Spoken): DraftFacts {
  const { language } = spoken;
  const { id, publishedAt, state, tlp, withdrawal, urgent, route, related } = record;
  const say = (texts: Texts) => localized(texts, language);
  return {
    ...{ id, title: speak(record.title, language, record.languages), publishedAt, state, tlp },
    ...(withdrawal && { withdrawal: { at: withdrawal.at, reason: say(withdrawal.reason) } }),
    ...(urgent && { urgent: urgent.reason === undefined ? 'true' : { reason: say(urgent.reason) } }),
    vulnerabilities: draftVulnerabilities(record, say),
    affected: record.products.map((product) => draftProduct(product, spoken)),
    vendors: record.vendors.filter(({ listed }) => listed).map((vendor) => draftRow(vendor, spoken)),
    references: draftReferences(record, say),
    credits: draftCredits(record, say),
    ...(route !== undefined && { route: route as Input<'route'> }),
    related: related.map((other) => other.id),
    timeline: record.timeline.map(({ on, event, note }) => ({
      ...{ on, event: event as Input<'timeline'>[number]['event'] },
      ...(note && { note: say(note) }),
    })),
    revisions: record.revisions.map(({ at, summary, changes }) => ({
      ...{ at, summary: say(summary) },
      ...(changes.length > 0 && { changes }),
    })),
  };
}

type Say = (texts: Texts) => LocalizedText;

function draftVulnerabilities({ vulnerabilities }: AdvisoryRecord, say: Say): Input<'vulnerabilities'> {
  if (vulnerabilities.length === 0) return [{}];
  return vulnerabilities.map(({ cve, assigner, title, weaknesses, scores }) => ({
    ...(cve !== undefined && { cve }),
    ...(title && { title: say(title) }),
    ...(weaknesses.length > 0 && { cwe: weaknesses.map(({ id }) => id) }),
    ...(scores.length > 0 && { cvss: scores.map(({ vector }) => vector) }),
    ...(assigner !== undefined && { assigner }),
  }));
}

function draftProduct(product: RecordProduct, { language, names }: Spoken): Input<'affected'>[number] {
  const { vendor, name, ranges, fixed, note, cves, cpe, purl, git } = product;
  return {
    ...{ vendor: names.get(vendor) ?? vendor, product: localized(name, language) },
    ...(ranges.length > 0 && { ranges }),
    ...(fixed.length > 0 && { fixed }),
    ...(note && { note: localized(note, language) }),
    ...(cves && { cves }),
    ...(cpe !== undefined && { cpe }),
    ...(purl !== undefined && { purl }),
    ...(git && { git }),
  };
}

function draftRow(row: RecordVendor, { language, names }: Spoken): Input<'vendors'>[number] {
  const { status, notifiedOn, statusOn, updatedOn, exceptions, notices, statement, addendum } = row;
  return {
    vendor: names.get(row.slug) ?? row.slug,
    ...(status && { status }),
    ...(notifiedOn !== undefined && { notifiedOn }),
    ...(statusOn !== undefined && { statusOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    ...(Object.keys(exceptions).length > 0 && { cves: exceptions }),
    ...(notices.length > 0 && {
      notices: notices.map(({ url, label }) => ({
        url,
        ...(label && { label: localized(label, language) }),
      })),
    }),
    ...(statement && { statement: localized(statement, language) }),
    ...(addendum && { addendum: localized(addendum, language) }),
    ...(row.justification !== undefined && {
      justification: row.justification as NonNullable<Input<'vendors'>[number]['justification']>,
    }),
  };
}

/** Its references, and the page on which it stood. */
function draftReferences(record: AdvisoryRecord, say: Say): Input<'references'> {
  const { references, urls, id, publisher, languages } = record;
  const known = new Set(references.map(({ url }) => url));
  const pages = languages.flatMap((language) => {
    const url = urls[language];
    if (url === undefined || known.has(url)) return [];
    known.add(url);
    return [{ title: id, url, publisher: say(publisher.name), language }];
  });
  return [
    ...references.map(({ title, url, publisher: by, language }) => ({
      ...{ title: say(title), url },
      ...(by && { publisher: say(by) }),
      ...(language !== undefined && { language }),
    })),
    ...pages,
  ];
}

function draftCredits({ credits }: AdvisoryRecord, say: Say): Input<'credits'> {
  return credits.map(({ name, affiliation, role }) => ({
    ...(name ? { name: say(name) } : { anonymous: 'true' as const }),
    ...(affiliation && { affiliation: say(affiliation) }),
    role: role as NonNullable<Input<'credits'>[number]['role']>,
  }));
}

function draftTranslations(
  record: AdvisoryRecord,
  original: Language,
): Partial<Record<Language, DraftTranslation>> {
  const others = LANGUAGES.filter((language) => language !== original).flatMap((language) => {
    const title = record.title[language];
    const sections = record.sections[language];
    if (title === undefined || sections === undefined) return [];
    return [[language, { title, prose: draftProse(sections) }] as const];
  });
  return Object.fromEntries(others);
}

/** A vendor's name in the language of the draft; its slug where another vendor has that name too. */
function nameVendors(vendors: readonly RecordVendor[], language: Language): Map<string, string> {
  const spoken = vendors.map(({ slug, name }) => [slug, speak(name, language, [])] as const);
  const isTwice = (name: string) => spoken.filter(([, other]) => other === name).length > 1;
  return new Map(spoken.map(([slug, name]) => [slug, isTwice(name) ? slug : name]));
}

function draftVendor({ slug, name, url }: RecordVendor, { language, names }: Spoken): DraftVendor {
  const written = names.get(slug) ?? slug;
  const shown = localized(name, language);
  return {
    ...{ name: written, slug },
    ...(shown !== written && { names: shown }),
    ...(url !== undefined && { url }),
  };
}

/** Paths of its pages, but for those at which every site of this kind shows an advisory of that identifier. */
function listRetired({ urls, slug, family }: AdvisoryRecord): string[] {
  const own = `/${family.path}/${slug}/`;
  const paths = Object.values(urls).map((url) => URL.parse(url)?.pathname ?? '/');
  return [...new Set(paths.filter((path) => path !== '/' && !path.endsWith(own)))];
}

/** A plain text where the language of the draft says it all. */
function localized(texts: Texts, language: Language): LocalizedText {
  const said = new Set(Object.values(texts));
  const own = texts[language];
  return own !== undefined && said.size === 1 ? own : { ...texts };
}
