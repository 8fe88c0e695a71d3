import type { SectionId } from '#domain/section.ts';
import type { DraftSection } from '../draft.ts';
import { markdownFromText } from '../prose/from-text.ts';

/** A section of parts, or none where they are all empty. */
export function buildSection(id: SectionId, parts: readonly string[]): DraftSection[] {
  const markdown = parts.filter((part) => part.trim() !== '').join('\n\n');
  return markdown === '' ? [] : [{ id, markdown }];
}

/** Plain sentences as a list of Markdown; one alone is a paragraph. */
export function listSentences(sentences: readonly string[]): string {
  const [only = ''] = sentences;
  if (sentences.length < 2) return markdownFromText(only);
  return sentences.map((sentence) => `- ${markdownFromText(sentence).replaceAll('\n', '\n  ')}`).join('\n');
}

/** Parts under a heading of the third level; nothing where they are empty. */
export function underHeading(heading: string, parts: readonly string[]): string[] {
  const filled = parts.filter((part) => part.trim() !== '');
  return filled.length === 0 ? [] : [`### ${heading}`, ...filled];
}
