import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import type { CsafNote } from './csaf-2.0.ts';
import type { Telling } from './telling.ts';

/** What a section is in the words of CSAF (§3.1.5); any other one is `other`. */
export const NOTE_CATEGORIES: Partial<Record<SectionId, CsafNote['category']>> = {
  overview: 'summary',
  affected: 'general',
  details: 'details',
  impact: 'description',
  solution: 'general',
};

/** The notes of the document: why it was withdrawn or is urgent, each section, and what vendors say. */
export function toDocumentNotes(telling: Telling): CsafNote[] {
  return [...toMarks(telling), ...toSectionNotes(telling), ...toStatements(telling)];
}

/** The notes of a VEX document, which leaves the prose to the advisory: the overview. */
export function toSummaryNotes(telling: Telling): CsafNote[] {
  return toSectionNotes(telling).filter(({ category }) => category === 'summary');
}

function toMarks({ record, words, say, language }: Telling): CsafNote[] {
  const { withdrawal, urgent, revisions } = record;
  const { titles } = words;
  const told = record.translated[language] ?? revisions.length;
  const reason = urgent?.reason && !withdrawal ? say(urgent.reason) : '';
  const behind = told < revisions.length ? words.translationBehind(told, revisions.length) : '';
  const marks: CsafNote[] = [
    { category: 'description', title: titles.withdrawal, text: withdrawal ? say(withdrawal.reason) : '' },
    { category: 'general', title: titles.urgent, text: reason },
    { category: 'general', title: titles.translation, text: behind },
  ];
  return marks.filter(isTold);
}

function toSectionNotes({ record, language }: Telling): CsafNote[] {
  return (record.sections[language] ?? [])
    .map(({ id, heading, text }): CsafNote => ({
      category: (id && NOTE_CATEGORIES[id]) ?? 'other',
      title: heading.trim() || (id && SECTION_HEADINGS[language][id][0]) || undefined,
      text: text.trim(),
    }))
    .filter(isTold);
}

function toStatements({ record, words, say, nameOf }: Telling): CsafNote[] {
  return record.vendors.flatMap((vendor) => {
    const { statement, addendum } = vendor;
    const name = nameOf(vendor);
    return [
      {
        category: 'other' as const,
        title: words.titles.statement(name),
        text: statement ? say(statement) : '',
      },
      { category: 'other' as const, title: words.titles.addendum(name), text: addendum ? say(addendum) : '' },
    ].filter(isTold);
  });
}

/** What CSAF has no other place for. */
interface Remainder {
  weaknesses: RecordVulnerability['weaknesses'];
  scores: RecordVulnerability['scores'];
}

/**
 * The notes of a vulnerability, of which the profiles want one at least: its description, which is its own title or
 * else the advisory's overview, then weaknesses and scores that found no place.
 */
export function toVulnerabilityNotes(
  { record, words, say, section }: Telling,
  { title }: RecordVulnerability,
  remainder: Remainder,
): CsafNote[] {
  const description = title ? say(title) : section('overview') || say(record.title);
  const weaknesses = remainder.weaknesses.map(({ id, name, category }) => {
    const called = name ? `${id} ${say(name)}` : id;
    return category ? words.category(called) : called;
  });
  const scores = remainder.scores.map(
    ({ vector, score, severity }) => `${vector} ${score.toFixed(1)} ${words.severities[severity]}`,
  );
  return [
    { category: 'description' as const, text: description },
    { category: 'other' as const, title: words.titles.weaknesses, text: weaknesses.join('\n') },
    { category: 'other' as const, title: words.titles.scores, text: scores.join('\n') },
  ].filter(isTold);
}

function isTold({ text }: CsafNote): boolean {
  return text !== '';
}
