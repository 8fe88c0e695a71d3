import { findForbiddenCharacter } from '#domain/forbidden-character.ts';
import { FORBIDDEN_KEYS, MAX_YAML_DEPTH, type YamlMapping, type YamlValue } from './yaml-value.ts';

/*
 * Most content is written in a small part of YAML: one key a line, plain or quoted texts, short lists in brackets. This
 * reader knows that part and gives up on everything else, faulty or not, so that the library need not look at every
 * file of a large archive. `plain-yaml.test.ts` compares it with the library.
 */

/** YAML text with `\n` line ends → the mapping that the library reads, or nothing when the library has to look. */
export function readPlainYaml(text: string): YamlMapping | undefined {
  if (text.includes('\t') || findForbiddenCharacter(text) !== -1) return undefined;
  const lines = new Lines(text);
  if (lines.peek()?.indent !== 0) return undefined;
  try {
    const value = readMap(lines, 0, 0);
    return lines.peek() === undefined ? value : undefined;
  } catch (error) {
    if (error === OTHER) return undefined;
    throw error;
  }
}

/** Thrown where anything else than the small part stands. */
const OTHER = new Error('not plain');

function giveUp(): never {
  throw OTHER;
}

interface Line {
  indent: number;
  /** What follows the indentation, without blanks at its end. */
  rest: string;
}

/** The lines that mean something, with one of them in view. */
class Lines {
  readonly #texts: readonly string[];
  #next = 0;
  #seen: Line | undefined;

  constructor(text: string) {
    this.#texts = text.split('\n');
  }

