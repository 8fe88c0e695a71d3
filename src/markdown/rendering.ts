import type { MdastNode } from 'satteri';

import { formatCodePoint } from '#domain/forbidden-character.ts';

import { findForbidden, replaceForbidden, escapeHtml } from './escape.ts';
import type {
  MarkdownPlace,
  MarkdownProblem,
  MarkdownProblemKind,
  Mention,
  RenderedBody,
} from './rendered-body.ts';
import type { MarkdownWords } from './words.ts';

export type NodeOf<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

/** What one rendering knows and gathers while it walks the tree. */
export interface Rendering {
  readonly source: string;
  /** The line of the file on which `source` starts. */
  readonly firstLine: number;
  readonly words: MarkdownWords;
  readonly imageBase: string;
  readonly imageFolder: string;
  /** Destinations of reference links, by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, NodeOf<'footnoteDefinition'>>;
  /** Footnotes in the order of their first use; the index is the number minus one. */
  readonly usedFootnotes: string[];
  /** The number of each footnote that has been used. */
  readonly footnoteNumbers: Map<string, number>;
  /** Offsets at which lines begin; computed when first needed. */
  lineStarts?: readonly number[];
  readonly problems: MarkdownProblem[];
  readonly links: RenderedBody['links'][number][];
  readonly images: RenderedBody['images'][number][];
  readonly mentions: Mention[];
  /** Prefix of heading ids in the section being rendered, and how many it has so far. */
  headingPrefix: string;
  headings: number;
  insideLink: boolean;
  /** What short reference links may still add, in characters: a small text must not become a huge page. */
  referenceBudget: number;
  /** Cells that short table rows may still be filled up with. */
  cellBudget: number;
}

/** Deepest nesting that is rendered; below it the source is shown as text. */
export const MAX_DEPTH = 64;

const MAX_PROBLEMS = 200;

export function report(
  rendering: Rendering,
  kind: MarkdownProblemKind,
  place: MarkdownPlace,
  params: MarkdownProblem['params'] = {},
): void {
  const { problems } = rendering;
  if (problems.length < MAX_PROBLEMS) problems.push({ kind, ...place, params });
  else if (problems.length === MAX_PROBLEMS)
    problems.push({ kind: 'too-many-problems', ...place, params: { limit: MAX_PROBLEMS } });
}

/** Where a node begins in the file. */
export function placeOfNode({ firstLine }: Rendering, node: MdastNode): MarkdownPlace {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line: line + firstLine - 1, column };
}

/** Where an offset of the body stands in the file. */
export function placeAt(rendering: Rendering, offset: number): MarkdownPlace {
  const starts = (rendering.lineStarts ??= listLineStarts(rendering.source));
  let low = 0;
  for (let high = starts.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + rendering.firstLine, column: offset - (starts[low] ?? 0) + 1 };
}

function listLineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** What the author wrote for a node. */
export function sourceOf({ source }: Rendering, node: MdastNode): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Text → markup; characters that may not be published are replaced and reported. */
export function renderText(rendering: Rendering, node: MdastNode, text: string): string {
  const found = findForbidden(text);
  if (found === undefined) return escapeHtml(text);
  const codePoint = formatCodePoint(found.codePointAt(0) ?? 0);
  report(rendering, 'control-character', placeOfNode(rendering, node), { codePoint });
  return escapeHtml(replaceForbidden(text));
}
