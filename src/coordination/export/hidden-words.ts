import { markdownToMdast, type MdastNode } from 'satteri';
import type { ContentProblem } from '#catalog/content.ts';
import { renderAdvisoryMarkdown } from '#markdown/render-markdown.ts';

/** Something that was left out of the public text; its words are not told. */
export interface Removal {
  kind: 'html-comment' | 'unused-definition' | 'vendor-row';
  line: number;
  column: number;
}

export interface CleanBody {
  text: string;
  removed: readonly Removal[];
  problems: readonly ContentProblem[];
}

interface BodyContext {
  file: string;
  language: string;
  slug: string;
  /** The line of the file on which the body starts. */
  firstLine: number;
}

/** What the renderer reports where a reader of the page does not see all that the file holds. */
const HIDING: ReadonlySet<string> = new Set([
  'unused-footnote',
  'directive-attribute',
  'control-character',
  'too-deep',
  'too-complex',
  'too-many-references',
  'too-many-problems',
]);

/**
 * A body without what readers of the page would never see but readers of the file would: HTML comments and definitions
 * that nothing uses are taken out. Other words in hiding (raw HTML, titles of links, unused footnotes, attributes) are
 * problems: only the author knows whether they are meant. Everything else stays byte for byte, also the names that a page
 * does not show: labels of footnotes and definitions, languages of code.
 */
export function cleanBody(body: string, context: BodyContext): CleanBody {
  const reported = renderingProblems(body, context);
  if (reported.some(({ kind }) => kind === 'too-complex'))
    return { text: body, removed: [], problems: reported };
  const { removals, problems } = findHidden(body, context);
  const text = removals
    .toReversed()
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), body);
  const all = [...reported, ...problems];
  if (all.length === 0 && removals.length > 0) all.push(...findJoined(text, context));
  const removed = removals.map(({ kind, line, column }): Removal => ({ kind, line, column }));
  return { text, removed, problems: all };
}

/** Taking something out must not make new markup of what stood around it. */
function findJoined(text: string, context: BodyContext): ContentProblem[] {
  const left = findHidden(text, context);
  return [...renderingProblems(text, context), ...left.problems, ...left.removals].map(() => ({
    ...{ kind: 'hidden-words', file: context.file, path: [], params: { found: 'joined' } },
    ...{ line: context.firstLine, column: 1 },
  }));
}

function renderingProblems(body: string, { file, language, slug, firstLine }: BodyContext): ContentProblem[] {
  const { problems } = renderAdvisoryMarkdown(body, { language, firstLine, imageFolder: slug });
  return problems
    .filter(({ kind }) => HIDING.has(kind))
    .map((problem): ContentProblem => ({ ...problem, file, path: [] }));
}

interface Range extends Removal {
  /** Offsets in the body. */
  start: number;
  end: number;
}

interface Hidden {
  removals: Range[];
  problems: ContentProblem[];
}

const FEATURES = { gfm: true, directive: true, frontmatter: false } as const;

/** @param body what `renderAdvisoryMarkdown` did not refuse: the parser is native code, and ends the process on some texts */
function findHidden(body: string, context: BodyContext): Hidden {
  const nodes = listNodes(markdownToMdast(body, { features: FEATURES, position: true }));
  const used = new Set(nodes.flatMap((node) => ('referenceType' in node ? [node.identifier] : [])));
  const defined = new Set<string>();
  const hidden: Hidden = { removals: [], problems: [] };
  for (const node of nodes) {
    const removable = kindOfRemoval(node, used, defined);
    const found = removable === undefined ? hiddenIn(node, defined) : undefined;
    const { line, column } = placeOf(node, context);
    if (removable !== undefined)
      hidden.removals.push({ kind: removable, line, column, ...rangeOf(node, body) });
    if (found !== undefined)
      hidden.problems.push({
        kind: found.kind,
        file: context.file,
        line,
        column,
        path: [],
        params: found.params,
      });
    if (node.type === 'definition' || node.type === 'footnoteDefinition') defined.add(nameOf(node));
  }
  hidden.removals.sort((a, b) => a.start - b.start);
  return hidden;
}

function listNodes(root: MdastNode): MdastNode[] {
  const found: MdastNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (!('children' in node)) continue;
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  return found;
}

function kindOfRemoval(
  node: MdastNode,
  used: ReadonlySet<string>,
  defined: ReadonlySet<string>,
): Removal['kind'] | undefined {
  if (node.type === 'html') return isCommentsOnly(node.value) ? 'html-comment' : undefined;
  if (node.type !== 'definition') return undefined;
  return used.has(node.identifier) && !defined.has(nameOf(node)) ? undefined : 'unused-definition';
}

function isCommentsOnly(html: string): boolean {
  return html.replaceAll(/<!--[^]*?-->/g, '').trim() === '';
}

type Found = { kind: string; params: ContentProblem['params'] };

/** What a node holds that no page shows. */
function hiddenIn(node: MdastNode, defined: ReadonlySet<string>): Found | undefined {
  const hides = (found: string): Found => ({ kind: 'hidden-words', params: { found } });
  if (node.type === 'html') return { kind: 'raw-html', params: {} };
  if (node.type === 'code' && (hasText(node.meta) || !isLanguageName(node.lang))) return hides('code');
  if ('title' in node && hasText(node.title)) return hides('title');
  if (node.type === 'table' && hasLostCell(node)) return hides('cell');
  if (node.type === 'heading' && node.depth === 2 && hasAddress(node)) return hides('heading');
  return node.type === 'footnoteDefinition' && defined.has(nameOf(node)) ? hides('footnote') : undefined;
}

/** A table shows as many columns as its first row has. */
function hasLostCell({ children: [head, ...rows] }: Extract<MdastNode, { type: 'table' }>): boolean {
  const columns = head?.children.length ?? 0;
  return rows.some(({ children }) => children.slice(columns).some((cell) => cell.children.length > 0));
}

/** The heading of a section is shown as plain text. */
function hasAddress(heading: MdastNode): boolean {
  return listNodes(heading).some((node) => 'url' in node || 'referenceType' in node);
}

function nameOf(node: { type: string; identifier: string }): string {
  return `${node.type} ${node.identifier}`;
}

/** What a fence may name: a page does not show it. */
function isLanguageName(name: unknown): boolean {
  return !hasText(name) || /^[A-Za-z][\w+#.-]{0,19}$/.test(String(name));
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function placeOf(node: MdastNode, { firstLine }: BodyContext): { line: number; column: number } {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line: line + firstLine - 1, column };
}

/** From where to where a node stands; with its line end where nothing else stands on its lines. */
function rangeOf(node: MdastNode, body: string): { start: number; end: number } {
  const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = body.indexOf('\n', end);
  const rest = body.slice(end, lineEnd === -1 ? body.length : lineEnd);
  const isAlone = (body.slice(lineStart, start) + rest).trim() === '';
  return isAlone ? { start: lineStart, end: lineEnd === -1 ? body.length : lineEnd + 1 } : { start, end };
}
