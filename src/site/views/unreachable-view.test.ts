import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../../tests/builders/a-catalog.ts';
import { buildFrame } from '../frame.ts';
import { buildSiteIndex } from '../site-index.ts';
import { structuredDataOf } from '../structured-data.ts';
import { unreachableView } from './unreachable-view.ts';

const listed: Written = {
  number: 'UR#2026#0001',
  name: { ja: '試験工房', en: 'Test Workshop' },
  reading: 'しけんこうぼう',
  stages: { listed: '2026-07-01', product: { on: '2026-10-01', name: '試験掲示板' } },
};
const published: Written = {
  number: 'UR-2025-0001',
  name: 'Silent Works',
  stages: {
    listed: '2025-01-06',
    product: { on: '2025-04-07', name: 'Silent Desk', versions: { ja: '1.0 以前', en: '1.0 and earlier' } },
    committee: '2025-08-04',
    published: { on: '2026-03-10', advisory: 'TEST#00000001' },
  },
};
const answered: Written = { number: 'UR-2025-0002', answeredOn: '2026-02-02' };
const individual: Written = {
  number: 'UR-2026-0003',
  name: '試験太郎',
  reading: 'しけんたろう',
  individual: 'true',
  stages: { listed: '2026-11-02' },
};
const judged = anAdvisory({ judgement: { on: '2026-02-20' } }, { translations: inEnglish() });

const parts = { advisories: [judged], unreachable: [published, answered, listed] };

function viewOf(change: Parameters<typeof aCatalog>[0] = parts, language: 'ja' | 'en' = 'ja') {
  return unreachableView(buildSiteIndex(aCatalog(change)), language);
}

describe('the list of unreachable developers', () => {
  it('shows who is listed, newest first, with the product from its stage on', () => {
    const view = viewOf(parts, 'en');
    expect(view.listed.map(({ anchor, stage }) => [anchor, stage])).toEqual([
      ['no-UR-2026-0001', 'product'],
      ['no-UR-2025-0001', 'published'],
    ]);
    expect(view.listed[0]).toMatchObject({
      name: { text: 'Test Workshop', language: 'en' },
      product: { name: { text: '試験掲示板', language: 'ja' } },
    });
    expect(view.listed[0]?.product).not.toHaveProperty('versions');
    expect(view.listed[1]?.published).toEqual({ id: 'TEST#00000001', address: '/en/test/TEST00000001/' });
  });

  it('tells readers of Japanese how a name is read', () => {
    expect(viewOf(parts, 'ja').listed[0]?.reading).toBe('しけんこうぼう');
    expect(viewOf(parts, 'en').listed[0]).not.toHaveProperty('reading');
  });

  it('counts each stage, also where nobody stands', () => {
    expect(viewOf().counts).toEqual([
      { stage: 'listed', count: 0 },
      { stage: 'product', count: 1 },
      { stage: 'committee', count: 0 },
      { stage: 'published', count: 1 },
    ]);
  });

  it('tells how many came, answered and were left by quarter, and not what nobody kept', () => {
    const rowsOf = (unreachable: Written[]) => viewOf({ unreachable }, 'en').history?.table.rows;
    const kept = { ...answered, stages: { listed: '2025-11-10' } };
    expect(rowsOf([listed, kept])?.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Q4 2026', '0', '0', '1'],
      ['Q3 2026', '1', '0', '1'],
      ['Q2 2026', '0', '0', '0'],
      ['Q1 2026', '0', '1', '0'],
      ['Q4 2025', '1', '0', '1'],
    ]);
    expect(rowsOf([listed, answered])?.at(-1)?.cells).toEqual(['—', '1', '0']);
    expect(rowsOf([])).toBeUndefined();
  });

  it('answers for the number of a developer who answered, without a name', () => {
    expect(viewOf().answered).toEqual([
      { number: 'UR-2025-0002', anchor: 'no-UR-2025-0002', on: '2026-02-02' },
    ]);
  });

  it('lists what was published after judgement and still stands', () => {
    expect(viewOf().judged.map(({ row, on }) => [row.id, on])).toEqual([['TEST#00000001', '2026-02-20']]);
    const withdrawn = anAdvisory({
      judgement: { on: '2026-02-20' },
      state: 'withdrawn',
      withdrawal: { at: '2026-06-01T09:00:00+09:00', reason: '誤りでした。' },
    });
    expect(viewOf({ advisories: [withdrawn] }).judged).toEqual([]);
  });

  it('asks search engines to stay away while an individual is listed, and shows no reading then', () => {
    expect(viewOf().head.robots).toBeUndefined();
    const view = viewOf({ unreachable: [individual] });
    expect(view.head.robots).toBe('noindex');
    expect(view.listed[0]).toMatchObject({ individual: true });
    expect(view.listed[0]).not.toHaveProperty('reading');
  });

  it('says nothing of its entries in its head, in the frame or to other programs', () => {
    const catalog = aCatalog(parts);
    const view = unreachableView(buildSiteIndex(catalog), 'ja');
    const frame = buildFrame(catalog, 'ja');
    const said = [JSON.stringify(view.head), JSON.stringify(frame), structuredDataOf(view, frame) ?? ''];
    expect(said.join('')).not.toMatch(/試験工房|試験掲示板|Silent|しけん/u);
  });
});
