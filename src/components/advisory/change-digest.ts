import type { Change } from '#domain/revision.ts';
import type { Words } from '#i18n/words.ts';

/** What a revision changed, in a few words: `補足情報、参考情報 +1、影響を受けるシステム −2`. */
export function changeDigest(changes: readonly Change[], words: Words['pages']['advisory']): string {
  return changes
    .map(({ part, added = [], removed = [] }) =>
      [words.parts[part], ...counted('+', added), ...counted('−', removed)].join(' '),
    )
    .join(words.history.separator);
}

function counted(sign: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`${sign}${rows.length}`];
}
