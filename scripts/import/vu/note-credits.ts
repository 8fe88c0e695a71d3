import { member, type Place, retell } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readWords } from './note-words.ts';

export interface ReadCredits {
  readonly credits: NonNullable<DraftFacts['credits']>;
  /** Sentences from which no name can be told with certainty. */
  readonly sentences: readonly string[];
}

const NAME = String.raw`(?:the )?([^,.;:&<>()/"]{2,60}?)(?: (?:of|from|at|with) (?:the )?([^,.;:&<>()"]{2,60}?))?`;
const THANKS = new RegExp(
  String.raw`^(?:Thanks|Thank you) to ${NAME} for reporting (?:this vulnerability|these vulnerabilities|this issue)(?: to us)?\.?$`,
  'u',
);
const REPORTED = new RegExp(
  String.raw`^(?:This vulnerability was|These vulnerabilities were)(?: publicly)? reported by ${NAME}\.?$`,
  'u',
);
const ANONYMOUS =
  /^(?:Thanks|Thank you) to the reporter,? who wishe[sd] to remain anonymous(?:,? for reporting (?:this vulnerability|these vulnerabilities))?\.?$/iu;

/** More than one name, or none at all. */
const NO_NAME =
  /\b(?:and|or|who|which|that|reporter|researcher|anonymous|via|in|on|their|his|her|user|several|an?)\b/iu;

/**
 * Who is thanked. One person or organisation in one of the usual sentences becomes a name; everything else stays the
 * sentence that it is, as names in prose cannot be told from other words. Who wrote the note is told in its own words.
 */
export function readCredits(report: Place): ReadCredits {
  const thanks = readWords(report, 'ThanksAndCredit');
  const author = readWords(report, 'Author');
  const credit = thanks === undefined ? undefined : parseCredit(thanks);
  if (credit !== undefined) {
    retell(
      member(report, 'ThanksAndCredit'),
      credit.anonymous === undefined ? `${credit.name} (reporter)` : 'anonymous',
    );
  }
  const sentences = [credit === undefined ? thanks : undefined, author].filter((each) => each !== undefined);
  return { credits: credit === undefined ? [] : [credit], sentences };
}

type ParsedCredit =
  { name: string; affiliation?: string; anonymous?: never } | { anonymous: 'true'; name?: never };

function parseCredit(thanks: string): ParsedCredit | undefined {
  if (ANONYMOUS.test(thanks)) return { anonymous: 'true' };
  const [, name, affiliation] = THANKS.exec(thanks) ?? REPORTED.exec(thanks) ?? [];
  if (name === undefined || NO_NAME.test(name) || NO_NAME.test(affiliation ?? '')) return undefined;
  return { name, ...(affiliation !== undefined && { affiliation }) };
}
