import matter from 'gray-matter';

import { MAX_SOURCE_BYTES, normalizeSource, type SourceProblem } from './source.ts';
import {
  parseYamlMapping,
  type YamlMapping,
  type YamlProblem,
  type YamlProblemKind,
  type YamlResult,
} from './yaml.ts';
import { buildYamlPositions, type YamlPositions } from './yaml-positions.ts';

/** Largest YAML, in bytes: front matter, or a file of data. */
export const MAX_YAML_BYTES = 128 * 1024;

export type FrontMatterProblemKind =
  | YamlProblemKind
  | 'file-too-large'
  | 'front-matter-missing'
  | 'front-matter-opening'
  | 'front-matter-unclosed'
  | 'front-matter-closing'
  | 'front-matter-too-large'
  | 'front-matter-ends-early';

type FrontMatterProblem = SourceProblem<FrontMatterProblemKind>;

interface Refusal {
  readonly ok: false;
  readonly problems: readonly FrontMatterProblem[];
}

interface ParsedYaml extends YamlPositions {
  readonly ok: true;
  readonly data: YamlMapping;
}

interface ParsedFrontMatter extends ParsedYaml {
  /** What follows the closing fence. */
  readonly body: string;
  /** The 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

export type YamlFileResult = ParsedYaml | Refusal;
export type FrontMatterResult = ParsedFrontMatter | Refusal;

/**
 * The text of an advisory → its front matter as a plain tree of texts, and its body.
 * The first line must be exactly `---`, and so must the first later line that begins with `---`.
 * gray-matter splits the file; it only ever sees files that pass {@link findFences}, always gets options
 * (so it keeps no cache), and has no engine but ours.
 */
export function parseFrontMatter(text: string): FrontMatterResult {
  if (text.length > MAX_SOURCE_BYTES) return refuseSize(text.length, MAX_SOURCE_BYTES);
  const source = normalizeSource(text);
  const fences = findFences(source);
  if ('kind' in fences) return { ok: false, problems: [fences] };
  const { data, content } = matter(source, MATTER_OPTIONS);
  // gray-matter does not call an engine for empty front matter.
  const result = (data as { result?: YamlResult }).result ?? parseYamlMapping('\n');
  const early = findEarlyEnd(content, fences.closingLine);
  const problems = [...(early ? [early] : []), ...(result.ok ? [] : result.problems)];
  if (!result.ok || problems.length > 0) return { ok: false, problems };
  const positions = buildYamlPositions(`\n${source.slice(FENCE.length, fences.closing)}`);
  return { ok: true, data: result.data, body: content, bodyLine: fences.closingLine + 1, ...positions };
}

/**
 * The text of a YAML file (`vendors/*.yaml`, `site.yaml`) → a plain tree of texts, behind the same gate.
 * @param limit in bytes; a longer text is not looked at
 */
export function parseYaml(text: string, limit = MAX_YAML_BYTES): YamlFileResult {
  const bytes = Buffer.byteLength(text);
  if (bytes > limit) return refuseSize(bytes, limit);
  const source = normalizeSource(text);
  const result: { ok: true; data: YamlMapping } | { ok: false; problems: readonly YamlProblem[] } =
    parseYamlMapping(source);
  return result.ok ? { ...result, ...buildYamlPositions(source) } : result;
}

const FENCE = '---\n';

function noEngine(): never {
  throw new Error('Only YAML front matter is read.');
}

/** `excerpt` is given so that the key `excerpt_separator` of a file has no effect. */
const MATTER_OPTIONS = {
  language: 'yaml',
  delimiters: '---',
  excerpt: () => '',
  engines: {
    yaml: (text: string) => ({ result: parseYamlMapping(text) }),
    javascript: noEngine,
    js: noEngine,
    json: noEngine,
    coffee: noEngine,
    coffeescript: noEngine,
    cson: noEngine,
    toml: noEngine,
  },
} satisfies Parameters<typeof matter>[1];

interface Fences {
  /** Offset and line of the closing fence. */
  closing: number;
  closingLine: number;
}

function findFences(source: string): Fences | FrontMatterProblem {
  if (!source.startsWith(FENCE)) return refuseOpening(source);
  const closing = source.indexOf('\n---', FENCE.length - 1) + 1;
  if (closing === 0) return { kind: 'front-matter-unclosed', line: 1, column: 1, params: {} };
  const closingLine = source.slice(0, closing).split('\n').length;
  const found = lineAt(source, closing);
  if (found !== '---')
    return { kind: 'front-matter-closing', line: closingLine, column: 1, params: { found: shorten(found) } };
  const bytes = Buffer.byteLength(source.slice(FENCE.length, closing));
  if (bytes > MAX_YAML_BYTES) {
    return {
      kind: 'front-matter-too-large',
      line: 1,
      column: 1,
      params: { bytes, limit: MAX_YAML_BYTES },
    };
  }
  return { closing, closingLine };
}

function refuseOpening(source: string): FrontMatterProblem {
  const first = lineAt(source, 0);
  if (first === '---') return { kind: 'front-matter-unclosed', line: 1, column: 1, params: {} };
  const kind = first.startsWith('---') ? 'front-matter-opening' : 'front-matter-missing';
  return { kind, line: 1, column: 1, params: { found: shorten(first) } };
}

/**
 * A `---` at the start of a line ends the front matter even where the author meant it as text of a longer value.
 * What then stands before the next `---` looks like YAML and not like the beginning of an advisory.
 */
function findEarlyEnd(body: string, closingLine: number): FrontMatterProblem | undefined {
  const next = /^---$/m.exec(body);
  if (next === null || !/^\n*(?:[ \t]+\S|[A-Za-z_][\w-]*:(?:[ \t]|\n))/.test(body.slice(0, next.index)))
    return undefined;
  const nextLine = closingLine + body.slice(0, next.index).split('\n').length;
  return { kind: 'front-matter-ends-early', line: closingLine, column: 1, params: { nextLine } };
}

function refuseSize(bytes: number, limit: number): Refusal {
  return { ok: false, problems: [{ kind: 'file-too-large', line: 1, column: 1, params: { bytes, limit } }] };
}

function lineAt(source: string, offset: number): string {
  const end = source.indexOf('\n', offset);
  return source.slice(offset, end === -1 ? undefined : end);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
