import type { MdastNode } from 'satteri';

import { renderContainer, renderLeaf } from './directives.ts';
import { escapeHtml } from './escape.ts';
import { dropHtml, renderInline, renderTooDeep } from './render-inline.ts';
import { MAX_DEPTH, type NodeOf, placeOfNode, type Rendering, renderText, report } from './rendering.ts';
import { renderTable } from './tables.ts';

/** Flow content → markup. Only what is named here can come out. */
export function renderBlocks(rendering: Rendering, nodes: readonly MdastNode[], depth: number): string {
  return nodes.map((node) => renderBlock(rendering, node, depth)).join('');
}

function renderBlock(rendering: Rendering, node: MdastNode, depth: number): string {
  if (depth > MAX_DEPTH) return `<p>${renderTooDeep(rendering, node)}</p>\n`;
  switch (node.type) {
    case 'paragraph':
      return renderParagraph(rendering, node, depth);
    case 'heading':
      return renderHeading(rendering, node, depth);
    case 'list':
      return renderList(rendering, node, depth);
    case 'blockquote':
      return `<blockquote>\n${renderBlocks(rendering, node.children, depth + 1)}</blockquote>\n`;
    case 'code':
      return renderCode(rendering, node);
    case 'table':
      return renderTable(rendering, node, depth);
    case 'thematicBreak':
      return '<hr>\n';
    case 'containerDirective':
      return renderContainer(rendering, node, depth, renderBlocks);
    case 'leafDirective':
      return renderLeaf(rendering, node);
    case 'html':
      return dropHtml(rendering, node);
    case 'definition':
    case 'footnoteDefinition':
      return '';
    default:
      throw new Error(`Markdown node "${node.type}" has no rendering as a block.`);
  }
}

function renderParagraph(rendering: Rendering, node: NodeOf<'paragraph'>, depth: number): string {
  const content = renderInline(rendering, node.children, depth + 1).trim();
  return content === '' ? '' : `<p>${content}</p>\n`;
}

/** A heading within a section: `h3` or lower, with an id that begins with the section's. */
function renderHeading(rendering: Rendering, node: NodeOf<'heading'>, depth: number): string {
  if (node.depth < 3) report(rendering, 'heading-level', placeOfNode(rendering, node), { level: node.depth });
  const level = Math.max(3, node.depth);
  rendering.headings += 1;
  const id = `${rendering.headingPrefix}-${rendering.headings}`;
  return `<h${level} id="${id}">${renderInline(rendering, node.children, depth + 1)}</h${level}>\n`;
}

function renderList(rendering: Rendering, node: NodeOf<'list'>, depth: number): string {
  const tag = node.ordered ? 'ol' : 'ul';
  const start =
    node.ordered && typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
  const loose = node.children.some(({ spread }) => spread);
  const items = node.children.map((item) => renderItem(rendering, item, loose, depth + 1)).join('');
  return `<${tag}${start}>\n${items}</${tag}>\n`;
}

function renderItem(rendering: Rendering, node: NodeOf<'listItem'>, loose: boolean, depth: number): string {
  const content = node.children.map((child) =>
    !loose && child.type === 'paragraph' && depth < MAX_DEPTH
      ? renderInline(rendering, child.children, depth + 1)
      : `\n${renderBlock(rendering, child, depth + 1)}`,
  );
  if (typeof node.checked !== 'boolean') return `<li>${content.join('')}</li>\n`;
  return `<li class="task">${renderCheckbox(rendering, node.checked)} ${content.join('')}</li>\n`;
}

function renderCheckbox({ words }: Rendering, checked: boolean): string {
  const label = escapeHtml(checked ? words.done : words.open);
  return `<input type="checkbox" disabled${checked ? ' checked' : ''} aria-label="${label}">`;
}

function renderCode(rendering: Rendering, node: NodeOf<'code'>): string {
  const language = /^[A-Za-z0-9+#-]{1,20}$/.test(node.lang ?? '')
    ? ` class="language-${node.lang ?? ''}"`
    : '';
  return `<pre><code${language}>${renderText(rendering, node, `${node.value}\n`)}</code></pre>\n`;
}
