import type { MdastNode } from 'satteri';

import { escapeHtml } from './escape.ts';
import { renderFootnoteReference } from './footnotes.ts';
import { checkImage } from './images.ts';
import { checkLink } from './links.ts';
import { collectMentions } from './mentions.ts';
import {
  MAX_DEPTH,
  type NodeOf,
  placeOfNode,
  type Rendering,
  renderText,
  report,
  sourceOf,
} from './rendering.ts';

const MARKS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

/** Phrasing content → markup. Only what is named here can come out. */
export function renderInline(rendering: Rendering, nodes: readonly MdastNode[], depth: number): string {
  return nodes.map((node) => renderPhrase(rendering, node, depth)).join('');
}

function renderPhrase(rendering: Rendering, node: MdastNode, depth: number): string {
  if (depth > MAX_DEPTH) return renderTooDeep(rendering, node);
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
    const tag = MARKS[node.type];
    return `<${tag}>${renderInline(rendering, node.children, depth + 1)}</${tag}>`;
  }
  switch (node.type) {
    case 'text':
      collectMentions(rendering, node, node.value);
      return renderText(rendering, node, node.value);
    case 'inlineCode':
      return `<code>${renderText(rendering, node, node.value)}</code>`;
    case 'break':
      return '<br>\n';
    case 'link':
    case 'linkReference':
      return renderLink(rendering, node, depth);
    case 'image':
    case 'imageReference':
      return renderImage(rendering, node);
    case 'footnoteReference':
      return renderFootnoteReference(rendering, node);
    case 'textDirective':
      return renderTextDirective(rendering, node);
    case 'html':
      return dropHtml(rendering, node);
    default:
      throw new Error(`Markdown node "${node.type}" has no rendering within a paragraph.`);
  }
}

/** What lies deeper than anybody writes is shown as it was written. */
export function renderTooDeep(rendering: Rendering, node: MdastNode): string {
  report(rendering, 'too-deep', placeOfNode(rendering, node), { limit: MAX_DEPTH });
  return renderText(rendering, node, sourceOf(rendering, node));
}

/** HTML is never rendered, not even escaped: a reader has no use for it, and the author is told. */
export function dropHtml(rendering: Rendering, node: NodeOf<'html'>): '' {
  report(rendering, 'raw-html', placeOfNode(rendering, node), { found: node.value.slice(0, 60) });
  return '';
}

function renderLink(
  rendering: Rendering,
  node: NodeOf<'link'> | NodeOf<'linkReference'>,
  depth: number,
): string {
  const url = destinationOf(rendering, node);
  // HTML knows no link within a link.
  if (rendering.insideLink || url === undefined) return renderInline(rendering, node.children, depth + 1);
  const verdict = checkLink(url);
  const place = placeOfNode(rendering, node);
  if (verdict.ok) rendering.links.push({ url, ...place });
  else report(rendering, 'unsafe-link', place, { url: url.slice(0, 120), reason: verdict.reason });
  rendering.insideLink = verdict.ok;
  const label = renderInline(rendering, node.children, depth + 1);
  rendering.insideLink = false;
  if (!verdict.ok) return label;
  const rel = verdict.target === 'external' ? ' rel="noopener noreferrer"' : '';
  return `<a href="${escapeHtml(verdict.href)}"${rel}>${label}</a>`;
}

function destinationOf(
  rendering: Rendering,
  node: NodeOf<'link'> | NodeOf<'linkReference'> | NodeOf<'image'> | NodeOf<'imageReference'>,
): string | undefined {
  if (node.type === 'link' || node.type === 'image') return node.url;
  const url = rendering.definitions.get(node.identifier);
  rendering.referenceBudget -= url?.length ?? 0;
  if (rendering.referenceBudget >= 0) return url;
  report(rendering, 'too-many-references', placeOfNode(rendering, node));
  return undefined;
}

function renderImage(rendering: Rendering, node: NodeOf<'image'> | NodeOf<'imageReference'>): string {
  const url = destinationOf(rendering, node) ?? '';
  const place = placeOfNode(rendering, node);
  const alt = node.alt ?? '';
  const path = checkImage(url, rendering.imageFolder);
  if (path === undefined) {
    report(rendering, 'unsafe-image', place, { url: url.slice(0, 120) });
    return renderText(rendering, node, alt);
  }
  if (alt.trim() === '') report(rendering, 'image-without-text', place, { path });
  rendering.images.push({ path, ...place });
  const src = escapeHtml(rendering.imageBase + encodeURI(path));
  return `<img src="${src}" alt="${renderText(rendering, node, alt)}" loading="lazy">`;
}

/** `10:30` and `例:foo` look like directives to the parser; there is no text directive, so all of them stay text. */
function renderTextDirective(rendering: Rendering, node: NodeOf<'textDirective'>): string {
  const text = sourceOf(rendering, node);
  if (/[[{]/.test(text))
    report(rendering, 'unknown-directive', placeOfNode(rendering, node), { name: node.name });
  collectMentions(rendering, node, text);
  return renderText(rendering, node, text);
}
