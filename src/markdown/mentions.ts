import type { MdastNode } from 'satteri';

import type { Mention } from './rendered-body.ts';
import { placeAt, type Rendering } from './rendering.ts';

/** CVE ids; JVN, JVNVU, JVNTA and JVN iPedia ids; and `@name` as code hosts read it, which would notify somebody. */
const MENTION =
  /(?<cve>\bCVE-\d{4}-\d{4,19}\b)|(?<id>\bJVN(?:VU|TA)?#\d{8}\b|\bJVNDB-\d{4}-\d{6}\b)|(?<![\w@./+-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}/g;

/** Records what a piece of prose mentions. */
export function collectMentions(rendering: Rendering, node: MdastNode, text: string): void {
  if (!/@|CVE-|JVN/.test(text)) return;
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
      kind: kindOf(match.groups),
      text: found,
      ...placeAt(rendering, offset),
    });
    if (known) offset += found.length;
  }
}

function kindOf(groups: Record<string, string | undefined> | undefined): Mention['kind'] {
  if (groups?.['cve'] !== undefined) return 'cve';
  return groups?.['id'] === undefined ? 'account' : 'advisory-id';
}
