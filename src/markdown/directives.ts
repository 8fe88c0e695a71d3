import type { MdastNode } from 'satteri';

import { escapeHtml } from './escape.ts';
import { renderInline } from './render-inline.ts';
import { type NodeOf, placeOfNode, type Rendering, renderText, report, sourceOf } from './rendering.ts';

const NOTES = ['note', 'warning', 'tip'] as const;
type NoteName = (typeof NOTES)[number];

type RenderBlocks = (rendering: Rendering, nodes: readonly MdastNode[], depth: number) => string;

/**
 * `:::note`, `:::warning` and `:::tip` → an aside with a visible name. `:::warning[Title]` gives it another name.
 * No attribute means anything; each is reported. An unknown directive is shown as text around its content.
 */
export function renderContainer(
  rendering: Rendering,
  node: NodeOf<'containerDirective'>,
  depth: number,
  renderBlocks: RenderBlocks,
): string {
  const name = NOTES.find((known) => known === node.name);
  if (name === undefined)
    return renderUnknown(rendering, node) + renderBlocks(rendering, node.children, depth + 1);
  for (const attribute of Object.keys(node.attributes ?? {})) {
    report(rendering, 'directive-attribute', placeOfNode(rendering, node), {
      name,
      attribute: attribute.slice(0, 60),
    });
  }
  const [first, ...rest] = node.children;
  const labelled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  const title = labelled
    ? renderInline(rendering, first.children, depth + 1)
    : escapeHtml(rendering.words[name]);
  const content = renderBlocks(rendering, labelled ? rest : node.children, depth + 1);
  return `<aside class="${classOf(name)}" role="note">\n<p class="note-title">${title}</p>\n${content}</aside>\n`;
}

/** `::name` has no meaning here; `::1` is an address. Both stay text, and the first is reported. */
export function renderLeaf(rendering: Rendering, node: NodeOf<'leafDirective'>): string {
  if (/^\d/.test(node.name)) return `<p>${renderText(rendering, node, sourceOf(rendering, node))}</p>\n`;
  return renderUnknown(rendering, node);
}

function renderUnknown(
  rendering: Rendering,
  node: NodeOf<'containerDirective'> | NodeOf<'leafDirective'>,
): string {
  const known = NOTES.join(', ');
  report(rendering, 'unknown-directive', placeOfNode(rendering, node), {
    name: node.name.slice(0, 60),
    known,
  });
  const [opening = ''] = sourceOf(rendering, node).split('\n', 1);
  return `<p>${renderText(rendering, node, opening)}</p>\n`;
}

function classOf(name: NoteName): string {
  return `note note-${name}`;
}
