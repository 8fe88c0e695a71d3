import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import type { DraftSection } from '../draft.ts';
import { markdownFromHtml } from '../prose/from-html.ts';
import { markdownFromText } from '../prose/from-text.ts';

type RecordSection = NonNullable<AdvisoryRecord['sections']['en']>[number];

/** The sections of a record as Markdown, those without words left out. Words before the first heading open the overview. */
export function draftProse(sections: readonly RecordSection[]): DraftSection[] {
  const drafts = sections.map(draftSection).filter(({ markdown }) => markdown !== '');
  const isOpening = ({ id, heading }: DraftSection) => id === undefined && heading === undefined;
  const opening = drafts.filter(isOpening).map(({ markdown }) => markdown);
  const named = drafts.filter((section) => !isOpening(section));
  if (opening.length === 0) return named;
  const overview = named.find(({ id }) => id === 'overview');
  const markdown = [...opening, ...(overview ? [overview.markdown] : [])].join('\n\n');
  return [{ id: 'overview', markdown }, ...named.filter((section) => section !== overview)];
}

function draftSection({ id, heading, text, html }: RecordSection): DraftSection {
  const markdown = html === undefined ? markdownFromText(text) : markdownFromHtml(html).markdown;
  const shown = heading.trim();
  return { ...(id !== null && { id }), ...(id === null && shown !== '' && { heading: shown }), markdown };
}
