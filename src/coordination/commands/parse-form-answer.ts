import { markdownToMdast } from 'satteri';
import { normalizeSource } from '#catalog/source.ts';
import { isReadable } from './readable-comment.ts';
import { ANSWER_KEYS, foldKey, readAnswer } from './parse-answer-block.ts';
import type { StatusResult } from './status-line.ts';

/** What GitHub writes for a field that was left empty. */
const EMPTY = new Set(['_no response_', 'none', 'なし']);

/**
 * An issue that was written with our form: a `### Heading` for each field, in English or Japanese, and what the vendor
 * wrote under it. A heading that is none of the form's, or comes again, is part of the text that it stands in.
 */
export function parseFormAnswer(body: string): StatusResult {
  const source = normalizeSource(body);
  if (!isReadable(source)) return { problems: [{ kind: 'unreadable', params: {} }] };
  const fields = readFields(source);
  const { status = '', ...rest } = Object.fromEntries(fields);
  const { products, ...others } = rest;
  const named = products && {
    products: products.split('\n').flatMap((name) => (name.trim() ? [{ name: name.trim() }] : [])),
  };
  if (status === '') return { problems: [{ kind: 'missing-status', params: {} }] };
  return readAnswer({ status, ...named, ...others });
}

function readFields(source: string): Map<string, string> {
  const root = markdownToMdast(source, { features: { gfm: true, frontmatter: false }, position: true });
  const fields = new Map<string, string>();
  const starts: { key: string; from: number; at: number }[] = [];
  for (const node of 'children' in root ? root.children : []) {
    if (node.type !== 'heading' || node.depth !== 3 || node.position === undefined) continue;
    const { start, end } = node.position;
    const [at, from] = [start.offset ?? 0, end.offset ?? 0];
    const key = ANSWER_KEYS.get(foldKey(source.slice(at, from).replaceAll(/^#+|#+$/g, '')));
    if (key !== undefined && !starts.some((each) => each.key === key)) starts.push({ key, from, at });
  }
  for (const [index, { key, from }] of starts.entries()) {
    const text = source.slice(from, starts[index + 1]?.at).trim();
    if (text !== '' && !EMPTY.has(text.toLowerCase())) fields.set(key, text);
  }
  return fields;
}
