import type { Advisory, AdvisoryText } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import { languagesOf } from '#catalog/queries.ts';
import type { VendorRow } from '#domain/advisory.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { compareText } from '#domain/compare-text.ts';
import { compareInstants, toUtc } from '#domain/dates.ts';
import { firstLanguage, type Language, type LocalizedText } from '#domain/language.ts';
import type {
  AdvisoryRecord,
  RecordProduct,
  RecordVendor,
  RecordVulnerability,
} from '#formats/record/advisory-record.ts';
import { type Texts, toTexts } from '#formats/record/texts.ts';
import { toWeakness } from '#formats/record/weakness.ts';
import { toAbsoluteLinks } from '../absolute-links.ts';
import { advisoryAddress, formatUrl } from '../addresses.ts';
import type { SiteIndex } from '../site-index.ts';
import { findVendor } from '../vendor-name.ts';

/** A public advisory as data. Revisions whose moment has not come stand in no record. */
export function buildAdvisoryRecord(index: SiteIndex, advisory: Advisory): AdvisoryRecord {
  const { facts, id, slug, family, updatedAt } = advisory;
  const { site } = index.catalog;
  const languages = languagesOf(index.catalog, advisory);
  const say = (text: LocalizedText): Texts => toTexts(text, site.languages);
  return {
    id,
    slug,
    family: {
      prefix: family.prefix,
      path: family.path,
      name: say(family.name),
      alert: family.alert === true,
    },
    languages,
    urls: byLanguage(languages, (language) => urlOf(index, language, advisory)),
    title: byLanguage(languages, (language) => advisory.texts[language]?.title ?? facts.title),
    ...toState(advisory, say),
    tlp: 'CLEAR',
    publisher: toPublisher(index, say),
    ...(site.licence && { licence: { ...site.licence, name: say(site.licence.name) } }),
    publishedAt: toUtc(facts.publishedAt),
    updatedAt: toUtc(updatedAt),
    revisions: facts.revisions
      .filter(({ at }) => compareInstants(at, index.catalog.now) <= 0)
      .map(({ at, summary, changes = [] }, place) => ({
        number: place + 1,
        at: toUtc(at),
        summary: say(summary),
        changes,
      })),
    translated: byLanguage(languages.slice(1), (language) => advisory.texts[language]?.revision ?? 1),
    sections: byLanguage(languages, (language) => toSections(index, language, advisory)),
    vulnerabilities: toVulnerabilities(index, advisory),
    products: facts.affected.map((product) => toProduct(product, say)),
    vendors: vendorsOf(advisory).map((vendor) => toVendor(index, advisory, vendor)),
    ...toSources(facts, say),
    related: toRelated(index, facts),
  };
}

function byLanguage<Value>(
  languages: readonly Language[],
  value: (language: Language) => Value,
): Partial<Record<Language, Value>> {
  return Object.fromEntries(languages.map((language) => [language, value(language)]));
}

function urlOf({ catalog: { site } }: SiteIndex, language: Language, advisory: Advisory): string {
  return formatUrl(site, advisoryAddress(site, language, advisory));
}

type Say = (text: LocalizedText) => Texts;

function toState({ facts }: Advisory, say: Say): Pick<AdvisoryRecord, 'state' | 'withdrawal' | 'urgent'> {
  const { state, withdrawal, urgent } = facts;
  return {
    state,
    ...(withdrawal && { withdrawal: { at: toUtc(withdrawal.at), reason: say(withdrawal.reason) } }),
    ...(urgent !== false && { urgent: urgent === true ? {} : { reason: say(urgent.reason) } }),
  };
}

function toPublisher({ catalog: { site } }: SiteIndex, say: Say): AdvisoryRecord['publisher'] {
  const { name, namespace, category, contact, securityPolicyUrl } = site.publisher;
  return {
    ...{ name: say(name), namespace, category, contact },
    ...(securityPolicyUrl !== undefined && { policyUrl: securityPolicyUrl }),
  };
}

function toSections(
  index: SiteIndex,
  language: Language,
  advisory: Advisory,
): NonNullable<AdvisoryRecord['sections'][Language]> {
  const url = urlOf(index, language, advisory);
  return (advisory.texts[language]?.body.sections ?? []).map(({ id, heading, text, html }) => ({
    ...{ id, heading, text },
    html: toAbsoluteLinks(html, url),
  }));
}

