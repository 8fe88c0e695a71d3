import { renderInline } from './render-inline.ts';
import type { NodeOf, Rendering } from './rendering.ts';

type Alignment = NonNullable<NodeOf<'table'>['align']>[number];

/** A GFM table; alignment becomes a class, because styles in the markup would need a weaker content security policy. */
export function renderTable(rendering: Rendering, node: NodeOf<'table'>, depth: number): string {
  const [head, ...rows] = node.children;
  const columns = head?.children.length ?? 0;
  const align = node.align ?? [];
  const header = head === undefined ? '' : renderRow(rendering, head, 'th', align, columns, depth);
  const body = rows.map((row) => renderRow(rendering, row, 'td', align, columns, depth)).join('');
  const bodyMarkup = body === '' ? '' : `<tbody>\n${body}</tbody>\n`;
  return `<div class="table">\n<table>\n<thead>\n${header}</thead>\n${bodyMarkup}</table>\n</div>\n`;
}

function renderRow(
  rendering: Rendering,
  row: NodeOf<'tableRow'>,
  tag: 'th' | 'td',
  align: readonly Alignment[],
  columns: number,
  depth: number,
): string {
  const cells = row.children.slice(0, columns).map((cell, index) => {
    const side = align[index];
    const classes = side ? ` class="align-${side}"` : '';
    return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${classes}>${renderInline(rendering, cell.children, depth + 1)}</${tag}>`;
  });
  return `<tr>${cells.join('')}${fillUp(rendering, columns - cells.length, tag)}</tr>\n`;
}

function fillUp(rendering: Rendering, missing: number, tag: 'th' | 'td'): string {
  if (missing > rendering.cellBudget) return '';
  rendering.cellBudget -= missing;
  return `<${tag}></${tag}>`.repeat(missing);
}
