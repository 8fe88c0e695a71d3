import { describe, expect, it } from 'vitest';
import { mainActionOf } from './solution-action.ts';

describe('mainActionOf', () => {
  it.each([
    [['ファームウェアをアップデートする'], 'update'],
    [['ワークアラウンドを実施する', 'パッチを適用する'], 'update'],
    [['Update the firmware'], 'update'],
    [['ワークアラウンドを実施する'], 'workaround'],
    [['Apply a workaround', 'Stop using the product'], 'workaround'],
    [['使用を停止する'], 'stop'],
    [['後継製品へ移行する'], 'stop'],
  ] as const)('%j comes down to %s', (heads, action) => {
    expect(mainActionOf(heads)).toBe(action);
  });

  it.each([
    [[]],
    [['各社の案内に従う']],
    [['ワークアラウンドを実施する', '開発者の情報に従う']],
    [['設定を見直す']],
  ])('claims nothing of %j, because something else may be meant', (heads) => {
    expect(mainActionOf(heads)).toBeUndefined();
  });
});
