import type { ExcerptPart } from './search-engine.ts';

/**
 * Reads an excerpt of Pagefind: text in which `<mark>` surrounds found words and `<` and `>` are written as entities.
 * Everything else stays text, whatever it looks like.
 */
export function parseExcerpt(markup: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let found = false;
  for (const piece of markup.split(/(<\/?mark>)/)) {
    if (piece === '<mark>' || piece === '</mark>') found = piece === '<mark>';
    else if (piece !== '') parts.push({ text: decode(piece), found });
  }
  return parts;
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
