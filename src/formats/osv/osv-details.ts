import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';

/** Sections that other fields of the record tell. */
const TOLD_ELSEWHERE: ReadonlySet<SectionId | null> = new Set<SectionId>([
  'affected',
  'vendors',
  'references',
  'credits',
  'related',
  'history',
]);

/** The English prose as CommonMark (OSV 1.7, `details`), or nothing where there is none. */
export function formatOsvDetails({ sections }: Pick<AdvisoryRecord, 'sections'>): string | undefined {
  const parts = (sections.en ?? [])
    .filter(({ id }) => !TOLD_ELSEWHERE.has(id))
    .flatMap(({ id, heading, text }) => {
      const paragraphs = toParagraphs(text);
      const [name] = toParagraphs(id === null ? heading : SECTION_HEADINGS.en[id][0]);
      return paragraphs.length === 0 ? [] : [...(name === undefined ? [] : [`## ${name}`]), ...paragraphs];
    });
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** One paragraph a line of text; what would be markup in it is escaped, because the words came without any. */
export function toParagraphs(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(escapeMarkdown);
}

/** Backslash escapes (CommonMark 0.31 §2.4) for marks inside a line, and for those that open a block at its begin. */
function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*[\]<&~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^[#>+=-]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}
