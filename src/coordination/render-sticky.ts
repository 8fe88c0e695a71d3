import { formatInstant } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { CaseRecord, CaseVendor } from './case-record.ts';
import { escapeComment } from './commands/escape-comment.ts';
import { coordinationWords } from './words/words.ts';

/** What our comment begins with. It counts only in comments of our own account. */
export const STICKY_MARKER = '<!-- kairan:status -->';

export interface StickyOptions {
  languages: readonly Language[];
  timezone: string;
  /** How people call a vendor. */
  vendorName: (slug: string) => string;
}

/**
 * The one comment that shows how a case stands: a table with a row for each vendor. Only what a coordinator approved is
 * shown of an answer; that another one waits is said without its content.
 */
export function renderSticky(record: CaseRecord, options: StickyOptions): string {
  const parts = options.languages.map((language) => renderIn(language, record, options));
  return `${STICKY_MARKER}\n${parts.join('\n\n---\n\n')}\n`;
}

function renderIn(language: Language, record: CaseRecord, { timezone, vendorName }: StickyOptions): string {
  const words = coordinationWords(language);
  const { sticky } = words;
  const date = publicationLine(record, language, timezone);
  const head = [sticky.vendor, sticky.shown, sticky.state, sticky.row];
  const rows = record.vendors.map((vendor) => [
    escapeComment(vendorName(vendor.vendor)),
    vendor.shown === undefined ? sticky.none : words.statuses[vendor.shown.answer.status],
    stateOf(vendor, sticky).join(', '),
    vendor.shown === undefined ? sticky.none : `\`${vendor.shown.row.slice(0, 12)}\``,
  ]);
  return [
    `### ${sticky.title}`,
    sticky.sentences([date, sticky.embargo(words.embargoes[record.embargo])]),
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    `${sticky.howTo} ${sticky.outdated}`,
  ].join('\n\n');
}

/** When the case is to be published, or was. */
export function publicationLine(
  { publishAt, publications }: CaseRecord,
  language: Language,
  timezone: string,
): string {
  const { sticky } = coordinationWords(language);
  if (publishAt === undefined) return sticky.noDate;
  const when = formatInstant(publishAt, timezone, language);
  return publications.length > 0 ? sticky.publishedAt(when) : sticky.publishAt(when);
}

function stateOf(vendor: CaseVendor, words: ReturnType<typeof coordinationWords>['sticky']): string[] {
  const { shown, latest, isPending, isSignedOff, isSourceRemoved, hold } = vendor;
  return [
    ...(shown !== undefined ? [isSignedOff ? words.signedOff : words.approved] : []),
    ...(isPending ? [words.pending] : []),
    ...(latest === undefined ? [words.waitingFor] : []),
    ...(hold !== undefined ? [words.held] : []),
    ...(isSourceRemoved ? [words.sourceRemoved] : []),
  ];
}
