import { describe, expect, it } from 'vitest';
import { wordsOf } from '#i18n/words.ts';
import { changeDigest } from './change-digest.ts';
import { changeSentences } from './change-sentences.ts';

const japanese = wordsOf('ja').pages.advisory;
const english = wordsOf('en').pages.advisory;

describe('the sentences of a revision', () => {
  it('name the rows that came and went', () => {
    const changes = [{ part: 'vendors' as const, added: ['A社', 'B社'], removed: ['C社'] }];
    expect(changeSentences(changes, japanese)).toEqual([
      '［ベンダ情報］に「A社」「B社」を追加しました',
      '［ベンダ情報］から「C社」を削除しました',
    ]);
    expect(changeSentences(changes, english)).toEqual([
      'Vendor Status: added “A社”, “B社”',
      'Vendor Status: removed “C社”',
    ]);
  });

  it('name the part alone when no rows are known', () => {
    expect(changeSentences([{ part: 'solution' }], japanese)).toEqual(['［対策方法］を更新しました']);
    expect(changeSentences([{ part: 'solution', edited: [] }], english)).toEqual(['Solution updated']);
  });
});

describe('the digest of a revision', () => {
  it('counts the rows that came and went', () => {
    const changes = [
      { part: 'addendum' as const },
      { part: 'affected' as const, added: ['A', 'B', 'C'], removed: ['D'], edited: ['E'] },
    ];
    expect(changeDigest(changes, japanese)).toBe('補足情報、影響を受けるシステム +3 −1');
    expect(changeDigest(changes, english)).toBe('Addendum, Products Affected +3 −1');
  });
});
