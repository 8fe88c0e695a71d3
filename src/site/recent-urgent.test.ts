import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory } from '../../tests/builders/a-catalog.ts';
import { buildFrame } from './frame.ts';
import { recentUrgent } from './recent-urgent.ts';

const urgent = { urgent: { reason: '攻撃を確認しました。' } };
const at = (day: string) => `${day}T12:00:00+09:00`;

function idsOn(now: string, ...written: ReturnType<typeof anAdvisory>[]): string[] {
  return recentUrgent(aCatalog({ now: at(now), advisories: written })).map(({ id }) => id);
}

function revised(change?: { part: string }) {
  return anAdvisory({
    ...urgent,
    publishedAt: at('2026-01-10'),
    revisions: [
      { at: at('2026-01-10'), summary: '公開しました。' },
      { at: at('2026-03-01'), summary: '更新しました。', ...(change && { changes: [change] }) },
    ],
  });
}

describe('what is urgent now', () => {
  const published = anAdvisory({ ...urgent, publishedAt: at('2026-03-10') });

  it('stays for fourteen days, the last one included', () => {
    expect(idsOn('2026-03-24', published)).toEqual(['TEST#00000001']);
    expect(idsOn('2026-03-25', published)).toEqual([]);
  });

  it('is called again by a revision that changes the mark, or does not say what it changes', () => {
    expect(idsOn('2026-03-05', revised({ part: 'urgent' }))).toEqual(['TEST#00000001']);
    expect(idsOn('2026-03-05', revised())).toEqual(['TEST#00000001']);
  });

  it('is not called again by a revision of something else, nor by one that is to come', () => {
    expect(idsOn('2026-03-05', revised({ part: 'references' }))).toEqual([]);
    expect(idsOn('2026-02-20', revised({ part: 'urgent' }))).toEqual([]);
  });

  it('is nothing that was withdrawn, unmarked or under embargo', () => {
    const withdrawal = { at: at('2026-03-12'), reason: '誤りでした。' };
    const withdrawn = { ...urgent, publishedAt: at('2026-03-10'), state: 'withdrawn', withdrawal };
    expect(idsOn('2026-03-13', anAdvisory(withdrawn))).toEqual([]);
    expect(idsOn('2026-03-13', anAdvisory({ publishedAt: at('2026-03-10') }))).toEqual([]);
    expect(idsOn('2026-03-09', published)).toEqual([]);
  });

  it('is at most three, the newest first', () => {
    const many = [1, 2, 3, 4].map((number) =>
      anAdvisory({ ...urgent, id: `TEST#0000000${number}`, publishedAt: at(`2026-03-0${number}`) }),
    );
    expect(idsOn('2026-03-05', ...many)).toEqual(['TEST#00000004', 'TEST#00000003', 'TEST#00000002']);
  });
});

describe('the frame of every page', () => {
  const advisories = [anAdvisory({ ...urgent, publishedAt: at('2026-03-10') })];
  const frameOn = (day: string) => buildFrame(aCatalog({ now: at(day), advisories }), 'en');

  it('points to what is urgent', () => {
    expect(frameOn('2026-03-11').urgent).toEqual([
      {
        id: 'TEST#00000001',
        title: { text: 'テスト製品における試験用の脆弱性', language: 'ja' },
        address: '/test/TEST00000001/',
        on: '2026-03-10',
      },
    ]);
  });

  it('tells the day of the call, which no later revision of something else moves', () => {
    const revisions = [
      { at: at('2026-03-10'), summary: '公開しました。' },
      { at: at('2026-03-12'), summary: '参考情報を追加しました。', changes: [{ part: 'references' }] },
    ];
    const updated = anAdvisory({ ...urgent, publishedAt: at('2026-03-10'), revisions });
    const frame = buildFrame(aCatalog({ now: at('2026-03-13'), advisories: [updated] }), 'en');
    expect(frame.urgent).toEqual(frameOn('2026-03-13').urgent);
  });

  it('stays the same from day to day, so that pages are not made anew', () => {
    expect(frameOn('2026-03-11')).toEqual(frameOn('2026-03-23'));
    expect(frameOn('2026-03-25')).toEqual(frameOn('2026-11-20'));
  });
});
