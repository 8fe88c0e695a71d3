import type { MdastNode } from 'satteri';

import { placeAt, type Rendering } from './rendering.ts';

/** CVE ids, and `@name` as code hosts read it, which would notify somebody. */
const MENTION = /\bCVE-\d{4}-\d{4,19}\b|(?<![\w@./+-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}/g;

/** Records what a piece of prose mentions. */
export function collectMentions(rendering: Rendering, node: MdastNode, text: string): void {
  if (!/@|CVE-/.test(text)) return;
  // The text of a node may be shorter than its source (escapes, references), so each mention is sought in the source.
  let offset = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const source = rendering.source.slice(0, end);
  for (const match of text.matchAll(MENTION)) {
    const [found] = match;
    const at = source.indexOf(found, offset);
    const known = at !== -1;
    if (known) offset = at;
    rendering.mentions.push({
      kind: found.startsWith('@') ? 'account' : 'cve',
      text: found,
      ...placeAt(rendering, offset),
    });
    if (known) offset += found.length;
  }
}
