import { epochMilliseconds } from '#domain/dates.ts';
import type { Change } from '#domain/revision.ts';
import type { Site } from '#domain/site.ts';
import { offsetAt } from '#domain/time-zone.ts';

/**
 * A new entry of `revisions` as YAML lines to paste. The summaries are left as `TODO`, which the checks refuse,
 * so that nobody publishes them unwritten.
 * @param now the moment of the revision, RFC 3339; written in the site's zone
 */
export function formatRevision(now: string, changes: readonly Change[], site: Site | undefined): string {
  const languages = site?.languages ?? ['ja'];
  return [
    `  - at: ${formatLocal(now, site?.timezone ?? 'UTC')}`,
    `    summary: { ${languages.map((language) => `${language}: TODO`).join(', ')} }`,
    '    changes:',
    ...changes.map((change) => `      - ${formatChange(change)}`),
  ].join('\n');
}

function formatChange({ part, added, removed, edited }: Change): string {
  const lists = Object.entries({ added, removed, edited }).flatMap(([key, labels]) =>
    labels === undefined ? [] : [`${key}: [${labels.map((label) => JSON.stringify(label)).join(', ')}]`],
  );
  return `{ ${[`part: ${part}`, ...lists].join(', ')} }`;
}

function formatLocal(instant: string, zone: string): string {
  const milliseconds = epochMilliseconds(instant);
  const minutes = Math.round(offsetAt(milliseconds, zone) / 60_000);
  const local = new Date(milliseconds + minutes * 60_000).toISOString().slice(0, 19);
  if (minutes === 0) return `${local}Z`;
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
