import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';

/** A part of a foreign text: the section that it belongs to, and its Markdown as written. */
interface DetailsPart {
  readonly id: SectionId;
  readonly markdown: string;
}

/** Headings by which databases call the parts of an advisory. */
const WORDS: readonly (readonly [SectionId, RegExp])[] = [
  ['overview', /^(?:overview|summary|vulnerability summary)$/iu],
  ['details', /^(?:details?|description|technical details|vulnerability details|root cause.*)$/iu],
  ['impact', /^impacts?$/iu],
  [
    'solution',
    /^(?:solutions?|patch(?:es)?|patched versions?|fix(?:es)?|remediations?|mitigations?|workarounds?|resolution)\b.{0,40}$/iu,
  ],
  ['addendum', /^addendum$/iu],
  ['analysis', /^analysis$/iu],
];

const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/u;
const LONGEST_HEADING = 120;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * The parts of a text in Markdown (OSV 1.7, `details`) by its headings. What stands before the first known heading is
 * the overview; what stands below other headings behind it is an addendum. Headings inside of code are none.
 */
export function splitDetails(details: string): DetailsPart[] {
  const parts = new Map<SectionId, string[]>([['overview', []]]);
  let part: { id: SectionId; level: number } = { id: 'overview', level: 0 };
  let fence: string | undefined;
  for (const line of details.split(/\r\n?|\n/u)) {
    const mark = FENCE.exec(line)?.[1];
    const heading = fence === undefined && mark === undefined ? readHeading(line) : undefined;
    if (mark !== undefined) fence = fenceAfter(fence, mark);
    if (heading !== undefined) part = partBelow(heading, part);
    const lines = parts.get(part.id) ?? [];
    parts.set(part.id, lines);
    lines.push(heading !== undefined && isNameOf(part.id, heading.text) ? '' : line);
  }
  return [...parts]
    .map(([id, lines]) => ({ id, markdown: lines.join('\n').trim() }))
    .filter(({ markdown }) => markdown !== '');
}

interface Heading {
  readonly level: number;
  readonly text: string;
}

function readHeading(line: string): Heading | undefined {
  if (line.length > LONGEST_HEADING) return undefined;
  const [, marks = '', text = ''] = HEADING.exec(line) ?? [];
  return marks === '' ? undefined : { level: marks.length, text: text.replace(/\s*#*\s*$/u, '') };
}

/** A heading of no known part, at least as high as that of the part before it, ends that part. */
function partBelow({ text, level }: Heading, before: { id: SectionId; level: number }): typeof before {
  const known = WORDS.find(([, words]) => words.test(text))?.[0];
  if (known !== undefined) return { id: known, level };
  return before.level > 0 && level <= before.level ? { id: 'addendum', level } : before;
}

/** A fence ends with at least as many of its own marks. */
function fenceAfter(fence: string | undefined, mark: string): string | undefined {
  if (fence === undefined) return mark;
  return mark.startsWith(fence) ? undefined : fence;
}

function isNameOf(id: SectionId, text: string): boolean {
  const names: readonly string[] = SECTION_HEADINGS.en[id];
  return names.some((name) => name.toLowerCase() === text.toLowerCase()) || /^summary$/iu.test(text);
}
