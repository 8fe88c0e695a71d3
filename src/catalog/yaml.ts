import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLMap,
} from 'yaml';

import { findForbiddenCharacter, formatCodePoint } from '#domain/forbidden-character.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { buildPlaces, type SourceProblem } from './source.ts';
import { FORBIDDEN_KEYS, MAX_YAML_DEPTH, type YamlMapping, type YamlValue } from './yaml-value.ts';

export type { YamlMapping } from './yaml-value.ts';

export type YamlProblemKind =
  | 'yaml-syntax'
  | 'yaml-not-mapping'
  | 'yaml-duplicate-key'
  | 'yaml-key-not-text'
  | 'yaml-forbidden-key'
  | 'yaml-alias'
  | 'yaml-anchor'
  | 'yaml-tag'
  | 'yaml-directive'
  | 'yaml-multiple-documents'
  | 'yaml-too-deep'
  | 'control-character';

export type YamlProblem = SourceProblem<YamlProblemKind>;

export type YamlResult =
  | { readonly ok: true; readonly data: YamlMapping }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** YAML 1.2 failsafe schema (§10.1): every scalar is text, whatever it looks like. */
export const YAML_OPTIONS = {
  version: '1.2',
  schema: 'failsafe',
  resolveKnownTags: false,
  strict: true,
  uniqueKeys: true,
  merge: false,
  stringKeys: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** The library compares every key with every other, which takes minutes in a large file; {@link toMapping} does not. */
const COMPOSER_OPTIONS = { ...YAML_OPTIONS, uniqueKeys: false } as const;

type Report = (kind: YamlProblemKind, offset: number, params?: YamlProblem['params']) => void;

/**
 * YAML text with `\n` line ends → one mapping of texts, lists and maps, or every reason why not.
 * Aliases, anchors, tags, directives, merge keys, duplicate keys and second documents are refused,
 * so the value is a plain tree no larger than its text.
 */
export function parseYamlMapping(text: string): YamlResult {
  const plain = readPlainYaml(text);
  return plain === undefined ? parseAnyMapping(text) : { ok: true, data: plain };
}

/** The same by the library alone. */
export function parseAnyMapping(text: string): YamlResult {
  const problems: YamlProblem[] = [];
  const placeOf = buildPlaces(text);
  const report: Report = (kind, offset, params = {}) => problems.push({ kind, ...placeOf(offset), params });
  const deep = findDeepNesting(text);
  if (deep !== -1) {
    report('yaml-too-deep', deep, { limit: MAX_YAML_DEPTH });
    return { ok: false, problems };
  }
  const data = composeMapping(text, report);
  return problems.length === 0 && data !== undefined ? { ok: true, data } : { ok: false, problems };
}

/** The one place where the YAML library reads content. */
export function composeDocuments(text: string): { documents: Document.Parsed[]; tokens: YamlTokens } {
  const tokens = [...new Parser().parse(text)];
  const documents = [...new Composer(COMPOSER_OPTIONS).compose(tokens, true, text.length)];
  return { documents, tokens };
}

type YamlTokens = ReturnType<Parser['parse']> extends Iterable<infer Token> ? Token[] : never;

/** Most columns of indentation, and most indicators (`- `, `? `, `: `) on one line, before a text is refused unread. */
const MAX_INDENT = 256;
const MAX_INDICATORS = 100;

/**
 * Offset of the first place that only a text built to exhaust the stack would have; -1 if there is none.
 * It has to be found before the library runs: where the stack ends inside the library, V8 may end the process.
 * Block nesting costs at least one column of indentation or one indicator for each level, flow nesting one bracket.
 */
function findDeepNesting(text: string): number {
  let brackets = 0;
  let indicators = 0;
  for (const { 0: token, index } of text.matchAll(/[[\]{}\n]|[-?:][ \t]/g)) {
    if (token === '\n') indicators = 0;
    else if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
    else indicators += 1;
    if (brackets > MAX_YAML_DEPTH || indicators > MAX_INDICATORS) return index;
  }
  return text.search(DEEP_INDENT);
}

const DEEP_INDENT = new RegExp(`^(?:[ \\t]|[-?:](?=[ \\t])){${MAX_INDENT + 1}}`, 'm');

function composeMapping(text: string, report: Report): YamlMapping | undefined {
  const { documents, tokens } = composeDocuments(text);
  for (const token of tokens) if (token.type === 'directive') report('yaml-directive', token.offset);
  const [first, second] = documents;
  if (second !== undefined) report('yaml-multiple-documents', second.range[0]);
  if (first === undefined) return undefined;
  const unclosed = first.errors.find(({ message }) => UNCLOSED_FLOW.test(message));
  for (const error of [...first.errors, ...first.warnings]) {
    // Only the first: it is looked for from the top of the text, and those behind it mostly follow from it.
    if (error !== unclosed) reportSyntax(text, error, report);
    else report('yaml-syntax', findUnclosed(text, error), { code: error.code, detail: error.message });
  }
  const root: ParsedNode | null = first.contents;
  if (!isMap(root)) {
    report('yaml-not-mapping', root?.range[0] ?? 0);
    return undefined;
  }
  // A key with the name of a method is data like any other here; only `__proto__` would not be, and that is refused.
  return toValue(root, 0, report) as YamlMapping;
}

function reportSyntax(
  text: string,
  error: { code: string; message: string; pos: readonly [number, number] },
  report: Report,
): void {
  const [start, end] = error.pos;
  if (error.code === 'NON_STRING_KEY') report('yaml-key-not-text', start);
  else if (error.code === 'TAG_RESOLVE_FAILED') report('yaml-tag', start, { tag: text.slice(start, end) });
  else report('yaml-syntax', start, { code: error.code, detail: error.message });
}

const UNCLOSED_FLOW = /^Flow (map|sequence) .*must .*end with a [\]}]$/;

