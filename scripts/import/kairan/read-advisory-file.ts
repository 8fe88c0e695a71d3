import type { AdvisoryFacts, TranslationFacts } from '#domain/advisory.ts';
import { compareInstants } from '#domain/dates.ts';
import { LANGUAGES, type Language, type LocalizedText } from '#domain/language.ts';
import type { VendorFacts } from '#domain/vendor.ts';
import { parseFrontMatter } from '#catalog/front-matter.ts';
import { normalizeSource } from '#catalog/source.ts';
import { drop, member, openDocument, type Place, retell, tell } from '#formats/foreign/foreign-document.ts';
import type { Draft, DraftFacts, DraftTranslation, DraftVendor } from '../draft.ts';
import type { ReadContext, Reading, Refusal } from '../format.ts';
import { refusalOf, type Shelf, type ShelfFile } from './shelf.ts';
import { splitProse } from './split-prose.ts';
import { refuseFile } from '../unread-file.ts';

/**
 * An advisory with its translations. Facts and prose stay as they are written; broken files are refused with what the
 * check would find, and so is whatever the public may not see yet.
 */
export function readAdvisoryFile(file: ShelfFile<'advisory'>, shelf: Shelf, { now }: ReadContext): Reading {
  const { path, slug } = file;
  const translations = shelf.translations.get(slug) ?? [];
  const document = openDocument({
    advisory: readTree(file),
    ...Object.fromEntries(translations.map((each) => [each.language, readTree(each)])),
  });
  const reading = { path, name: slug, document };
  const { facts } = file.parsed;
  const refusal = refusalOf(file) ?? (facts && withheld(facts, now));
  if (facts === undefined || refusal !== undefined) {
    // The words of an advisory that is not public stand in no report either.
    return refuseFile(path, refusal ?? { why: 'unreadable' }, slug);
  }
  tell(document);
  tellImages(document, file, 'advisory');
  for (const translation of translations) tellTranslation(document, translation);
  return { ...reading, name: facts.id, draft: toDraft(file, facts, translations, shelf) };
}

function readTree({ text }: ShelfFile<'advisory' | 'translation'>): unknown {
  const gate = parseFrontMatter(text);
  return gate.ok ? { ...gate.data, body: gate.body } : undefined;
}

function withheld({ tlp, publishedAt }: AdvisoryFacts, now: string | undefined): Refusal | undefined {
  if (tlp !== 'CLEAR') return { why: 'label', at: '/tlp', what: `TLP:${tlp}` };
  const isPublic = now !== undefined && compareInstants(publishedAt, now) <= 0;
  return isPublic ? undefined : { why: 'unpublished', at: '/publishedAt', what: publishedAt };
}

function tellImages(document: Place, { parsed }: ShelfFile<'advisory' | 'translation'>, key: string): void {
  const images = parsed.body?.images ?? [];
  if (images.length === 0) return;
  retell(member(document, key, 'body'), `without images: ${images.map((image) => image.path).join(', ')}`);
}

/** Which revision a translation tells is decided anew: it comes with the advisory as it is now. */
function tellTranslation(document: Place, translation: ShelfFile<'translation'>): void {
  drop(member(document, translation.language, 'revision'), 'no-place');
  tellImages(document, translation, translation.language);
}

function toDraft(
  file: ShelfFile<'advisory'>,
  facts: AdvisoryFacts,
  translations: readonly ShelfFile<'translation'>[],
  { vendors, redirects }: Shelf,
): Draft {
  const slugs = [...new Set([...facts.affected, ...facts.vendors].map(({ vendor }) => vendor))];
  const makers = nameApart(slugs.map((slug) => toVendor(slug, vendors.get(slug), file.language)));
  const names = new Map(makers.map(({ slug, name }) => [slug, name]));
  const retired = redirects.filter(([, to]) => to.includes(`/${file.slug}/`)).map(([from]) => from);
  const translated = Object.fromEntries(translations.map((each) => [each.language, toTranslation(each)]));
  return {
    facts: withWords(writtenFacts(file, names), file.language, translations, names),
    language: file.language,
    prose: file.parsed.body === undefined ? [] : splitProse(normalizeSource(file.text), file.parsed.body),
    ...(translations.length > 0 && { translations: translated }),
    vendors: makers,
    ...(retired.length > 0 && { retired }),
  };
}

