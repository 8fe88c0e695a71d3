import { describe, expect, it } from 'vitest';
import { isListed, reachedStages, stageOf, unreachableSchema } from './unreachable.ts';

const listed = { number: 'UR-2026-0001', name: 'Example Workshop', stages: { listed: '2026-01-05' } };

function refusal(value: unknown): string | undefined {
  return unreachableSchema.safeParse(value).error?.issues[0]?.message;
}

describe('an entry', () => {
  it('stands on the list with a name and the day of listing', () => {
    expect(isListed(unreachableSchema.parse(listed))).toBe(true);
  });

  it('is a number and a day once it was answered, and no longer on the list', () => {
    const facts = unreachableSchema.parse({ number: 'UR-2026-0001', answeredOn: '2026-02-01' });
    expect(facts).toEqual({ number: 'UR-2026-0001', answeredOn: '2026-02-01', individual: false });
    expect(isListed(facts)).toBe(false);
  });

  it('may keep the day of its listing, for the counts, once it was answered', () => {
    const kept = { number: 'UR-2026-0001', stages: { listed: '2026-01-05' }, answeredOn: '2026-02-01' };
    expect(isListed(unreachableSchema.parse(kept))).toBe(false);
  });

  it.each([
    { name: 'Example Workshop' },
    { reading: 'れい' },
    { individual: 'true' },
    { stages: { listed: '2026-01-05', product: { on: '2026-01-20', name: 'Guestbook' } } },
    { stages: { listed: '2026-01-05', committee: '2026-01-20' } },
  ])('that was answered may not keep %j', (kept) => {
    expect(refusal({ number: 'UR-2026-0001', answeredOn: '2026-02-01', ...kept })).toContain('answered');
  });

  it.each([{ name: 'Example Workshop' }, { stages: { listed: '2026-01-05' } }, {}])(
    'is not complete with %j alone',
    (half) => {
      expect(refusal({ number: 'UR-2026-0001', ...half })).toContain('needs name and stages');
    },
  );

  it('knows no other stages, keys or numbers', () => {
    expect(refusal({ ...listed, stages: { ...listed.stages, judged: '2026-02-01' } })).toBeDefined();
    expect(refusal({ ...listed, email: 'a@b.example' })).toBeDefined();
  });

  it.each(['UR-2026-0001', 'UR#2026#0001', 'JVN#12345678', 'EX-1'])('may have the number %s', (number) => {
    expect(refusal({ ...listed, number })).toBeUndefined();
  });

  it.each([
    '山野 工房',
    'Zanzibar-Softworks',
    'AcmeCorp-1',
    'ACMECORP-1',
    'acme-1',
    'UR-1-acme',
    'ACME1',
    '１',
    '',
  ])('may not have the number “%s”, where a name could stand', (number) => {
    expect(refusal({ ...listed, number })).toBeDefined();
  });
});

describe('stages', () => {
  const stages = {
    listed: '2025-01-05',
    product: { on: '2025-04-10', name: 'Guestbook' },
    committee: '2025-08-01',
  };

  it('come in their order, each with its day', () => {
    expect(reachedStages(stages)).toEqual([
      { stage: 'listed', on: '2025-01-05' },
      { stage: 'product', on: '2025-04-10' },
      { stage: 'committee', on: '2025-08-01' },
    ]);
  });

  it('are told by the last one', () => {
    expect(stageOf(stages)).toBe('committee');
    expect(stageOf({ listed: '2025-01-05' })).toBe('listed');
  });
});