/** Where a `[` or `{` that is never closed stands; the library tells only where it gave up. */
function findUnclosed(text: string, error: { message: string; pos: readonly [number, number] }): number {
  const bracket = UNCLOSED_FLOW.exec(error.message)?.[1] === 'map' ? '{' : '[';
  const open: { token: string; at: number }[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (offset >= error.pos[0]) break;
    if (token === '[' || token === '{') open.push({ token, at: offset });
    else if (token === ']' || token === '}') open.pop();
    if (!LEXER_SIGNS.has(token)) offset += token.length;
  }
  return open.findLast(({ token }) => token === bracket)?.at ?? error.pos[0];
}

/** What the lexer yields between the parts of the text: document, end of a broken flow, scalar. */
const LEXER_SIGNS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);

function toValue(node: ParsedNode | null, depth: number, report: Report): YamlValue {
  if (node === null) return '';
  const [offset] = node.range;
  if (depth > MAX_YAML_DEPTH) {
    report('yaml-too-deep', offset, { limit: MAX_YAML_DEPTH });
    return '';
  }
  if (!checkProperties(node, report)) return '';
  if (isScalar(node)) return checkText(String(node.value), offset, report);
  if (isSeq(node)) return node.items.map((item) => toValue(item, depth + 1, report));
  return isMap(node) ? toMapping(node, depth, report) : '';
}

function toMapping({ items }: ParsedMap, depth: number, report: Report): YamlMapping {
  const data: Record<string, YamlValue> = {};
  for (const { key, value } of items) {
    const name = toKey(key, report);
    if (name === undefined) continue;
    if (Object.hasOwn(data, name)) report('yaml-duplicate-key', key.range[0], { key: name });
    data[name] = toValue(value, depth + 1, report);
  }
  return data;
}

type ParsedMap = YAMLMap.Parsed;

function toKey(key: ParsedNode, report: Report): string | undefined {
  // The library has already reported a key that is not a scalar.
  if (!isScalar(key) || !checkProperties(key, report)) return undefined;
  const name = checkText(String(key.value), key.range[0], report);
  if (!FORBIDDEN_KEYS.has(name)) return name;
  report('yaml-forbidden-key', key.range[0], { key: name });
  return undefined;
}

function checkProperties(node: ParsedNode, report: Report): boolean {
  const [offset] = node.range;
  if (isAlias(node)) {
    report('yaml-alias', offset);
    return false;
  }
  if (node.anchor !== undefined) report('yaml-anchor', offset, { anchor: node.anchor });
  if (node.tag !== undefined) report('yaml-tag', offset, { tag: node.tag });
  return true;
}

/** Escapes such as `"\0"` bring in what {@link decodeSource} has kept out of the file itself. */
function checkText(text: string, offset: number, report: Report): string {
  const index = findForbiddenCharacter(text);
  if (index !== -1)
    report('control-character', offset, { codePoint: formatCodePoint(text.codePointAt(index) ?? 0) });
  return text;
}
