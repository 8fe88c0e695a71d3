import type { AdvisoryFacts } from '#domain/advisory.ts';
import type { Language } from '#domain/language.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { clip } from './clip.ts';
import type { CnaText } from './cna-container.ts';

type Section = Pick<NonNullable<AdvisoryRecord['sections'][Language]>[number], 'id' | 'text'>;

/** Words that a description must not hold: identifiers of this and other advisories, and names of people. */
export type Unspeakable = readonly string[];

/** Identifiers of other databases by their shape. */
const FOREIGN_ID =
  /\b(?:GHSA-[0-9a-z]{4}-|JVN(?:DB-\d|(?:VU|TA)?#\d)|VU#\d|ICSA-\d|(?:RHSA|DSA|DLA|USN|OSV|EDB|ZDI|BID)[-:\s]?\d)/iu;

/**
 * What the vulnerability is, in prose (CNA Operational Rules §5.1.9): the overview, and what it allows. Sentences that
 * thank somebody (§5.2.4) or name an identifier that is no CVE (§5.2.11) are left out. `undefined` when nothing is left.
 * @param title the vulnerability's own name, where the advisory tells of several
 */
export function describeVulnerability(
  sections: readonly Section[],
  unspeakable: Unspeakable,
  title?: string,
): string | undefined {
  const textOf = (id: Section['id']) => sections.find((section) => section.id === id)?.text ?? '';
  const told = ['overview', 'impact'] as const;
  const kept = told.map((id) => keepSpeakable(textOf(id), unspeakable)).filter((text) => text !== '');
  if (keepSpeakable(textOf('overview'), unspeakable) === '') return undefined;
  const name = title === undefined ? '' : keepSpeakable(title, unspeakable);
  return clip([...(name === '' ? [] : [name]), ...kept].join('\n\n'), LIMIT);
}

const LIMIT = 4096;

/** Sentences end at a line, a Japanese full stop, or a Western one before a blank. */
function keepSpeakable(text: string, unspeakable: Unspeakable): string {
  const speaks = (sentence: string) =>
    !FOREIGN_ID.test(sentence) && !unspeakable.some((word) => holdsWord(sentence, word));
  return text
    .split(/[\r\n]+/u)
    .map((line) =>
      line
        .split(/(?<=[.!?])(?=\s)|(?<=。)/u)
        .filter(speaks)
        .join('')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

/** Whether a sentence holds a word that is not a part of a longer Latin one: thanks to “Li” say nothing about a list. */
function holdsWord(sentence: string, word: string): boolean {
  const isLatin = (character: string) => /[\p{Script=Latin}\p{N}]/u.test(character);
  for (let at = sentence.indexOf(word); at !== -1; at = sentence.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isPart = [at, end].some(
      (edge) => isLatin(sentence.charAt(edge - 1)) && isLatin(sentence.charAt(edge)),
    );
    if (!isPart) return true;
  }
  return false;
}

/**
 * What no description may name.
 * @param related identifiers of other advisories; those that are CVEs may be named
 * @param names everybody who is thanked, in every language
 */
export function unspeakableWords(told: {
  id: string;
  slug: string;
  related: readonly string[];
  names: readonly string[];
}): Unspeakable {
  const others = told.related.filter((id) => !id.startsWith('CVE-'));
  return [told.id, told.slug, ...others, ...told.names].filter((word) => word.trim() !== '');
}

/** The same of an advisory as its author wrote it, so that checking it and publishing it agree. */
export function unspeakableIn(
  { id, related, credits }: Pick<AdvisoryFacts, 'id' | 'related' | 'credits'>,
  slug: string,
): Unspeakable {
  const names = credits.flatMap(({ name = [] }) => (typeof name === 'string' ? name : Object.values(name)));
  return unspeakableWords({ id, slug, related, names });
}

/** A section in each language, English first, cut to what the format holds; empty ones are left out. */
export function sectionTexts({ sections, languages }: AdvisoryRecord, id: Section['id']): CnaText[] {
  return englishFirst(languages).flatMap((lang) => {
    const text = sections[lang]?.find((section) => section.id === id)?.text.trim() ?? '';
    return text === '' ? [] : [{ lang, value: clip(text, LIMIT) }];
  });
}

export function englishFirst(languages: readonly Language[]): Language[] {
  return languages.toSorted((a, b) => Number(b === 'en') - Number(a === 'en'));
}
