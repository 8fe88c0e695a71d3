import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type XmlValue, XmlTree } from './xml-tree.ts';
import { namespaceOf } from './names.ts';

/** Why a text is no XML that is read. */
export interface XmlProblem {
  /** `line:column` of the first error, both counted from 1. */
  readonly at: string;
  /** What is wrong, in the words of the parser or the name of what is refused. */
  readonly what: string;
}

/** The name and the value of a root element. */
export interface XmlDocument {
  readonly name: string;
  readonly value: XmlValue;
}

/** No element lies deeper; `foreign-document.ts` follows a value no further. */
const DEEPEST = 48;
/** A year of JVN iPedia’s details has fewer. */
const MOST_NODES = 8_000_000;
const MOST_ATTRIBUTES = 64;
const CHUNK = 1 << 16;

/**
 * A document as plain values, or its first error. Attributes stand as `@name`, text beside them as `#text`, elements by
 * their names; an element with text alone is that text, and several of one name are a list. Nothing is expanded or
 * fetched: a document type declaration is refused, whatever it says, and so is any entity that XML itself does not know.
 */
export function readXml(written: string): XmlDocument | XmlProblem {
  // The package throws for half a pair of surrogates in some places.
  const text = written.toWellFormed();
  const parser = new SaxesParser({ xmlns: true, position: true, resolvePrefix: namespaceOf });
  // The package looks entities up in an object that inherits from others.
  const entities = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, entities);
  const tree = new XmlTree();
  let problem: XmlProblem | undefined;
  let nodes = 0;
  const fail = (what: string): void => {
    problem ??= { at: `${parser.line}:${Math.max(1, parser.column)}`, what };
  };
  parser.on('error', ({ message }) => {
    fail(message.replace(/^\d+:\d+: /u, ''));
  });
  parser.on('doctype', () => {
    fail('DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    nodes += 1 + Object.keys(tag.attributes).length;
    const excess = excessOf(tag, tree.depth, nodes);
    if (excess !== undefined) fail(excess);
    else if (problem === undefined) tree.open(tag);
  });
  parser.on('text', (piece) => {
    if (problem === undefined) tree.append(piece);
  });
  parser.on('cdata', (piece) => {
    if (problem === undefined) tree.append(piece);
  });
  parser.on('closetag', () => {
    if (problem === undefined) tree.close();
  });
  for (let at = 0; at < text.length && problem === undefined; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
  }
  if (problem === undefined) parser.close();
  if (problem !== undefined) return earlierAmpersand(text, problem) ?? problem;
  return tree.root ?? { at: '1:1', what: 'no element' };
}

export function isXmlProblem(reading: XmlDocument | XmlProblem): reading is XmlProblem {
  return 'what' in reading;
}

function excessOf({ attributes }: SaxesTagNS, depth: number, nodes: number): string | undefined {
  if (depth >= DEEPEST) return `more than ${DEEPEST} levels`;
  if (nodes > MOST_NODES) return `more than ${MOST_NODES} nodes`;
  return Object.keys(attributes).length > MOST_ATTRIBUTES
    ? `more than ${MOST_ATTRIBUTES} attributes`
    : undefined;
}

/** The parser looks for the end of an entity until the text ends, so that it finds a bare ampersand much too late. */
function earlierAmpersand(text: string, { at }: XmlProblem): XmlProblem | undefined {
  const index = findBareAmpersand(text);
  if (index === undefined) return undefined;
  const before = text.slice(0, index).split(/\r\n?|\n/u);
  const [line, column] = [before.length, Array.from(before.at(-1) ?? '').length + 1];
  const [problemLine = 0, problemColumn = 0] = at.split(':').map(Number);
  const isEarlier = line < problemLine || (line === problemLine && column < problemColumn);
  return isEarlier ? { at: `${line}:${column}`, what: 'bare ampersand' } : undefined;
}

/** The first `&` outside of comments and CDATA that begins no entity. */
function findBareAmpersand(text: string): number | undefined {
  const mark = /&|<!--|<!\[CDATA\[/gu;
  const entity = /&(?:[A-Za-z_][\w.-]{0,30}|#\d{1,7}|#x[\dA-Fa-f]{1,6});/uy;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    entity.lastIndex = found.index;
    if (found[0] === '&' && !entity.test(text)) return found.index;
    if (found[0] === '&') continue;
    const end = text.indexOf(found[0] === '<!--' ? '-->' : ']]>', mark.lastIndex);
    if (end === -1) return undefined;
    mark.lastIndex = end;
  }
  return undefined;
}
