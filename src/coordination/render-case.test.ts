import { describe, expect, it } from 'vitest';
import { actSchema, type Act } from './ledger/entry.ts';
import { nameAct } from './render-case.ts';
import { publicationLine, renderSticky } from './render-sticky.ts';
import { coordinationWords } from './words/words.ts';
import { AFFECTED, answered, minute, OPENED, record } from '../../tests/builders/a-made-case.ts';

const SCHEDULED: Act[] = [
  ...OPENED,
  { act: 'scheduled', publishAt: '2026-12-01T14:00:00+09:00' },
  { act: 'moved', to: 'scheduled' },
];
const PUBLISHED: Act[] = [
  ...SCHEDULED,
  { act: 'published', text: 'a'.repeat(64), path: 'advisories/2026/A1.md', revision: 1 },
  { act: 'moved', to: 'published' },
];

describe('what a case says', () => {
  it('names each act in the language of the reader', () => {
    const names = actSchema.options.map(({ shape }) => shape.act.value).toSorted();
    expect(Object.keys(coordinationWords('ja').acts).toSorted()).toEqual(names);
    expect(nameAct(answered(AFFECTED), 'en')).toBe('answer acme');
    expect(nameAct({ act: 'moved', to: 'coordinating' }, 'ja')).toBe('状態 調整中');
    expect(nameAct({ act: 'text-approved', text: 'b'.repeat(64) }, 'ja')).toBe('文章の承認 bbbbbbbbbbbb');
    expect(nameAct({ act: 'scheduled', publishAt: minute(1) }, 'en')).toBe(`publication date ${minute(1)}`);
  });

  it('tells when it is to be published, and then when it was', () => {
    expect(publicationLine(record(OPENED), 'en', 'Asia/Tokyo')).toBe('There is no publication date yet');
    expect(publicationLine(record(SCHEDULED), 'en', 'Asia/Tokyo')).toMatch(/^Publication planned for 1 Dec/);
    expect(publicationLine(record(PUBLISHED), 'en', 'Asia/Tokyo')).toMatch(/^Published on 1 December 2026/);
  });

  it('ends Japanese sentences as Japanese does', () => {
    const options = { timezone: 'Asia/Tokyo', vendorName: (slug: string) => slug };
    expect(renderSticky(record(OPENED), { ...options, languages: ['ja'] })).toContain(
      '公表日は決まっていません。情報公開の制限: なし。',
    );
    expect(renderSticky(record(OPENED), { ...options, languages: ['en'] })).toContain(
      'There is no publication date yet. Embargo: none.',
    );
  });
});