function toVulnerabilities(index: SiteIndex, advisory: Advisory): RecordVulnerability[] {
  const { scores } = index.assess(advisory);
  const { languages } = index.catalog.site;
  return advisory.facts.vulnerabilities.map(({ cve, assigner, title, cwe }, place) => ({
    ...(cve !== undefined && { cve }),
    ...(assigner !== undefined && { assigner }),
    ...(title && { title: toTexts(title, languages) }),
    weaknesses: cwe.map(toWeakness),
    scores: (scores[place] ?? []).map(({ version, vector, score, severity }) => ({
      ...{ version, vector, score, severity },
    })),
  }));
}

function toProduct(product: Advisory['facts']['affected'][number], say: Say): RecordProduct {
  const { vendor, ranges, fixed, cves, cpe, purl, git, note } = product;
  return {
    ...{ vendor, name: say(product.product), ranges, fixed },
    ...(note && { note: say(note) }),
    ...(cves && { cves }),
    ...(cpe !== undefined && { cpe }),
    ...(purl !== undefined && { purl }),
    ...(git && { git }),
  };
}

function toVendor({ catalog }: SiteIndex, { facts, texts }: Advisory, slug: string): RecordVendor {
  const { languages } = catalog.site;
  const { name, url } = findVendor(catalog, slug).facts;
  const row = facts.vendors.find(({ vendor }) => vendor === slug);
  const translated = Object.values(texts);
  const statement = joinWords(languages, row?.statement, translated, (words) => words.statements[slug]);
  const addendum = joinWords(languages, row?.addendum, translated, (words) => words.addenda[slug]);
  return {
    slug,
    name: toTexts(name, languages),
    ...(url !== undefined && { url }),
    listed: row !== undefined,
    ...toAnswer(row, languages),
    ...(statement && { statement }),
    ...(addendum && { addendum }),
    ...(row?.justification && { justification: row.justification }),
  };
}

/** What a row of the vendor-status table says but for its words; a maker without a row has said nothing. */
function toAnswer(
  { status, notifiedOn, statusOn, updatedOn, cves = {}, notices = [] }: Partial<VendorRow> = {},
  languages: readonly Language[],
): Pick<RecordVendor, 'status' | 'notifiedOn' | 'statusOn' | 'updatedOn' | 'exceptions' | 'notices'> {
  return {
    ...(status && { status }),
    ...(notifiedOn !== undefined && { notifiedOn }),
    ...(statusOn !== undefined && { statusOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    exceptions: cves,
    notices: notices.map(({ url, label }) => ({ url, ...(label && { label: toTexts(label, languages) }) })),
  };
}

/** What stands in the original with what its translations say in their languages. */
function joinWords(
  languages: readonly Language[],
  original: LocalizedText | undefined,
  translated: readonly AdvisoryText[],
  pick: (words: NonNullable<AdvisoryText['words']>) => string | undefined,
): Texts | undefined {
  const own = translated.flatMap(({ language, words }) => {
    const said = words && pick(words);
    return said === undefined ? [] : [[language, said] as const];
  });
  const texts = { ...(original && toTexts(original, languages)), ...Object.fromEntries(own) };
  return Object.keys(texts).length === 0 ? undefined : texts;
}

function toSources(
  facts: Advisory['facts'],
  say: Say,
): Pick<AdvisoryRecord, 'references' | 'credits' | 'route' | 'judgement' | 'timeline'> {
  return {
    references: facts.references.map(({ title, url, publisher, language }) => ({
      title: say(title),
      url,
      ...(publisher && { publisher: say(publisher) }),
      ...(language !== undefined && { language }),
    })),
    credits: facts.credits.map(({ name, affiliation, role }) => ({
      ...(name && { name: say(name) }),
      ...(affiliation && { affiliation: say(affiliation) }),
      role,
    })),
    ...(facts.route && { route: facts.route }),
    ...(facts.judgement && { judgement: facts.judgement }),
    timeline: facts.timeline
      .toSorted((a, b) => compareText(a.on, b.on))
      .map(({ on, event, note }) => ({ on, event, ...(note && { note: say(note) }) })),
  };
}

/** What the author names. That an advisory under embargo exists is not public yet; only public ones have an address. */
function toRelated(index: SiteIndex, { related }: Advisory['facts']): AdvisoryRecord['related'] {
  const { catalog, embargoed } = index;
  return related
    .filter((id) => !embargoed.has(id))
    .map((id) => {
      const other = catalog.advisoryBySlug.get(toSlug(id));
      return { id, ...(other?.id === id && { url: urlOf(index, firstLanguage(catalog.site), other) }) };
    });
}
