import { compareInstants, parseInstant, toUtc } from '#domain/dates.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import type { Texts } from '#formats/record/texts.ts';
import { items, member, type Place, tell, text, untell } from '#formats/foreign/foreign-document.ts';

/** A moment in UTC; one that cannot be read is lost. */
export function instant(place: Place, ...path: readonly string[]): string | undefined {
  const written = text(place, ...path)?.toUpperCase();
  if (written === undefined) return undefined;
  const read = parseInstant(written.replace(/-00:00$/u, 'Z'));
  if (typeof read === 'string') return toUtc(read);
  untell(member(place, ...path));
  return undefined;
}

/** The published states, oldest first and numbered from 1; there is at least one. */
export function readRevisions(
  tracking: Place,
  publishedAt: string,
  say: (text: string) => Texts,
): AdvisoryRecord['revisions'] {
  const written = items(tracking, 'revision_history').flatMap((entry) => {
    const at = instant(entry, 'date');
    if (at === undefined) return [];
    return [{ at, summary: text(entry, 'summary') ?? '—', number: member(entry, 'number') }];
  });
  const ordered = written.toSorted((a, b) => compareInstants(a.at, b.at));
  if (ordered.length === 0) ordered.push({ at: publishedAt, summary: '—', number: tracking });
  return ordered.map(({ at, summary, number: place }, index) => {
    const number = index + 1;
    if (place.value === String(number)) tell(place);
    return { number, at, summary: say(summary), changes: [] };
  });
}
