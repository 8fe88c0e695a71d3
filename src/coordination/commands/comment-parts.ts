import { markdownToMdast, type MdastNode } from 'satteri';
import type { InertPlace } from './command.ts';
import { OpenElements } from './hidden-markup.ts';
import { startsMailTail } from './mail-tail.ts';

/** The parts of a comment in which its author speaks to us, in order, and lines that only look like it. */
export interface CommentParts {
  spoken: SpokenPart[];
  inert: InertLine[];
}

/** A line of an ordinary paragraph as it was written, or the text of a block with the given name. */
export type SpokenPart = { kind: 'line' | 'block'; text: string };
export interface InertLine {
  place: InertPlace;
  text: string;
}

const FEATURES = { gfm: true, frontmatter: false } as const;
/** A hint needs a few examples only. */
const MOST_INERT = 20;

type NodeOf<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

interface Reading extends CommentParts {
  source: string;
  blockName: string;
  open: OpenElements;
  /** What follows is an e-mail that was answered, or a signature. */
  isOver: boolean;
}

/**
 * Takes a comment apart along its Markdown tree. Only paragraphs and named fenced blocks of the top level speak; quotes,
 * lists, headings, tables, code, links and whatever raw HTML encloses do not.
 * @param source with `\n` line ends, and nothing that `findExplosive` refuses
 */
export function readCommentParts(source: string, blockName: string): CommentParts {
  const root = markdownToMdast(source, { features: FEATURES, position: true });
  const open = new OpenElements();
  const reading: Reading = { spoken: [], inert: [], source, blockName, open, isOver: false };
  for (const node of 'children' in root ? root.children : []) {
    if (reading.isOver) break;
    readBlock(reading, node);
  }
  return { spoken: reading.spoken, inert: reading.inert };
}

function readBlock(reading: Reading, node: MdastNode): void {
  switch (node.type) {
    case 'paragraph':
      readParagraph(reading, node, textOf(reading, node));
      break;
    case 'html':
      reading.open.read(node.value);
      break;
    case 'code':
      readCode(reading, node);
      break;
    case 'heading':
      readHeading(reading, node);
      break;
    case 'list':
    case 'table':
      noteLines(reading, node.type, textOf(reading, node));
      break;
    default:
  }
}

function readCode(reading: Reading, { lang, value }: NodeOf<'code'>): void {
  const name = lang?.normalize('NFKC').toLowerCase().replaceAll('_', '-');
  if (name !== reading.blockName) noteLines(reading, 'code', value);
  else if (reading.open.isEmpty) reading.spoken.push({ kind: 'block', text: value });
}

/** `-- ` on its own begins a signature (RFC 3676 §4.3), though Markdown takes it for the underline of a heading. */
function readHeading(reading: Reading, node: NodeOf<'heading'>): void {
  const text = textOf(reading, node);
  const signature = /\n {0,3}-- ?$/.exec(text);
  if (signature === null) {
    noteLines(reading, 'heading', text);
    return;
  }
  readParagraph(reading, node, text.slice(0, signature.index));
  reading.isOver = true;
}

function readParagraph(reading: Reading, node: NodeOf<'paragraph' | 'heading'>, text: string): void {
  const base = node.position?.start.offset ?? 0;
  const spans = node.children.filter(({ type }) => type !== 'text' && type !== 'break');
  const lines = text.split('\n');
  let next = 0;
  let at = base;
  for (const [index, line] of lines.entries()) {
    const start = at + (/\S/.exec(line)?.index ?? 0);
    const end = at + line.length;
    // Spans lie in order; those that end before the line have had their say.
    for (; startOf(spans[next]) < start && endOf(spans[next]) <= start; next += 1)
      readMarkup(reading, spans[next]);
    if (startsMailTail(line, lines.slice(index + 1, index + 3))) {
      reading.isOver = true;
      return;
    }
    const isLast = index === lines.length - 1;
    readLine(reading, spans, next, { start, end, isLast });
    at = end + 1;
  }
  for (; next < spans.length; next += 1) readMarkup(reading, spans[next]);
}

/** Raw HTML can also stand within emphasis or a link. */
function readMarkup(reading: Reading, span: MdastNode | undefined): void {
  if (span !== undefined && span.type !== 'inlineCode') reading.open.read(textOf(reading, span));
}

interface LinePlace {
  start: number;
  end: number;
  isLast: boolean;
}

function readLine(reading: Reading, spans: readonly MdastNode[], next: number, line: LinePlace): void {
  if (!reading.open.isEmpty) return;
  const { source } = reading;
  const span = spans[next];
  if (span !== undefined && startOf(span) <= line.start) {
    const place = PLACES[span.type];
    if (place) noteLine(reading, place, source.slice(line.start, line.end).replace(/^[`*_~[\]]+/, ''));
    return;
  }
  let text = '';
  let from = line.start;
  for (let index = next; startOf(spans[index]) < line.end; index += 1) {
    const markup = spans[index];
    if (markup?.type !== 'html') continue;
    text += source.slice(from, startOf(markup));
    from = Math.min(endOf(markup), line.end);
  }
  text += source.slice(from, line.end);
  reading.spoken.push({ kind: 'line', text: line.isLast ? text : text.replace(/\\$/, '') });
  const inner = /^[^/／]{1,200}?\s([/／][^]*)$/u.exec(text)?.[1];
  if (inner !== undefined) noteLine(reading, 'sentence', inner);
}

const PLACES: Readonly<Partial<Record<MdastNode['type'], InertPlace>>> = {
  inlineCode: 'code',
  link: 'link',
  linkReference: 'link',
  emphasis: 'emphasis',
  strong: 'emphasis',
};

function noteLines(reading: Reading, place: InertPlace, text: string): void {
  if (!reading.open.isEmpty) return;
  for (const line of text.slice(0, 5000).split('\n')) {
    if (line.startsWith('>')) continue;
    noteLine(
      reading,
      place,
      line.replace(/^[\s#|*+-]*(?:\d{1,9}[.)])?\s*(?:\[[ x]\])?\s*/i, '').replace(/[\s|]+$/, ''),
    );
  }
}

function noteLine({ inert }: Reading, place: InertPlace, text: string): void {
  if (inert.length < MOST_INERT && /^[/／]/u.test(text)) inert.push({ place, text });
}

function textOf({ source }: Reading, node: MdastNode): string {
  return source.slice(startOf(node), endOf(node));
}

function startOf(node: MdastNode | undefined): number {
  return node === undefined ? Infinity : (node.position?.start.offset ?? 0);
}

function endOf(node: MdastNode | undefined): number {
  return node === undefined ? Infinity : (node.position?.end.offset ?? 0);
}
