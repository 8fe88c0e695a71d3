import { hasJapanese, type Language } from '#domain/language.ts';
import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import { type Place, retell } from '#formats/foreign/foreign-document.ts';
import type { DraftSection } from '../draft.ts';
import { cleanLines } from '../prose/clean-lines.ts';
import { markdownFromText } from '../prose/from-text.ts';
import { elementText, textPlace } from './elements.ts';

/** A text of a JVN document as Markdown, told on; nothing where it is empty. */
export function readProse(place: Place): string | undefined {
  const written = elementText(place);
  if (written === undefined) return undefined;
  const markdown = toMarkdown(written);
  if (markdown !== written) retell(textPlace(place), markdown);
  return markdown === '' ? undefined : markdown;
}

/** Heads in brackets, such as 「[アップデートする]」, stand alone and bold, as on JVN’s pages. */
function toMarkdown(written: string): string {
  const lines = unfold(cleanLines(written));
  const parts = lines.split(/(?:^|\n)[ \u3000]*[[［]([^[\]［］\n]{2,40})[\]］][ \u3000]*(?=\S)/u);
  return parts
    .map((part, place) => (place % 2 === 1 ? `**${markdownFromText(part)}**` : markdownFromText(part)))
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * The lines that a text once had. JVN iPedia joins the lines of Japanese texts by a blank and its paragraphs by two, and
 * leaves some tags of lists in them.
 */
function unfold(text: string): string {
  const untagged = text
    .replace(/<li>/giu, '\n* ')
    .replace(/<\/?(?:ul|ol|p)>|<br ?\/?>/giu, '\n')
    .replace(/<\/li>/giu, '');
  if (text.includes('\n') || !hasJapanese(text)) return untagged.trim();
  return untagged
    .replace(/(?<![ \u3000])[ \u3000]+(?=[・●■◆])/gu, '\n')
    .replace(/(?<=\S)([ \u3000]+)\*[ \u3000]+/gu, (_, blanks: string) => {
      const depth = blanks.replaceAll(' ', '').length;
      return `\n${'  '.repeat(Math.max(0, depth - 1))}* `;
    })
    .replace(/(?<=\S) {2,}(?=\S)/gu, '\n\n')
    .replace(/(?<=[。）)]) (?=[[［]\S)/gu, '\n\n')
    .trim();
}

/** Each section once, with all that was said in it. */
export function joinSections(sections: readonly DraftSection[]): DraftSection[] {
  const byId = new Map<string, DraftSection>();
  for (const section of sections) {
    const key = section.id ?? `:${section.heading ?? ''}`;
    const present = byId.get(key);
    const markdown = present === undefined ? section.markdown : `${present.markdown}\n\n${section.markdown}`;
    byId.set(key, { ...section, markdown });
  }
  return [...byId.values()];
}

/** The section of a `Detail`, whose first line may be the heading that it had. */
export function toDetail(markdown: string, language: Language): DraftSection {
  const [line = '', ...rest] = markdown.split('\n');
  const body = rest.join('\n').trim();
  const heading = line.replace(/\\$/u, '').trim();
  const isHeading = body !== '' && heading.length <= 40 && !/[。.、,:：;*<>[\]\\`]|^[-\d]/u.test(heading);
  if (!isHeading) return { id: 'details', markdown };
  const known = Object.entries(SECTION_HEADINGS[language]).find(([, headings]) =>
    (headings as readonly string[]).includes(heading),
  );
  return known === undefined ? { heading, markdown: body } : { id: known[0] as SectionId, markdown: body };
}
