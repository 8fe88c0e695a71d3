import { formatDay } from '#domain/dates.ts';
import { markdownFromText } from '../prose/from-text.ts';
import type { DraftSection } from '../draft.ts';
import { markdownWithHeads } from './note-heads.ts';

/** What a note says, section by section, as plain text. */
export interface NoteTexts {
  readonly title: string;
  readonly overview?: string | undefined;
  readonly description?: string | undefined;
  readonly impact?: string | undefined;
  readonly resolution?: string | undefined;
  readonly workarounds?: string | undefined;
  /** What stands before the list of vendors. */
  readonly systems?: string | undefined;
  /** Lines of the list of references that are no addresses. */
  readonly references: readonly string[];
  /** The day on which the vulnerability became public, where it is not that of the note. */
  readonly publicOn?: string | undefined;
  readonly metric?: string | undefined;
  readonly sharedVector?: string | undefined;
  readonly credits: readonly string[];
}

/**
 * The prose of a note. The overview and the solution are always there: where the note has none, its description or its
 * title, and the fact that it names no solution, take their place.
 */
export function buildNoteProse(note: NoteTexts): DraftSection[] {
  const description = note.overview === undefined ? undefined : note.description;
  const sections: [DraftSection['id'] & string, string][] = [
    ['overview', markdownWithHeads(note.overview ?? note.description ?? `${note.title}.`)],
    ['affected', markdownWithHeads(note.systems)],
    ['details', markdownWithHeads(description)],
    ['impact', markdownWithHeads(note.impact)],
    ['solution', buildSolution(note)],
    ['references', note.references.map((line) => `- ${markdownFromText(line)}`).join('\n')],
    ['addendum', buildAddendum(note)],
    ['analysis', buildAnalysis(note)],
    ['credits', note.credits.map(markdownFromText).join('\n\n')],
  ];
  return sections.flatMap(([id, markdown]) => (markdown === '' ? [] : [{ id, markdown }]));
}

function buildSolution({ resolution, workarounds }: NoteTexts): string {
  const solution = markdownWithHeads(resolution, UPDATE_HEADS);
  if (workarounds === undefined) return solution === '' ? 'The source names no solution.' : solution;
  const others = markdownWithHeads(workarounds);
  // A head that says “workaround” where no other head says “update” would mean that there is no update.
  const isHead = solution === '' || solution.startsWith('**') || NO_SOLUTION.test(resolution ?? '');
  return [solution, isHead ? '**Workarounds**' : 'Workarounds:', others]
    .filter((part) => part !== '')
    .join('\n\n');
}

const NO_SOLUTION =
  /\bun(?:aware|familiar)\b.{0,40}\bsolution\b|\bno (?:practical |complete |known )?solution\b/iu;

/** Heads of the archive's own wording that often stand in one line with what follows. */
const UPDATE_HEADS =
  /^Apply (?:an? (?:[Uu]pdate|[Uu]pgrade|[Pp]atch)|[Uu]pdates|[Pp]atches)(?= (?!From\b|For\b)[A-Z])/u;

function buildAddendum({ publicOn }: NoteTexts): string {
  return publicOn === undefined ? '' : `The vulnerability became public on ${formatDay(publicOn, 'en')}.`;
}

function buildAnalysis({ metric, sharedVector }: NoteTexts): string {
  return [
    ...(sharedVector === undefined
      ? []
      : [`CERT/CC gives one CVSS 2 vector for all vulnerabilities of this note: \`${sharedVector}\``]),
    ...(metric === undefined ? [] : [`CERT/CC severity metric: ${metric} of 180`]),
  ].join('\n\n');
}
