import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { isAccepted } from './accepted.ts';
import { cleanHtml } from './clean-html.ts';
import { cleanLines } from './clean-lines.ts';
import { formatTree } from './format-tree.ts';
import { markdownFromText } from './from-text.ts';
import { mendTree } from './mend-tree.ts';

/** Markdown that our own renderer accepts without a problem. */
export interface ImportedMarkdown {
  readonly markdown: string;
  /** What stood in the source and does not stand in the Markdown, in a few words each. */
  readonly lost: readonly string[];
}

/**
 * Somebody else's HTML → Markdown for a section: headings from `###` down, links to public hosts, no images, no raw
 * HTML. The HTML may be hostile or broken; the words of it are kept in any case.
 * @param base what relative addresses start from; without it they are no links
 */
export function markdownFromHtml(html: string, base?: string): ImportedMarkdown {
  const { html: clean, lost, tags } = cleanHtml(cleanLines(html));
  const losses = new Set(lost);
  const markdown = tags > MOST_TAGS ? undefined : convert(clean, base, losses);
  if (markdown !== undefined && isAccepted(markdown)) return { markdown, lost: [...losses] };
  return { markdown: markdownFromText(textOf(clean)), lost: [...losses, 'markup'] };
}

/** No page of text has nearly as many; the way through the trees takes time that grows with their square. */
const MOST_TAGS = 5000;

function convert(clean: string, base: string | undefined, losses: Set<string>): string {
  const tree = toMdast(fromHtml(clean, { fragment: true }), { document: true });
  if (tree.type !== 'root') throw new Error(`HTML became a "${tree.type}".`);
  return formatTree(mendTree(tree, base, losses));
}

/** The words of clean HTML, one block a paragraph. */
function textOf(clean: string): string {
  const spaced = clean
    .replaceAll('<li>', '\n- ')
    .replaceAll('<br>', '\n')
    .replaceAll(/<\/(?:p|div|h[1-6]|[uod]l|dd|table|pre|blockquote)>/gu, '\n\n')
    .replaceAll(/<\/t[dh]>/gu, '\t')
    .replaceAll(/<\/(?:tr|dt)>/gu, '\n')
    .replaceAll(/<[^>]*>/gu, '');
  const { children } = fromHtml(spaced, { fragment: true });
  return children.map((node) => (node.type === 'text' ? node.value : '')).join('');
}
