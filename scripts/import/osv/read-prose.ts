import type { SectionId } from '#domain/section.ts';
import { member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftSection } from '../draft.ts';
import { firstSentence, readLine, toLine } from '../facts/plain-line.ts';
import { buildSection, listSentences } from '../facts/prose.ts';
import type { Refusal } from '../format.ts';
import { markdownFromMarkdown } from '../prose/from-markdown.ts';
import { markdownFromText } from '../prose/from-text.ts';
import { splitDetails } from './split-details.ts';

interface OsvProse {
  readonly title: string;
  readonly prose: readonly DraftSection[];
  /** Why the record was withdrawn, in its own words. */
  readonly withdrawal?: string;
  /** The text as written, for identifiers that it names. */
  readonly plain: string;
}

const ORDER: readonly SectionId[] = ['overview', 'details', 'impact', 'solution', 'addendum', 'analysis'];

/**
 * Title and text (OSV 1.7, `summary` and `details`). A record without a summary is called by its first sentence; one
 * without a text says what its summary says.
 * @param sentences remarks for the analysis
 */
export function readOsvProse(document: Place, sentences: readonly string[]): OsvProse | Refusal {
  const summary = readSummary(document);
  const written = text(document, 'details') ?? '';
  const details = withoutTitle(written, summary);
  const parts = new Map(
    splitDetails(details).map(({ id, markdown }) => [id, markdownFromMarkdown(markdown).markdown]),
  );
  tellOfDetails(document, written, [...parts.values()].join('\n\n'));
  const { title, reason } = cutReason(summary ?? firstSentence(plainTextOf(details)));
  if (title === '') return { why: 'missing', at: '/summary' };
  if ((parts.get('overview') ?? '').trim() === '') parts.set('overview', markdownFromText(title));
  const remarks = listSentences(sentences);
  const prose = ORDER.flatMap((id) =>
    buildSection(id, [parts.get(id) ?? '', ...(id === 'analysis' ? [remarks] : [])]),
  );
  const withdrawal = reason ?? sentenceOfWithdrawal(details);
  return { title, prose, plain: `${title}\n${details}`, ...(withdrawal !== undefined && { withdrawal }) };
}

/** That it is withdrawn is told by the advisory’s state. */
function readSummary(document: Place): string | undefined {
  const summary = readLine(document, 'summary');
  const bare = summary?.replace(/^withdrawn(?: advisory)?: +/iu, '');
  if (bare !== undefined && bare !== summary) retell(member(document, 'summary'), bare);
  return bare;
}

/** A heading at the begin that says what the summary says. */
function withoutTitle(details: string, summary = ''): string {
  const [, heading, rest = ''] = /^#+[ \t]+([^\n]*)\n([\s\S]*)$/u.exec(details) ?? [];
  return heading?.trim().toLowerCase() === summary.toLowerCase() ? rest : details;
}

function tellOfDetails(document: Place, details: string, markdown: string): void {
  if (details !== '' && markdown !== details) retell(member(document, 'details'), markdown);
}

/** The words of Markdown for a title: no headings, and no marks of emphasis, code and links. */
function plainTextOf(details: string): string {
  return details
    .replace(/^ {0,3}(?:#{1,6}[ \t].*|-{3,}|_-=.*)$/gmu, '')
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\s]{0,500}\)/gu, '$1')
    .replace(/[`*]|<[^>]{0,200}>/gu, '');
}

/** Exports of advisories tell in the summary why one was withdrawn. */
function cutReason(summary: string): { title: string; reason?: string } {
  const mark = ' (withdrawn: ';
  const cut = summary.indexOf(mark);
  if (cut < 1 || !summary.endsWith(')')) return { title: summary };
  return { title: summary.slice(0, cut), reason: summary.slice(cut + mark.length, -1) };
}

/** The sentence of a text that says that it was withdrawn and why. */
function sentenceOfWithdrawal(details: string): string | undefined {
  const quoted = /\bwithdrawn with reason: "([^"\n]{1,500})"/iu.exec(details)?.[1];
  if (quoted !== undefined) return toLine(quoted);
  const line = plainTextOf(details)
    .split(/\n+/u)
    .map((each) => each.trim())
    .find((each) =>
      /\b(?:has been|was|is) (?:withdrawn|rejected|retracted)\b|\(withdrawn\b|^withdrawn\b/iu.test(each),
    );
  return line === undefined || line === '' ? undefined : firstSentence(line);
}
