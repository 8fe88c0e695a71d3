import { compareInstants, parseInstant, toUtc } from '#domain/dates.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import type { Texts } from '#formats/record/texts.ts';
import { FOREIGN_WORDS } from './foreign-words.ts';
import type { Reading } from './reading.ts';
import { drop, items, member, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';

/** A moment in UTC; one that cannot be read is lost. */
export function instant(place: Place, ...path: readonly string[]): string | undefined {
  const written = text(place, ...path)?.toUpperCase();
  if (written === undefined) return undefined;
  const read = parseInstant(written.replace(/-00:00$/u, 'Z'));
  const found = member(place, ...path);
  if (typeof read !== 'string') {
    drop(found, 'unreadable');
    return undefined;
  }
  const utc = toUtc(read);
  if (utc !== found.value) retell(found, utc);
  return utc;
}

type Revisions = AdvisoryRecord['revisions'];

interface Written {
  readonly at: string;
  readonly summary: string;
}

/**
 * The history of another publisher as published states: the first is the publication, each is later than the one
 * before, and a release of which the history tells nothing is one, too. What is told of one moment stands together.
 */
export function readForeignRevisions(
  tracking: Place,
  publishedAt: string,
  { say, language }: Pick<Reading, 'say' | 'language'>,
): Revisions {
  const words = FOREIGN_WORDS[language];
  const written = items(tracking, 'revision_history').flatMap((entry): Written[] => {
    const at = instant(entry, 'date');
    const summary = text(entry, 'summary') ?? '';
    if (at === undefined) return [];
    const isEarlier = compareInstants(at, publishedAt) < 0;
    if (isEarlier) retell(member(entry, 'date'), publishedAt);
    return [{ at: isEarlier ? publishedAt : at, summary }];
  });
  const current = instant(tracking, 'current_release_date');
  const known = [...written, ...(current === undefined ? [] : [{ at: current, summary: '' }])]
    .filter(({ at }) => compareInstants(at, publishedAt) >= 0)
    .concat({ at: publishedAt, summary: '' })
    .toSorted((a, b) => compareInstants(a.at, b.at));
  return [...Map.groupBy(known, ({ at }) => at)].map(([at, same], index) => {
    const said = [...new Set(same.map(({ summary }) => summary))].filter((each) => each !== '');
    const summary = said.length > 0 ? said.join(' / ') : index === 0 ? words.published : words.updated;
    return { number: index + 1, at, summary: say(summary), changes: [] };
  });
}

/** The published states, oldest first and numbered from 1; there is at least one. */
export function readRevisions(tracking: Place, publishedAt: string, say: (text: string) => Texts): Revisions {
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
