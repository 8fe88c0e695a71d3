import { cvePattern } from '#domain/identifiers.ts';
import { drop, member, members, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readLine } from '../facts/plain-line.ts';
import { markdownFromHtml } from '../prose/from-html.ts';
import { markdownFromText } from '../prose/from-text.ts';
import { type Reference, readBugs } from './read-bugs.ts';
import { readReporters } from './read-reporters.ts';

type Vulnerability = DraftFacts['vulnerabilities'][number];

/** One CVE of a newer advisory. */
interface Entry {
  readonly vulnerability: Vulnerability;
  readonly markdown: string;
  readonly references: readonly Reference[];
  readonly reporters: readonly string[];
}

/** The entries of `advisories`, in their order. What bears no CVE identifier is told all the same. */
export function readEntries(document: Place, base: string): Entry[] {
  return members(document, 'advisories').map(([key, place]) => readEntry(key.trim(), place, base));
}

function readEntry(key: string, place: Place, base: string): Entry {
  const title = readLine(place, 'title');
  const impact = readLine(place, 'impact');
  const description = readHtml(member(place, 'description'), base);
  // Whether the entry stands in a feed of CVE records.
  drop(member(place, 'feed'), 'internal');
  const heading = [key, ...(title === undefined ? [] : [title])].join(': ');
  const parts = [
    `### ${markdownFromText(heading).replaceAll(/\s+/gu, ' ')}`,
    ...(impact === undefined ? [] : [markdownFromText(`Impact: ${impact}`)]),
    description,
  ];
  return {
    vulnerability: { ...(cvePattern.test(key) && { cve: key }), ...(title !== undefined && { title }) },
    markdown: parts.filter((part) => part !== '').join('\n\n'),
    references: readBugs(place),
    reporters: readReporters(place),
  };
}

/** A value in HTML as Markdown, told on with what it lost. */
export function readHtml(place: Place, base: string): string {
  const written = text(place);
  if (written === undefined) return '';
  const { markdown, lost } = markdownFromHtml(written, base);
  tellConverted(place, markdown, lost);
  return markdown;
}

/** A value that became Markdown: as it was where nothing had to be changed. */
export function tellConverted(place: Place, markdown: string, lost: readonly string[]): void {
  if (lost.length > 0) retell(place, `${markdown} (without ${lost.join(', ')})`);
  else if (markdown === place.value) tell(place);
  else retell(place, markdown);
}
