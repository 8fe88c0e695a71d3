import { SECTION_HEADINGS, SECTION_IDS, type SectionId } from '#domain/section.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { member, type Place, retell } from '#formats/foreign/foreign-document.ts';
import type { Reading } from './reading.ts';

type Section = NonNullable<AdvisoryRecord['sections']['ja']>[number];

/** What publishers call the parts of an advisory. */
const TITLES: readonly (readonly [RegExp, SectionId])[] = [
  [/^(?:executive |vulnerability |update )?summary$|^(?:topic|overview|synopsis)$|^概要$/iu, 'overview'],
  [/^(?:vulnerability |product |technical )?(?:description|details?)$/iu, 'details'],
  [/^(?:risk evaluation|impact)$/iu, 'impact'],
  [
    /^(?:mitigations?|(?:general |security )?recommend(?:ations?|ed practices)|solutions?|workarounds?)$/iu,
    'solution',
  ],
];

/**
 * Adds a note of another publisher: to the section that its title or category means, else to one of its own title.
 * Notes of one section stand in it one after the other, each once.
 */
export function addForeignNote(
  sections: Section[],
  note: Place,
  title: string | undefined,
  body: string,
  { language }: Reading,
): void {
  const id = meantBy(title ?? '', member(note, 'category').value, language);
  const heading = id === null ? (title ?? '') : SECTION_HEADINGS[language][id][0];
  if (id !== null && title !== undefined && title !== heading) retell(member(note, 'title'), heading);
  retell(member(note, 'category'), heading === '' ? 'addendum' : heading);
  const place = sections.findIndex((section) => section.id === id && section.heading === heading);
  const section = sections[place];
  if (section === undefined) sections.push({ id, heading, text: body });
  else if (!section.text.split('\n\n').join('\n').includes(body.split('\n\n').join('\n')))
    sections[place] = { ...section, text: `${section.text}\n\n${body}` };
}

function meantBy(title: string, category: unknown, language: Reading['language']): SectionId | null {
  const headings = SECTION_HEADINGS[language];
  const named = SECTION_IDS.find((id) => (headings[id] as readonly string[]).includes(title));
  const known = named ?? TITLES.find(([pattern]) => pattern.test(title.replace(/:$/u, '').trim()))?.[1];
  if (known !== undefined) return known;
  if (category === 'summary') return 'overview';
  return category === 'details' || (category === 'description' && title === '') ? 'details' : null;
}

/** Sections in the order of a page; those of authors' own headings last. */
export function orderSections(sections: Section[]): void {
  const rank = ({ id }: Section) => (id === null ? SECTION_IDS.length : SECTION_IDS.indexOf(id));
  sections.splice(0, sections.length, ...sections.toSorted((a, b) => rank(a) - rank(b)));
}
