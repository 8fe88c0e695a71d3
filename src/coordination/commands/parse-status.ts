import { foldLine } from './fold-line.ts';
import { parseStatusWords, type SpokenStatus } from './status-words.ts';

/** A status in words, `not affected` or `該当製品あり（調査中）`, with the versions of `fixed in 2.4.1`; nothing else beside it. */
export function parseStatus(
  text: string,
): { status: SpokenStatus['status']; fixed?: readonly string[] } | undefined {
  const line = foldLine(text.trim());
  const spoken = parseStatusWords(line.text);
  if ('kind' in spoken || /[\p{L}\p{N}?]/u.test(line.text.slice(spoken.end))) return undefined;
  const { status, fixed } = spoken;
  return { status, ...(fixed.length > 0 && { fixed }) };
}
