import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory } from '../../tests/builders/a-catalog.ts';
import { toRemedy } from './remedy.ts';

const product = { vendor: 'alpha', product: '製品', ranges: ['*'] };
const fixed = { ...product, fixed: ['2.0'] };

function remedy(solution: string, overrides: Record<string, unknown> = {}, fixAvailable = false) {
  const body = `## 概要\n\n概要です。\n\n## 対策方法\n\n${solution}\n`;
  const [advisory] = aCatalog({
    advisories: [anAdvisory({ affected: [product], ...overrides }, { body })],
  }).advisories;
  if (advisory === undefined) throw new Error('The catalog is empty.');
  return toRemedy(advisory, { fixAvailable }, ['ja', 'en']);
}

describe('toRemedy', () => {
  it('counts the products that name a fixed version', () => {
    expect(remedy('更新してください。', { affected: [product, fixed] })).toEqual({
      kind: 'partly-fixed',
      fixedProducts: 1,
      products: 2,
    });
    expect(remedy('更新してください。', { affected: [fixed] }, true)).toMatchObject({ kind: 'fixed' });
  });

  it.each([
    ['**アップデートする**\n\n最新版にしてください。', 'update'],
    ['**ワークアラウンドを実施する**\n\n無効にしてください。', 'workaround'],
    ['### 使用を停止する\n\n停止してください。', 'stop'],
    ['アップデートしてください。', 'stated'],
    ['**重要** な設定を見直してください。', 'stated'],
  ])('takes the heads of “%s” for %s', (solution, kind) => {
    expect(remedy(solution).kind).toBe(kind);
  });

  it('says that there is none when no word about it stands there', () => {
    const [advisory] = aCatalog({
      advisories: [anAdvisory({ affected: [product] }, { body: '## 概要\n\n概要です。\n' })],
    }).advisories;
    expect(advisory && toRemedy(advisory, { fixAvailable: false }, ['ja']).kind).toBe('none');
  });

  it('promises no fix for what was withdrawn', () => {
    const withdrawal = { at: '2026-11-03T00:00:00+09:00', reason: '重複していました。' };
    const given = remedy('**アップデートする**', { affected: [fixed], state: 'withdrawn', withdrawal });
    expect(given).toMatchObject({ kind: 'stated', fixedProducts: 0 });
  });
});
