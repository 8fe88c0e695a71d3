import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory } from '../../../tests/builders/a-catalog.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { advisoryView } from '#site/views/advisory-view.ts';
import { outlineOf, retiredIds } from './outline.ts';

function viewOf(body: string, revisions: unknown[]) {
  const index = buildSiteIndex(aCatalog({ advisories: [anAdvisory({ revisions }, { body })] }));
  const [advisory] = index.catalog.advisories;
  if (advisory === undefined) throw new Error('The catalog is empty.');
  return advisoryView(index, 'ja', advisory);
}

const body = '## 概要\n\n概要です。\n\n## 独自の節\n\nです。\n\n## 参考になる話\n\nです。\n';
const at = (day: string, changes: unknown[]) => ({
  at: `${day}T12:00:00+09:00`,
  summary: '更新',
  changes: changes.map((part) => ({ part })),
});

describe('outlineOf', () => {
  it('gives every section an id, also those outside the vocabulary, and always tells of the solution', () => {
    const view = viewOf(body, [at('2026-03-10', [])]);
    expect(outlineOf(view, 'ja').map(({ id }) => id)).toEqual([
      'overview',
      'affected',
      'solution',
      'details',
      'vendors',
      'section-1',
      'section-2',
      'history',
    ]);
  });
});

describe('retiredIds', () => {
  it('names sections that are gone once, at the newest revision that changed them', () => {
    const view = viewOf(body, [
      at('2026-03-10', ['analysis', 'overview']),
      at('2026-03-11', ['analysis', 'title']),
      at('2026-03-12', ['references']),
    ]);
    expect([...retiredIds(outlineOf(view, 'ja'), view.revisions)]).toEqual([
      [3, ['references']],
      [2, ['analysis']],
    ]);
  });
});
