import { compareInstants, parseInstant } from '#domain/dates.ts';
import { parsePublicUrl } from '#domain/public-url.ts';
import { items, member, type Place, tell } from '#formats/foreign/foreign-document.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import type { Draft, DraftFacts, DraftSection } from '../draft.ts';
import { isDocumentId } from '../facts/identifiers.ts';
import { toLine } from '../facts/plain-line.ts';
import { escapeText } from '../prose/escape-text.ts';
import { draftOfRecord } from '../record/draft-of-record.ts';

/** A document that became a record, as a draft: times as the document writes them, notes of any title in sections. */
export function draftOfCsaf({
  record,
  document,
}: {
  readonly record: AdvisoryRecord;
  readonly document: Place;
}): Draft {
  // A translation of which the original is not at hand is told as it is.
  const languages = record.languages.filter((language) => record.title[language] !== undefined);
  const draft = draftOfRecord({ ...record, languages });
  return {
    ...draft,
    facts: keepOffsets(keepPublishable(draft.facts), document),
    prose: foldSections(draft.prose),
  };
}

/** Without what no page can link to: identifiers in words, and addresses that the public cannot reach. */
function keepPublishable({ related = [], references = [], vendors = [], ...facts }: DraftFacts): DraftFacts {
  return {
    ...facts,
    related: related.filter((id) => isDocumentId(id)),
    references: references.filter(({ url }) => isPublic(url)),
    vendors: vendors.map(({ notices = [], ...row }) => {
      const known = notices.filter(({ url }) => isPublic(url));
      return { ...row, ...(known.length > 0 && { notices: known }) };
    }),
  };
}

function isPublic(url: string): boolean {
  return !('problem' in parsePublicUrl(url));
}

/** The moments of the history with the offsets that the document gives them. */
function keepOffsets(facts: DraftFacts, document: Place): DraftFacts {
  const tracking = member(document, 'document', 'tracking');
  const history = items(tracking, 'revision_history').map((entry) => member(entry, 'date'));
  const dates = ['initial_release_date', 'current_release_date'].map((key) => member(tracking, key));
  const written = [...dates, ...history].filter(
    ({ value }) => typeof value === 'string' && parseInstant(value) === value,
  );
  const asWritten = (at: string) => {
    const place = written.find(({ value }) => compareInstants(String(value), at) === 0);
    return place === undefined ? at : String(place.value);
  };
  const withdrawal = facts.withdrawal && { ...facts.withdrawal, at: asWritten(facts.withdrawal.at) };
  const revisions = facts.revisions.map((revision) => ({ ...revision, at: asWritten(revision.at) }));
  const told = new Set([facts.publishedAt, ...facts.revisions.map(({ at }) => at)]);
  for (const place of written) {
    if ([...told].some((at) => compareInstants(String(place.value), at) === 0)) tell(place);
  }
  return {
    ...facts,
    publishedAt: asWritten(facts.publishedAt),
    revisions,
    ...(withdrawal && { withdrawal }),
  };
}

/** A section under a heading of its author's own becomes a part of the addendum: pages know no other sections. */
function foldSections(prose: readonly DraftSection[]): DraftSection[] {
  const known = prose.filter(({ id }) => id !== undefined);
  const own = prose.filter(({ id }) => id === undefined);
  if (own.length === 0) return known;
  const addendum = known.filter(({ id }) => id === 'addendum').map(({ markdown }) => markdown);
  const parts = own.map(({ heading, markdown }) => {
    const title = escapeText(toLine(heading ?? ''));
    return title === '' ? markdown : `### ${title}\n\n${markdown}`;
  });
  return [
    ...known.filter(({ id }) => id !== 'addendum'),
    { id: 'addendum', markdown: [...addendum, ...parts].join('\n\n') },
  ];
}
