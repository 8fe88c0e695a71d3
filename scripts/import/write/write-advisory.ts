import { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { dayIn } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { SECTION_HEADINGS, SECTION_IDS } from '#domain/section.ts';
import { formatFrontMatter } from '#catalog/format-front-matter.ts';
import { pickKnown, type Tree } from '#catalog/pick-known.ts';
import type { Draft, DraftFacts, DraftSection, DraftTranslation } from '../draft.ts';
import type { WrittenFile } from './written-file.ts';

/** What of the site decides how an advisory is written. */
export interface WritingSite {
  readonly languages: readonly Language[];
  readonly timezone: string;
}

export interface WrittenAdvisory {
  /** The advisory itself, then its translations. */
  readonly files: readonly [WrittenFile, ...WrittenFile[]];
  /** The language that stands where the site’s first one should, because the source does not speak that. */
  readonly standIn?: Language;
  /** Languages of the source that the site does not have. */
  readonly unspoken: readonly Language[];
}

/**
 * The files of an advisory. Where the source does not speak the site’s first language, its own words stand there for
 * the time being, and in its own language too, so that a translator has only to replace them.
 * @param draft with slugs for vendors
 */
export function writeAdvisory(draft: Draft, site: WritingSite): WrittenAdvisory {
  const { facts, language, prose, translations = {} } = draft;
  const [first = language] = site.languages;
  const texts: Partial<Record<Language, DraftTranslation>> = {
    ...translations,
    [language]: { title: facts.title, prose },
  };
  const own = texts[first];
  const original = own ?? { title: facts.title, prose };
  const base = `advisories/${dayIn(facts.publishedAt, site.timezone).slice(0, 4)}/${toSlug(facts.id)}`;
  const others = Object.entries(texts).filter(([other]) => other !== first) as [Language, DraftTranslation][];
  const translated = others
    .filter(([other]) => site.languages.includes(other))
    .map(([other, words]) => ({
      path: `${base}.${other}.md`,
      text: formatTranslation(words, other, facts.revisions.length),
    }));
  return {
    files: [
      {
        path: `${base}.md`,
        text: formatAdvisory({ ...facts, title: original.title }, original.prose, first),
      },
      ...translated,
    ],
    ...(own === undefined && { standIn: language }),
    unspoken: others.map(([other]) => other).filter((other) => !site.languages.includes(other)),
  };
}

function formatAdvisory(facts: DraftFacts, prose: readonly DraftSection[], language: Language): string {
  return formatFrontMatter(treeOf(pickKnown(advisorySchema, facts)), formatProse(prose, language));
}

function formatTranslation({ title, prose }: DraftTranslation, language: Language, revision: number): string {
  const words = { title, revision: String(revision) };
  return formatFrontMatter(treeOf(pickKnown(translationSchema, words)), formatProse(prose, language));
}

function treeOf(tree: Tree | undefined): Tree {
  if (tree === undefined) throw new Error('Facts are no map; a reader broke the contract of drafts.');
  return withoutEmpty(tree) ?? {};
}

/** A list that holds nothing says nothing in a file that people edit; an item without facts still counts. */
function withoutEmpty(tree: Tree): Tree | undefined {
  if (typeof tree !== 'object') return tree;
  if (Array.isArray(tree)) {
    return tree.length === 0 ? undefined : (tree as readonly Tree[]).map((item) => withoutEmpty(item) ?? {});
  }
  const entries = Object.entries(tree).flatMap(([key, value]: [string, Tree]) => {
    const kept = withoutEmpty(value);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Sections in the order in which a page shows them, those with headings of their own behind. */
function formatProse(prose: readonly DraftSection[], language: Language): string {
  return prose
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((section) => `\n## ${headingOf(section, language)}\n\n${section.markdown.trim()}\n`)
    .join('');
}

function placeOf({ id }: DraftSection): number {
  return id === undefined ? SECTION_IDS.length : SECTION_IDS.indexOf(id);
}

function headingOf({ id, heading }: DraftSection, language: Language): string {
  return heading ?? (id === undefined ? '—' : SECTION_HEADINGS[language][id][0]);
}
