import { describe, expect, it } from 'vitest';
import { createWorld } from '../content/generate-content.ts';
import { chooseQueries } from './choose-queries.ts';

describe('the queries of the bench', () => {
  const queries = chooseQueries(createWorld(100));

  it('are asked in both languages, each of them several', () => {
    for (const language of ['ja', 'en']) {
      expect(queries.filter((query) => query.language === language).length, language).toBeGreaterThan(4);
    }
  });

  it('hold an identifier, a CVE and a vendor that are there', () => {
    const typed = queries.map((query) => query.typed);
    expect(typed.some((text) => /^KRN\w*\d{8}$/.test(text))).toBe(true);
    expect(typed.some((text) => /^CVE-\d{4}-\d+$/.test(text))).toBe(true);
    const vendors = createWorld(100).vendors.flatMap(({ name }) => name);
    expect(typed.filter((text) => vendors.includes(text))).toHaveLength(2);
  });

  it('are the same for the same archive', () => {
    expect(chooseQueries(createWorld(100))).toEqual(queries);
  });
});
