import { linkTargetOf } from '../prose/escape-text.ts';
import { markdownFromHtml } from '../prose/from-html.ts';
import type { DraftSection } from '../draft.ts';
import { findCves } from '../facts/identifiers.ts';
import { addressTitle } from '../facts/address.ts';
import type { Reference } from './read-bugs.ts';

/** What a body in HTML holds. */
interface Body {
  readonly prose: readonly DraftSection[];
  readonly references: readonly Reference[];
  /** CVEs of which the references say that they are those of this advisory. */
  readonly cves: readonly string[];
  readonly lost: readonly string[];
}

/** A part of the body under a heading of the third level; without heading the words before the first. */
interface Part {
  readonly heading: string;
  readonly html: string;
}

/**
 * The body of an older advisory: a description, perhaps a workaround, and references, each under an `<h3>`. Further
 * headings of that level belong to the description.
 */
export function readBody(html: string, base: string): Body {
  const lost: string[] = [];
  const convert = (part: string) => {
    const converted = markdownFromHtml(part, base);
    lost.push(...converted.lost);
    return converted.markdown;
  };
  const parts = splitAtHeadings(html);
  const ofKind = (kind: Kind) => parts.filter(({ heading }) => kindOf(heading) === kind);
  const description = ofKind('description')
    .map((part) => `${headingOf(part)}${part.html}`)
    .join('\n');
  const links = convert(
    ofKind('references')
      .map((part) => part.html)
      .join('\n'),
  );
  const prose: DraftSection[] = [
    { id: 'overview' as const, markdown: convert(description) },
    {
      id: 'solution' as const,
      markdown: convert(
        ofKind('workaround')
          .map((part) => part.html)
          .join('\n'),
      ),
    },
    { id: 'references' as const, markdown: hasOwnWords(links) ? links : '' },
  ].filter(({ markdown }) => markdown !== '');
  return { prose, references: listLinks(links), cves: findCves(links.replaceAll('CAN-', 'CVE-')), lost };
}

type Kind = 'description' | 'workaround' | 'references';

function kindOf(heading: string): Kind {
  const word = heading.toLowerCase();
  return word === 'workaround' || word === 'references' ? word : 'description';
}

function headingOf({ heading }: Part): string {
  return heading === '' || heading.toLowerCase() === 'description' ? '' : `<h3>${heading}</h3>`;
}

function splitAtHeadings(html: string): Part[] {
  const [before = '', ...pieces] = html.split(/<h3\b[^>]*>/iu);
  const parts = pieces.map((piece) => {
    const [heading = '', ...rest] = piece.split(/<\/h3>/iu);
    return { heading: heading.replaceAll(/\s+/gu, ' ').trim(), html: rest.join('') };
  });
  return [{ heading: '', html: before }, ...parts];
}

const LINK = /\[(?<label>(?:[^\]\\]|\\.)*)\]\(<?(?<target>[^)>\s]+)>?\)|<(?<bare>https?:[^>\s]+)>/gu;

/** The links of Markdown, each address once; those to the records of CVEs say nothing that the identifiers do not. */
function listLinks(markdown: string): Reference[] {
  const references = new Map<string, Reference>();
  for (const { groups = {} } of markdown.matchAll(LINK)) {
    const url = groups['bare'] ?? groups['target'] ?? '';
    const label = (groups['label'] ?? '')
      .replaceAll(/\\(.)|[`*]/gu, '$1')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    const isRecord = /^(?:CVE|CAN)-\d{4}-\d+$/u.test(label);
    if (isRecord || !/^https?:/u.test(url) || linkTargetOf(url) === undefined || references.has(url))
      continue;
    references.set(url, { title: label === '' || label === url ? addressTitle(url) : label, url });
  }
  return [...references.values()];
}

/** Whether anything is said beside links and identifiers. */
function hasOwnWords(markdown: string): boolean {
  const rest = markdown.replaceAll(LINK, ' ').replaceAll(/(?:CVE|CAN)-\d{4}-\d+/gu, ' ');
  return /\p{L}{2}/u.test(rest);
}
