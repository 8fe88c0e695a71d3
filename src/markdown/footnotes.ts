import type { MdastNode } from 'satteri';

import { escapeHtml } from './escape.ts';
import { type NodeOf, placeOfNode, type Rendering, report } from './rendering.ts';

type RenderBlocks = (rendering: Rendering, nodes: readonly MdastNode[], depth: number) => string;

/** The raised number that leads to a footnote. Numbers count through the whole page. */
export function renderFootnoteReference(rendering: Rendering, node: NodeOf<'footnoteReference'>): string {
  const { usedFootnotes, footnoteNumbers, footnotes, insideLink } = rendering;
  if (!footnotes.has(node.identifier)) return escapeHtml(`[^${node.label ?? node.identifier}]`);
  const known = footnoteNumbers.get(node.identifier);
  const number = known ?? usedFootnotes.push(node.identifier);
  footnoteNumbers.set(node.identifier, number);
  // The way back leads to the first reference, so only that one needs an id. HTML knows no link within a link.
  const id = known === undefined ? ` id="fnref-${number}"` : '';
  return insideLink ? `<sup${id}>${number}</sup>` : `<sup><a href="#fn-${number}"${id}>${number}</a></sup>`;
}

/**
 * The footnotes first used since number `from`, to stand at the end of their section.
 * A footnote may use further ones; these follow in the same list.
 */
export function renderFootnotes(rendering: Rendering, from: number, renderBlocks: RenderBlocks): string {
  const { usedFootnotes, words } = rendering;
  let items = '';
  for (let index = from; index < usedFootnotes.length; index += 1) {
    const number = index + 1;
    const blocks = renderBlocks(
      rendering,
      rendering.footnotes.get(usedFootnotes[index] ?? '')?.children ?? [],
      1,
    );
    const label = escapeHtml(words.backToText.replace('{number}', String(number)));
    const back = `<a href="#fnref-${number}" aria-label="${label}">↩</a>`;
    items += `<li id="fn-${number}" value="${number}">\n${appendInline(blocks, back)}</li>\n`;
  }
  if (items === '') return '';
  return `<div class="footnotes">\n<p class="footnotes-title">${escapeHtml(words.footnotes)}</p>\n<ol>\n${items}</ol>\n</div>\n`;
}

export function reportUnusedFootnotes(rendering: Rendering): void {
  const used = new Set(rendering.usedFootnotes);
  for (const [identifier, node] of rendering.footnotes) {
    if (!used.has(identifier))
      report(rendering, 'unused-footnote', placeOfNode(rendering, node), { label: identifier.slice(0, 60) });
  }
}

function appendInline(blocks: string, inline: string): string {
  const end = '</p>\n';
  return blocks.endsWith(end)
    ? `${blocks.slice(0, -end.length)} ${inline}${end}`
    : `${blocks}<p>${inline}</p>\n`;
}
