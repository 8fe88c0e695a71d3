import type { MdastNode } from 'satteri';

import {
  SECTION_IDS,
  type SectionHeadings,
  type SectionId,
  type SectionVocabulary,
} from '#domain/section.ts';

import { nearest } from '#domain/nearest.ts';
import { toPlainText } from './plain-text.ts';
import { type NodeOf, placeOfNode, type Rendering, report } from './rendering.ts';

/** A run of top-level nodes under one `## ` heading, or before the first. */
export interface SectionSource {
  readonly id: SectionId | null;
  readonly heading: string;
  readonly headingNode?: NodeOf<'heading'>;
  readonly nodes: MdastNode[];
}

/**
 * Cuts a body at its top-level `## ` headings. A heading inside a quotation, a list or a code block cuts nothing.
 * Unknown and repeated headings are reported and keep their place, without an id.
 */
export function splitSections(
  rendering: Rendering,
  nodes: readonly MdastNode[],
  vocabulary: SectionVocabulary,
  language: string,
): SectionSource[] {
  const preamble: SectionSource = { id: null, heading: '', nodes: [] };
  const sections = [preamble];
  const seen = new Set<SectionId>();
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) {
      const heading = toPlainText(rendering, node.children);
      const id = nameSection(rendering, node, heading, vocabulary, language, seen);
      sections.push({ id, heading, headingNode: node, nodes: [] });
    } else sections.at(-1)?.nodes.push(node);
  }
  const [lost] = preamble.nodes.filter(
    ({ type }) => type !== 'definition' && type !== 'footnoteDefinition' && type !== 'html',
  );
  if (lost !== undefined) report(rendering, 'text-before-sections', placeOfNode(rendering, lost));
  return preamble.nodes.length === 0 ? sections.slice(1) : sections;
}

function nameSection(
  rendering: Rendering,
  node: NodeOf<'heading'>,
  heading: string,
  vocabulary: SectionVocabulary,
  language: string,
  seen: Set<SectionId>,
): SectionId | null {
  const headings = vocabularyOf(vocabulary, language);
  const place = placeOfNode(rendering, node);
  const id = findSection(headings, heading);
  if (id === undefined) {
    const nearest = nearestHeading(vocabulary, headings, heading);
    report(rendering, 'unknown-section', place, { heading: heading.slice(0, 60), nearest });
    return null;
  }
  if (seen.has(id)) {
    report(rendering, 'duplicate-section', place, { heading });
    return null;
  }
  seen.add(id);
  return id;
}

function vocabularyOf(vocabulary: SectionVocabulary, language: string): SectionHeadings {
  const headings = Object.hasOwn(vocabulary, language) ? vocabulary[language] : undefined;
  if (headings === undefined) throw new Error(`No section headings for language "${language}".`);
  return headings;
}

function findSection(headings: SectionHeadings, heading: string): SectionId | undefined {
  const exact = SECTION_IDS.find((id) => headings[id].includes(heading));
  if (exact !== undefined) return exact;
  const wanted = fold(heading);
  return SECTION_IDS.find((id) => headings[id].some((known) => fold(known) === wanted));
}

/** The heading that was most likely meant; empty if none is near. Headings of other languages are translated. */
function nearestHeading(vocabulary: SectionVocabulary, headings: SectionHeadings, heading: string): string {
  for (const other of Object.values(vocabulary)) {
    const id = findSection(other, heading);
    if (id !== undefined) return headings[id][0];
  }
  return (
    nearest(
      heading,
      SECTION_IDS.flatMap((id) => headings[id]),
    ) ?? ''
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
