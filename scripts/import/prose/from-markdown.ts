import { markdownToHtml } from 'satteri';
import { findExplosive } from '#markdown/guard.ts';
import { cleanLines } from './clean-lines.ts';
import { type ImportedMarkdown, markdownFromHtml } from './from-html.ts';
import { markdownFromText } from './from-text.ts';

/**
 * Somebody else's Markdown (GFM, raw HTML in it) → Markdown for a section, with the same promises as for HTML.
 * It goes through HTML, so that raw HTML and Markdown within each other are read as their authors saw them.
 * @param base what relative addresses start from; without it they are no links
 */
export function markdownFromMarkdown(markdown: string, base?: string): ImportedMarkdown {
  const clean = cleanLines(markdown);
  if (findExplosive(clean) !== undefined) return { markdown: markdownFromText(clean), lost: ['markup'] };
  return markdownFromHtml(markdownToHtml(clean, { features: { gfm: true } }).html, base);
}
