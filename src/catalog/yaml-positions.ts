import { type Document, isMap, isScalar, isSeq, Lexer, type Pair, type ParsedNode, type YAMLMap } from 'yaml';

import { oncePer } from '#domain/once.ts';
import { buildPlaces } from './source.ts';
import { composeDocuments } from './yaml.ts';

export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

type YamlPath = readonly (string | number)[];

/** A YAML comment; `path` names the value it follows on the same line, and is absent for a comment on a line of its own. */
interface YamlComment extends TextPlace {
  readonly text: string;
  readonly path?: YamlPath;
}

/** Where the values of one YAML text stand. Nothing is computed before the first question. */
export interface YamlPositions {
  /** The place of a value, or of its nearest existing parent. An empty value stands where its key does. */
  readonly locate: (path: YamlPath) => TextPlace;
  /** The place of a key; for an item of a list, of the item. */
  readonly locateKey: (path: YamlPath) => TextPlace;
  readonly comments: () => readonly YamlComment[];
}

/** @param text what {@link parseYamlMapping} has accepted; its first line is line 1 */
export function buildYamlPositions(text: string): YamlPositions {
  let document: Document.Parsed | undefined;
  const root = (): ParsedNode | null => {
    document ??= composeDocuments(text).documents[0];
    return document?.contents ?? null;
  };
  const placeOf = buildPlaces(text);
  return {
    locate: (path) => placeOf(find(root(), path).value),
    locateKey: (path) => placeOf(find(root(), path).key),
    comments: () => (/(?:^|[ \t])#/m.test(text) ? listComments(text, root(), placeOf) : []),
  };
}

interface Offsets {
  key: number;
  value: number;
}

function find(root: ParsedNode | null, path: YamlPath): Offsets {
  let node = root;
  let found: Offsets = { key: node?.range[0] ?? 0, value: node?.range[0] ?? 0 };
  for (const step of path) {
    const child = childOf(node, step);
    if (child === undefined) return found;
    node = child.node;
    found = child.offsets;
  }
  return found;
}

function childOf(
  node: ParsedNode | null,
  step: string | number,
): { node: ParsedNode | null; offsets: Offsets } | undefined {
  if (isSeq<ParsedNode>(node)) {
    const item = node.items[Number(step)];
    return item && { node: item, offsets: { key: item.range[0], value: item.range[0] } };
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
  const pair = pairsOf(node).get(String(step));
  if (pair === undefined) return undefined;
  const key = pair.key.range[0];
  const [start, end] = pair.value?.range ?? [key, key];
  return { node: pair.value, offsets: { key, value: start === end ? key : start } };
}

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** Pairs by key. A map is walked once, however many of its values are looked for. */
const pairsOf = oncePer(
  (map: YAMLMap<ParsedNode, ParsedNode | null>): ReadonlyMap<unknown, ParsedPair> =>
    new Map(map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : pair.key, pair])),
);

function listComments(
  text: string,
  root: ParsedNode | null,
  placeOf: (offset: number) => TextPlace,
): YamlComment[] {
  const scalars = listScalars(root);
  return listCommentTokens(text).map(({ offset, source }) => {
    const owner = scalars.findLast(({ end }) => end <= offset);
    const follows = owner !== undefined && !text.slice(owner.end, offset).includes('\n');
    return { ...placeOf(offset), text: source, ...(follows && { path: owner.path }) };
  });
}

/** The lexer announces a scalar with U+001F; the other control characters it yields are not part of the text either. */
function listCommentTokens(text: string): { offset: number; source: string }[] {
  const found: { offset: number; source: string }[] = [];
  let offset = 0;
  let scalar = false;
  for (const source of new Lexer().lex(text)) {
    if (source === '\x02' || source === '\x18' || source === '\x1f') {
      scalar = source === '\x1f';
      continue;
    }
    if (!scalar && source.startsWith('#')) found.push({ offset, source });
    offset += source.length;
    scalar = false;
  }
  return found;
}

function listScalars(root: ParsedNode | null): { end: number; path: YamlPath }[] {
  const found: { end: number; path: YamlPath }[] = [];
  const walk = (node: ParsedNode | null, path: YamlPath): void => {
    if (isScalar(node)) found.push({ end: node.range[1], path });
    else if (isSeq<ParsedNode>(node))
      node.items.forEach((item, index) => {
        walk(item, [...path, index]);
      });
    else if (isMap<ParsedNode, ParsedNode | null>(node)) {
      for (const { key, value } of node.items) {
        const below = [...path, isScalar(key) ? String(key.value) : ''];
        found.push({ end: key.range[1], path: below });
        walk(value, below);
      }
    }
  };
  walk(root, []);
  return found;
}
