import type { MdastNode } from 'satteri';

import { replaceForbidden } from './escape.ts';
import { MAX_DEPTH, type Rendering, sourceOf } from './rendering.ts';

const INLINE_PARENTS = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

/** The words of some nodes without markup: one block a line, cells of a row apart by a tab. Raw HTML has no words. */
export function toPlainText(rendering: Rendering, nodes: readonly MdastNode[]): string {
  return replaceForbidden(join(rendering, nodes, '\n', 0))
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

function join(rendering: Rendering, nodes: readonly MdastNode[], separator: string, depth: number): string {
  return nodes.map((node) => wordsOf(rendering, node, depth)).join(separator);
}

function wordsOf(rendering: Rendering, node: MdastNode, depth: number): string {
  if (depth > MAX_DEPTH) return sourceOf(rendering, node);
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return '\n';
    case 'textDirective':
    case 'leafDirective':
      return sourceOf(rendering, node);
    case 'tableRow':
      return join(rendering, node.children, '\t', depth + 1);
    default:
      if (!('children' in node) || node.type === 'footnoteDefinition') return '';
      return join(rendering, node.children, INLINE_PARENTS.has(node.type) ? '' : '\n', depth + 1);
  }
}
