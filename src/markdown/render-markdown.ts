import { markdownToMdast, type MdastNode } from 'satteri';

import { SECTION_HEADINGS, type SectionVocabulary } from '#domain/section.ts';

import { escapeHtml, replaceForbidden } from './escape.ts';
import { renderFootnotes, reportUnusedFootnotes } from './footnotes.ts';
import { findExplosive } from './guard.ts';
import { collectMentions } from './mentions.ts';
import { toPlainText } from './plain-text.ts';
import { renderBlocks } from './render-blocks.ts';
import type { MarkdownPlace, RenderedBody, RenderedSection } from './rendered-body.ts';
import { dropHtml } from './render-inline.ts';
import { type NodeOf, type Rendering } from './rendering.ts';
import { type SectionSource, splitSections } from './sections.ts';
import { wordsFor } from './words.ts';

export interface MarkdownOptions {
  /** The headings that name sections. Default: ours. */
  readonly sections?: SectionVocabulary;
  /** The language of the body, which chooses its headings and the few words that rendering adds. */
  readonly language: string;
  /** What comes before the path of an image, for example `/jp/JVN13199224/`. Empty: as written. */
  readonly imageBase?: string;
  /**
   * The advisory's own folder, as its images name it from where the file stands: with `JVN13199224` only
   * `JVN13199224/screen.png` is accepted, and is rendered as `screen.png`. Empty: images stand beside the file.
   */
  readonly imageFolder?: string;
  /** The line of the file on which the body starts, so that places are places in the file. Default 1. */
  readonly firstLine?: number;
}

const FEATURES = { gfm: true, directive: true, frontmatter: false } as const;

/** Characters that reference links and short table rows may add to a page beyond what was written. */
const REFERENCE_BUDGET = 256 * 1024;
const CELL_BUDGET = 1000;

/**
 * An advisory's Markdown body → safe HTML, section by section, and everything that is wrong with it.
 *
 * The body may come from anybody. Nothing is filtered: the markup is built from the syntax tree, element by
 * element, so what has no rendering here cannot come out.
 * @throws when the parser yields something without a rendering; never returns nothing for something
 */
export function renderAdvisoryMarkdown(body: string, options: MarkdownOptions): RenderedBody {
  const {
    language,
    sections: vocabulary = SECTION_HEADINGS,
    imageBase = '',
    imageFolder = '',
    firstLine = 1,
  } = options;
  const words = wordsFor(language);
  const explosive = findExplosive(body);
  if (explosive !== undefined) return renderRefused(body, firstLine, explosive);
  const nodes = parse(body);
  const rendering: Rendering = {
    ...{ source: body, firstLine, words, imageBase, imageFolder, ...collectDefinitions(nodes) },
    ...{
      usedFootnotes: [],
      footnoteNumbers: new Map<string, number>(),
      problems: [],
      links: [],
      images: [],
      mentions: [],
    },
    ...{
      headingPrefix: '',
      headings: 0,
      insideLink: false,
      referenceBudget: REFERENCE_BUDGET,
      cellBudget: CELL_BUDGET,
    },
  };
  const sources = splitSections(rendering, nodes, vocabulary, language);
  const sections = sources.map((section, index) => renderSection(rendering, section, index + 1));
  reportUnusedFootnotes(rendering);
  const problems = rendering.problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const { links, images, mentions } = rendering;
  return { sections, problems, links, images, mentions };
}

function parse(body: string): readonly MdastNode[] {
  const root = markdownToMdast(body, { features: FEATURES, position: true });
  if (root.type !== 'root') throw new Error(`The Markdown parser gave "${root.type}" for a document.`);
  return root.children;
}

function renderSection(rendering: Rendering, section: SectionSource, ordinal: number): RenderedSection {
  const { id, heading, headingNode, nodes } = section;
  rendering.headingPrefix = id ?? `section-${ordinal}`;
  rendering.headings = 0;
  if (headingNode !== undefined) inspectHeading(rendering, headingNode);
  const footnotes = rendering.usedFootnotes.length;
  const blocks = renderBlocks(rendering, nodes, 1);
  const html = blocks + renderFootnotes(rendering, footnotes, renderBlocks);
  const start = (headingNode ?? nodes[0])?.position?.start.line ?? 1;
  return { id, heading, html, text: toPlainText(rendering, nodes), line: start + rendering.firstLine - 1 };
}

/** A section's heading is shown as plain text, but what stands in it is still looked at. */
function inspectHeading(rendering: Rendering, heading: NodeOf<'heading'>): void {
  for (const node of heading.children) {
    if (node.type === 'html') dropHtml(rendering, node);
    if (node.type === 'text') collectMentions(rendering, node, node.value);
  }
}

/** Definitions count wherever they stand; of several with one name the first counts (CommonMark §4.7). */
function collectDefinitions(nodes: readonly MdastNode[]): Pick<Rendering, 'definitions' | 'footnotes'> {
  const definitions = new Map<string, string>();
  const footnotes = new Map<string, NodeOf<'footnoteDefinition'>>();
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'table') {
      for (const child of node.children.toReversed()) waiting.push(child);
    }
  }
  return { definitions, footnotes };
}

/** A body that must not reach the parser is shown as it was written. */
function renderRefused(body: string, firstLine: number, place: MarkdownPlace): RenderedBody {
  const text = replaceForbidden(body);
  const line = place.line + firstLine - 1;
  return {
    sections: [{ id: null, heading: '', html: `<pre>\n${escapeHtml(text)}</pre>\n`, text, line: firstLine }],
    problems: [{ kind: 'too-complex', line, column: place.column, params: {} }],
    links: [],
    images: [],
    mentions: [],
  };
}