  /** The next line that is neither blank nor a comment. */
  peek(): Line | undefined {
    while (this.#seen === undefined && this.#next < this.#texts.length) {
      const line = toLine(this.#texts[this.#next] ?? '');
      if (line.rest === '' || line.rest.startsWith('#')) this.#next += 1;
      else this.#seen = line;
    }
    return this.#seen;
  }

  skip(): void {
    this.#seen = undefined;
    this.#next += 1;
  }

  /** Puts what stands behind a dash in place of its line. */
  replace(line: Line): void {
    this.#seen = line;
  }

  /** The next line as it stands, for texts that keep their shape. */
  raw(): string | undefined {
    return this.#texts[this.#next];
  }
}

function toLine(text: string): Line {
  let indent = 0;
  while (text[indent] === ' ') indent += 1;
  let end = text.length;
  while (end > indent && text[end - 1] === ' ') end -= 1;
  return { indent, rest: text.slice(indent, end) };
}

const ENTRY = /^([A-Za-z0-9_/][\w./-]*):(?: +(.+))?$/;

function readMap(lines: Lines, indent: number, depth: number): YamlMapping {
  if (depth >= MAX_YAML_DEPTH) giveUp();
  const map: Record<string, YamlValue> = {};
  for (let line = lines.peek(); line?.indent === indent; line = lines.peek()) {
    const [, key = '', value] = ENTRY.exec(line.rest) ?? giveUp();
    if (Object.hasOwn(map, key) || FORBIDDEN_KEYS.has(key)) giveUp();
    lines.skip();
    map[key] = value === undefined ? readNested(lines, indent, depth) : readValue(lines, indent, value);
  }
  return endBlock(lines, indent, map);
}

/** After a block, only something further left may follow. */
function endBlock<Value>(lines: Lines, indent: number, value: Value): Value {
  return (lines.peek()?.indent ?? -1) >= indent ? giveUp() : value;
}

/** What stands below a key: a list may stand as far left as the key. */
function readNested(lines: Lines, indent: number, depth: number): YamlValue {
  const line = lines.peek();
  if (line === undefined || line.indent < indent) return giveUp();
  if (line.rest.startsWith('- ')) return readList(lines, line.indent, indent, depth + 1);
  return line.indent > indent ? readMap(lines, line.indent, depth + 1) : giveUp();
}

function readList(lines: Lines, indent: number, parent: number, depth: number): YamlValue {
  if (depth >= MAX_YAML_DEPTH) giveUp();
  const items: YamlValue[] = [];
  for (let line = lines.peek(); line?.indent === indent && line.rest.startsWith('- '); line = lines.peek()) {
    const inner = toLine(line.rest.slice(1));
    if (ENTRY.test(inner.rest)) {
      const column = indent + 1 + inner.indent;
      lines.replace({ indent: column, rest: inner.rest });
      items.push(readMap(lines, column, depth + 1));
    } else {
      lines.skip();
      items.push(readScalar(inner.rest));
    }
  }
  const next = lines.peek()?.indent ?? -1;
  // As far left as the list only the next key may stand, and only where the list began below its key.
  return next > indent || (next === indent && indent !== parent) ? giveUp() : items;
}

function readValue(lines: Lines, indent: number, text: string): YamlValue {
  return text === '|' || text === '|-' ? readLiteral(lines, indent, text === '|') : readScalar(text);
}

/** A text that keeps its lines. */
function readLiteral(lines: Lines, indent: number, keepsEnd: boolean): string {
  const first = toLine(lines.raw() ?? '');
  if (first.rest === '' || first.indent <= indent) giveUp();
  const found: string[] = [];
  for (let raw = lines.raw(); raw !== undefined; raw = lines.raw()) {
    const { indent: own, rest } = toLine(raw);
    if (rest === '' && raw.length > first.indent) giveUp();
    if (rest !== '' && own < first.indent) break;
    found.push(raw.slice(first.indent));
    lines.skip();
  }
  // Where the text ends without a line end, so does this one.
  if (lines.raw() === undefined && found.at(-1) !== '') giveUp();
  return found.join('\n').replace(/\n+$/, '') + (keepsEnd ? '\n' : '');
}

function readScalar(text: string): YamlValue {
  if (text.startsWith('[')) return readFlow(text, ']', (inner) => readItems(inner).map(toText));
  if (text.startsWith('{')) return readFlow(text, '}', readPairs);
  return readQuoted(text) ?? readPlain(text);
}

function readFlow(text: string, end: string, read: (inner: string) => YamlValue): YamlValue {
  return text.endsWith(end) ? read(text.slice(1, -1).trim()) : giveUp();
}

/** A text in quotes without escapes; nothing when it has no quotes. */
function readQuoted(text: string): string | undefined {
  if (!/^["']/.test(text)) return undefined;
  return /^"([^"\\]*)"$/.exec(text)?.[1] ?? /^'([^']*)'$/.exec(text)?.[1] ?? giveUp();
}

/** A text without quotes that fills its line: no indicator in front, nothing in it that ends it. */
function readPlain(text: string): string {
  return /^[\p{L}\p{N}<=(/~^+.$_\u3000-\u303f\uff01-\uffe6]/u.test(text) && !/:(?: |$)| #/.test(text)
    ? text
    : giveUp();
}

/** One item between commas: in quotes, or plain without anything that means something between brackets. */
const ITEM =
  /^ *("[^"\\]*"|'[^']*'|[\p{L}\p{N}<=(][^,[\]{}"'#&*!|%@`?\\:]*(?::[\w/.][^,[\]{}"'#&*!|%@`?\\:]*)*) *(?:,|$)/u;

function readItems(inner: string): string[] {
  const items: string[] = [];
  for (let left = inner; left !== '';) {
    const [whole, item = ''] = ITEM.exec(left) ?? giveUp();
    items.push(item.trim());
    left = left.slice(whole.length);
    if (left === '' && whole.endsWith(',')) giveUp();
  }
  return items;
}

function toText(item: string): string {
  return readQuoted(item) ?? item;
}

function readPairs(inner: string): YamlMapping {
  const map: Record<string, YamlValue> = {};
  for (let left = inner; left !== '';) {
    const [head, key = ''] = /^ *([A-Za-z0-9_/][\w./-]*): +/.exec(left) ?? giveUp();
    const [whole, item = ''] = ITEM.exec(left.slice(head.length)) ?? giveUp();
    if (Object.hasOwn(map, key) || FORBIDDEN_KEYS.has(key)) giveUp();
    map[key] = toText(item.trim());
    left = left.slice(head.length + whole.length);
    if (left === '' && whole.endsWith(',')) giveUp();
  }
  return map;
}
