import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { escapeText, formatCode, type TextContext } from './escape-text.ts';
import type { MarkdownNode, MarkdownRoot } from './mend-tree.ts';

type Handlers = NonNullable<NonNullable<Parameters<typeof toMarkdown>[1]>['handlers']>;
type Handle = NonNullable<Handlers['text']>;
type Nodes = { [Type in MarkdownNode['type']]: Extract<MarkdownNode, { type: Type }> };
type State = Parameters<Handle>[2];
type Info = Parameters<Handle>[3];

/** A mended tree → Markdown. What a text holds is never read as markup. */
export function formatTree(root: MarkdownRoot): string {
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    // Padding makes every row as wide as the widest, which hostile tables make very wide.
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    handlers: {
      text: (node: Nodes['text'], _, state, info) =>
        apartFrom(info, escapeText(node.value, contextOf(state, info))),
      inlineCode: (node: Nodes['inlineCode'], _, state, info) =>
        apartFrom(info, formatCode(node.value, contextOf(state, info))),
      emphasis: withPeek('*', (node: Nodes['emphasis'], _, state, info) =>
        formatMarked(node, '*', state, info),
      ),
      strong: withPeek('*', (node: Nodes['strong'], _, state, info) => formatMarked(node, '**', state, info)),
      delete: withPeek('~', (node: Nodes['delete'], _, state, info) => formatMarked(node, '~~', state, info)),
      link: withPeek('[', (node: Nodes['link'], _, state, info) => formatLink(node, state, info)),
    },
  }).trim();
}

/** The serializer asks each node how the next one begins; without `peek` it writes that one to find out, and again. */
function withPeek<N>(first: string, handle: (node: N, parent: unknown, state: State, info: Info) => string) {
  return Object.assign(handle, { peek: () => first });
}

function contextOf({ stack }: State, { before }: Info): TextContext {
  return {
    atLineStart: /^$|\n$/u.test(before),
    insideLink: stack.includes('label'),
    insideTable: stack.includes('tableCell'),
  };
}

/** Code that touches other code would be read as one piece with a wrong end. */
function apartFrom({ before }: Info, markdown: string): string {
  return before.endsWith('`') && markdown.startsWith('`') ? ` ${markdown}` : markdown;
}

type Marked = Nodes['emphasis' | 'strong' | 'delete'];

/** Marks around words, where Markdown reads them as such (CommonMark §6.2); elsewhere the words alone. */
function formatMarked(node: Marked, mark: string, state: State, info: Info): string {
  const exit = state.enter(node.type === 'delete' ? 'emphasis' : node.type);
  const inner = state.containerPhrasing(node, { ...info, before: mark, after: mark });
  exit();
  const [, lead = '', words = '', trail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inner) ?? [];
  const opens = flanks(info.before, words.charAt(0)) && (lead !== '' || !/[*~_\\]$/u.test(info.before));
  const closes = flanks(info.after, words.charAt(words.length - 1)) && !/^[*~]/u.test(info.after);
  return words === '' || /^[*~]|[*~]$/u.test(words) || !opens || !closes
    ? inner
    : `${lead}${mark}${words}${mark}${trail}`;
}

/** Whether a mark between a character outside and one inside belongs to the one inside. */
function flanks(outside: string, inside: string): boolean {
  return !/[\p{P}\p{S}]/u.test(inside) || outside === '' || /^[\s\p{P}\p{S}]$/u.test(outside.slice(-1));
}

function formatLink(node: Nodes['link'], state: State, info: Info): string {
  const [child] = node.children;
  const isBare = node.children.length === 1 && child?.type === 'text' && child.value === node.url;
  if (isBare && /^https?:[^&|]+$/iu.test(node.url)) return `<${node.url}>`;
  const exits = [state.enter('link'), state.enter('label')];
  const label = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  for (const exit of exits.toReversed()) exit();
  const target = node.url.replaceAll(/&(?=#?\w+;)/gu, String.raw`\&`);
  return `[${label}](${/[()]/u.test(target) ? `<${target}>` : target})`;
}
