import { type Cases, type Desk, recordActs } from './desk.ts';
import type { Publication } from './publication.ts';

/** Keeps that a text is public; once, however often it is told. */
export async function recordPublished(
  desk: Desk,
  cases: Cases,
  { record, text, revision }: Publication,
  commit?: string,
): Promise<void> {
  const { hash, path } = text;
  await recordActs(desk, cases, record.code, (now) => {
    if (now === undefined || now.publications.length >= revision) return [];
    return [
      { act: 'published', text: hash, path, revision, ...(commit && { commit }) },
      ...(now.state === 'scheduled' ? [{ act: 'moved' as const, to: 'published' as const }] : []),
    ];
  });
}