function toTranslation({ text, parsed, slug }: ShelfFile<'translation'>): DraftTranslation {
  const { words, body } = { words: parsed.facts, body: parsed.body };
  return {
    title: words?.title ?? slug,
    prose: body === undefined ? [] : splitProse(normalizeSource(text), body),
  };
}

/** The front matter as it is written, with names in place of the slugs of vendors. */
function writtenFacts(
  { text }: ShelfFile<'advisory'>,
  names: ReadonlyMap<string | undefined, string>,
): DraftFacts {
  const gate = parseFrontMatter(text);
  if (!gate.ok) throw new Error('Front matter was read once and cannot be read again.');
  // The schema has accepted these very values.
  const facts = gate.data as unknown as DraftFacts;
  const rename = <Row extends { vendor: string }>(row: Row): Row => ({
    ...row,
    vendor: names.get(row.vendor) ?? row.vendor,
  });
  return {
    ...facts,
    ...(facts.affected && { affected: facts.affected.map(rename) }),
    ...(facts.vendors && { vendors: facts.vendors.map(rename) }),
  };
}

/** Statements and addenda of translations join those of the original: a draft has them in one place. */
function withWords(
  facts: DraftFacts,
  language: Language,
  translations: readonly ShelfFile<'translation'>[],
  names: ReadonlyMap<string | undefined, string>,
): DraftFacts {
  const wordsOf = (kind: 'statements' | 'addenda', vendor: string) =>
    translations.flatMap((translation) => {
      const said: TranslationFacts[typeof kind] = translation.parsed.facts?.[kind] ?? {};
      return Object.entries(said)
        .filter(([slug]) => (names.get(slug) ?? slug) === vendor)
        .map(([, text]) => [translation.language, text] as const);
    });
  const rows = facts.vendors?.map((row) => {
    const statement = joinTexts(row.statement, language, wordsOf('statements', row.vendor));
    const addendum = joinTexts(row.addendum, language, wordsOf('addenda', row.vendor));
    return {
      ...row,
      ...(statement !== undefined && { statement }),
      ...(addendum !== undefined && { addendum }),
    };
  });
  return { ...facts, ...(rows && { vendors: rows }) };
}

function joinTexts(
  text: LocalizedText | undefined,
  language: Language,
  more: readonly (readonly [Language, string])[],
): LocalizedText | undefined {
  if (more.length === 0) return text;
  const own = typeof text === 'string' ? { [language]: text } : text;
  return { ...own, ...Object.fromEntries(more) };
}

/** Vendors of one name are told apart by their slugs. */
function nameApart(vendors: readonly (DraftVendor & { slug: string })[]): (DraftVendor & { slug: string })[] {
  return vendors.map((vendor) => {
    const isTwice = vendors.some(({ name, slug }) => name === vendor.name && slug !== vendor.slug);
    return isTwice ? { names: vendor.name, ...vendor, name: vendor.slug } : vendor;
  });
}

/** A vendor under the name of its file, so that it gets the same one; a name in one language stands for all. */
function toVendor(
  slug: string,
  facts: VendorFacts | undefined,
  language: Language,
): DraftVendor & { slug: string } {
  if (facts === undefined) return { name: slug, slug };
  const { name, aliases, formerNames, url } = facts;
  const plain =
    typeof name === 'string' ? name : [language, ...LANGUAGES].flatMap((each) => name[each] ?? [])[0];
  const others = [...aliases, ...formerNames];
  return {
    ...{ name: plain ?? slug, slug },
    ...(typeof name !== 'string' && { names: name }),
    ...(others.length > 0 && { aliases: others }),
    ...(url !== undefined && { url }),
  };
}
