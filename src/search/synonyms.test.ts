import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldText } from './normalize.ts';
import { SYNONYM_GROUPS, synonymsOf } from './synonyms.ts';

describe('the synonyms', () => {
  it('are few and small, because every reader loads them', () => {
    expect(SYNONYM_GROUPS.length).toBeLessThanOrEqual(60);
    expect(gzipSync(readFileSync(new URL('synonyms.ts', import.meta.url))).length).toBeLessThan(2_500);
  });

  it('have no term in two groups', () => {
    const terms = SYNONYM_GROUPS.flat().map(foldText);
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
  });

  it('hold in both directions', () => {
    for (const group of SYNONYM_GROUPS) {
      for (const term of group) {
        expect([term, ...synonymsOf(foldText(term))].toSorted()).toEqual([...group].toSorted());
      }
    }
  });
});
