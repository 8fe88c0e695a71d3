import type { CaseRecord } from '#coordination/case-record.ts';
import type { Act } from '#coordination/ledger/entry.ts';
import type { Instant } from '#domain/dates.ts';
import { type Cases, type Desk, recordActs } from '../desk.ts';
import type { Publication } from './publication.ts';

/** Keeps that a text is public; once, however often it is told. */
export async function recordPublished(
  desk: Desk,
  cases: Cases,
  { record, text, revision, at }: Publication,
  commit?: string,
): Promise<void> {
  const { hash, path } = text;
  await recordActs(desk, cases, record.code, (now) => {
    if (now === undefined || now.publications.length >= revision) return [];
    return [
      ...returnToDate(now, at),
      { act: 'published', text: hash, path, revision, ...(commit && { commit }) },
      ...(now.state === 'scheduled' || now.state === 'coordinating'
        ? [{ act: 'moved' as const, to: 'published' as const }]
        : []),
    ];
  });
}

/** Somebody may have taken the date back while the text became public. Then it was too late for that. */
function returnToDate({ state }: CaseRecord, publishAt: Instant): Act[] {
  return state === 'coordinating'
    ? [
        { act: 'scheduled', publishAt },
        { act: 'moved', to: 'scheduled' },
      ]
    : [];
}
