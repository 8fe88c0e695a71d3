import { mdxToMdast, type MdastNode } from 'satteri';
import { findExplosive } from './guard.ts';
import type { MarkdownPlace } from './rendered-body.ts';

/** The components that `src/screens/AboutScreen.astro` hands to a page. None of them takes an attribute. */
export const PAGE_COMPONENTS = [
  'Summary',
  'Japanese',
  'Decision',
  'ProductFlow',
  'WebsiteFlow',
  'SectionLegend',
  'BannerLegend',
  'StatusLegend',
  'FamilyList',
  'SeverityLegend',
  'TriageTime',
  'PublicationTarget',
  'WebsiteTarget',
  'VendorSilence',
  'UrgentPeriod',
  'StageTime',
  'TimeLimits',
  'PublisherContact',
] as const;

/** What the rules may want to know of a trusted page, with places in the text that was given. */
export interface ParsedPage {
  /** Every link that the page would have: Markdown links, bare addresses, `href`. */
  readonly links: readonly (MarkdownPlace & { readonly url: string })[];
  /** What is more than text: program code, elements and components of no name that we know, foreign pictures. */
  readonly programs: readonly (MarkdownPlace & { readonly code: string })[];
  /** Why the page cannot be read, in the parser's words. */
  readonly refused?: MarkdownPlace & { readonly message: string };
  /** The page was not handed to the parser, which is native code and would end the process (`guard.ts`). */
  readonly explosive?: MarkdownPlace;
}

/** The features with which `astro.config.mjs` has pages compiled. */
const FEATURES = { gfm: true, frontmatter: false } as const;

/** The parser reads program code by recursion; what is longer than this does not reach it. */
const LONG_PROGRAM = /(?<!\\)\{[^}]{2000}|^(?:import|export)\b(?:[^\n]|\n(?!\n)){2000}/mu;

/**
 * Reads a trusted page as the build will, without compiling it. The parser is the one that Astro compiles pages with.
 * @param text the page with its front matter blanked out, so that places are places in the file
 */
export function parsePage(text: string): ParsedPage {
  const explosive = findExplosive(text) ?? findLongProgram(text);
  if (explosive !== undefined) return { links: [], programs: [], explosive };
  try {
    return readTree(mdxToMdast(text, { features: FEATURES, position: true }));
  } catch (error) {
    return { links: [], programs: [], refused: toRefusal(error) };
  }
}

function findLongProgram(text: string): MarkdownPlace | undefined {
  const index = text.search(LONG_PROGRAM);
  if (index === -1) return undefined;
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The parser's errors are texts only: `3:1: Unexpected character … (mdx-jsx:unexpected-character)`. */
function toRefusal(error: unknown): MarkdownPlace & { message: string } {
  const text = error instanceof Error ? error.message : String(error);
  const { groups } =
    /^(?<line>\d+):(?<column>\d+): (?<message>[^]*?)(?: \([\w-]+:[\w-]+\))?$/u.exec(text) ?? {};
  const { line = '1', column = '1', message = text } = groups ?? {};
  return { line: Number(line), column: Number(column), message };
}

type Collected = {
  links: (MarkdownPlace & { url: string })[];
  programs: (MarkdownPlace & { code: string })[];
};

/** Goes through the tree without recursion: elements may be nested as deeply as the file is long. */
function readTree(root: MdastNode): ParsedPage {
  const collected: Collected = { links: [], programs: [] };
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    readNode(node, collected);
    if (!('children' in node)) continue;
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  return collected;
}

function readNode(node: MdastNode, { links, programs }: Collected): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  switch (node.type) {
    case 'link':
    case 'definition':
      links.push({ line, column, url: node.url });
      break;
    case 'image':
      if (!node.url.startsWith('/')) programs.push({ line, column, code: `![](${node.url})` });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      links.push(...hrefsOf(node).map((url) => ({ line, column, url })));
      if (!isKnownComponent(node)) programs.push({ line, column, code: `<${node.name ?? ''}>` });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      programs.push({ line, column, code: shorten(`{${node.value}}`) });
      break;
    case 'mdxjsEsm':
      programs.push({ line, column, code: shorten(node.value) });
      break;
    default:
  }
}

type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function isKnownComponent({ name, attributes }: Element): boolean {
  return PAGE_COMPONENTS.some((component) => component === name) && attributes.length === 0;
}

function hrefsOf({ attributes }: Element): string[] {
  return attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attribute.name === 'href' && typeof attribute.value === 'string'
      ? [attribute.value]
      : [],
  );
}

function shorten(code: string): string {
  const [line = ''] = code.split('\n');
  return line.length > 60 || line !== code ? `${line.slice(0, 60)}…` : line;
}
