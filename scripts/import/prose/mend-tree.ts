import type { toMdast } from 'hast-util-to-mdast';
import { FORBIDDEN_CHARACTER } from '#domain/forbidden-character.ts';
import { linkTargetOf } from './escape-text.ts';

/** A node of a Markdown syntax tree. */
export type MarkdownNode = ReturnType<typeof toMdast>;
export type MarkdownRoot = Extract<MarkdownNode, { type: 'root' }>;
type Child = Exclude<MarkdownNode, { type: 'root' }>;
type Parent = Extract<Child, { children: unknown[] }>;

interface Mending {
  /** What relative addresses start from. */
  readonly base: string | undefined;
  readonly lost: Set<string>;
  /** How far headings move down, so that the highest one becomes one of the third level. */
  readonly shift: number;
}

/** The highest level of heading within a section. */
const TOP = 3;

const EVERY_FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, 'gu');

/**
 * A tree of foreign origin → one that may stand in a section: headings from the third level down, links that readers
 * may follow, no images (they become links), no characters that may not be published.
 * @param lost gains what was left out
 */
export function mendTree(root: MarkdownRoot, base: string | undefined, lost: Set<string>): MarkdownRoot {
  const levels = listHeadingLevels(root);
  const shift = TOP - levels.reduce((highest, level) => Math.min(highest, level), 7);
  return {
    ...root,
    children: mendChildren({ base, lost, shift }, root.children),
  };
}

function listHeadingLevels(node: MarkdownNode): number[] {
  if (node.type === 'heading') return [node.depth];
  return 'children' in node ? node.children.flatMap(listHeadingLevels) : [];
}

function mendChildren(mending: Mending, nodes: readonly Child[]): Child[] {
  return nodes.flatMap((node) => mendNode(mending, node));
}

function mendNode(mending: Mending, node: Child): Child[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return mendWords(node);
    case 'link':
      return mendLink(mending, node);
    case 'image':
      return mendImage(mending, node);
    case 'heading':
      return mendHeading(mending, node);
    case 'paragraph':
      return splitParagraph({
        ...node,
        children: mendChildren(mending, node.children) as typeof node.children,
      });
    case 'tableCell':
      return [{ ...node, children: onOneLine(mendChildren(mending, node.children)) as typeof node.children }];
    case 'break':
    case 'thematicBreak':
      return [node];
    default:
      // Neither raw HTML nor anything else without words of its own comes through.
      return 'children' in node ? mendParent(mending, node) : [];
  }
}

function mendWords(node: Extract<Child, { value: string }>): Child[] {
  const value = node.value.toWellFormed().replaceAll(EVERY_FORBIDDEN, '');
  return value.trim() === '' && node.type !== 'text' ? [] : [{ ...node, value }];
}

function mendParent(mending: Mending, node: Parent): Child[] {
  const children = mendChildren(mending, node.children);
  const isEmpty = children.length === 0 && node.type !== 'tableRow';
  return isEmpty ? [] : [{ ...node, children } as Child];
}

function mendHeading(mending: Mending, node: Extract<Child, { type: 'heading' }>): Child[] {
  const depth = Math.min(6, node.depth + mending.shift) as typeof node.depth;
  const children = onOneLine(mendChildren(mending, node.children)) as typeof node.children;
  return wordsOf(children).trim() === '' ? [] : [{ ...node, depth, children }];
}

function mendLink(mending: Mending, node: Extract<Child, { type: 'link' }>): Child[] {
  const children = mendChildren(mending, node.children).flatMap((child): Child[] =>
    child.type === 'link' ? child.children : [child],
  );
  const target = targetOf(mending, node.url);
  if (target === undefined) {
    if (node.url !== '') mending.lost.add(`link ${shorten(node.url)}`);
    return children;
  }
  if (wordsOf(children).trim() === '') return [toLink(target, target)];
  return [{ type: 'link', url: target, children: children as typeof node.children }];
}

/** Only an advisory's own images can be shown, so a foreign one becomes a link to it. */
function mendImage(mending: Mending, { url, alt }: Extract<Child, { type: 'image' }>): Child[] {
  mending.lost.add(`image ${shorten(url)}`);
  const target = targetOf(mending, url);
  const words = (alt ?? '').toWellFormed().replaceAll(EVERY_FORBIDDEN, '').trim();
  if (target !== undefined) return [toLink(target, words === '' ? target : words)];
  return words === '' ? [] : [{ type: 'text', value: words }];
}

function toLink(url: string, words: string): Child {
  return { type: 'link', url, children: [{ type: 'text', value: words }] };
}

function targetOf({ base }: Mending, address: string): string | undefined {
  const written = address.trim();
  const isWhole = /^[a-z][a-z0-9+.-]*:/iu.test(written);
  // A fragment leads to a place in a page that is not there any more.
  if (!isWhole && (base === undefined || written.startsWith('#') || written === '')) return undefined;
  const target = isWhole ? written : URL.parse(written, base)?.href;
  if (target === undefined) return undefined;
  const safe = /[<>|`\s]/u.test(target)
    ? URL.parse(target)?.href.replaceAll(/[|`]/gu, encodeURIComponent)
    : target;
  return safe === undefined ? undefined : linkTargetOf(safe);
}

function shorten(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 60);
}

/** Two line breaks in a row divide paragraphs; at the ends of one they say nothing. */
function splitParagraph(paragraph: Extract<Child, { type: 'paragraph' }>): Child[] {
  const pieces: (typeof paragraph.children)[] = [[]];
  let breaks: typeof paragraph.children = [];
  for (const child of paragraph.children) {
    const piece = pieces.at(-1) ?? [];
    if (child.type === 'break') breaks.push(child);
    else if (child.type === 'text' && child.value.trim() === '' && breaks.length > 0) continue;
    else {
      if (breaks.length > 1) pieces.push([child]);
      else piece.push(...(piece.length === 0 ? [] : breaks), child);
      breaks = [];
    }
  }
  return pieces
    .filter((piece) => wordsOf(piece).trim() !== '')
    .map((children) => ({ ...paragraph, children }));
}

function onOneLine(nodes: readonly Child[]): Child[] {
  return nodes.map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node));
}

/** The words of nodes, without markup. */
function wordsOf(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n';
      if ('value' in node) return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');
}
