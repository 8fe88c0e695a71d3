import { describe, expect, it } from 'vitest';
import type { LintContext, ReadAdvisory } from './lint-context.ts';
import { scoreContradictsVector } from './rules/score-contradicts-vector.ts';

/** The scores that the rule finds in a text beside a vector of 9.8. */
function scoresIn(text: string): unknown[] {
  const advisory = {
    file: 'a.md',
    slug: 'a',
    facts: { vulnerabilities: [{ cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'] }] },
    body: { sections: [{ heading: '', text }] },
  } as unknown as ReadAdvisory;
  const context = {
    content: { advisories: [advisory], translations: [] },
    advisoryBySlug: new Map([['a', advisory]]),
    prose: () => text,
  } as unknown as LintContext;
  return [...(scoreContradictsVector.check?.(context) ?? [])].map(({ params }) => params?.['score']);
}

describe('a score in prose', () => {
  it.each([
    ['CVSS v3 基本値 7.5', ['7.5']],
    ['CVSS基本値：7.5', ['7.5']],
    ['基本値（7.5）', ['7.5']],
    ['CVSS 3.1: 7.5', ['7.5']],
    ['a base score of 7.5', ['7.5']],
    ['CVSS  2.0  基本値  は  6.8', ['6.8']],
    ['CVSS 3.1: 9.8', []],
    ['rated by CVSS 3.1', []],
    ['the vector string CVSS:3.1/AV:N/AC:L', []],
    ['CVSS v4.0 と CVSS v3.1', []],
    ['version 7.5', []],
  ])('is found in %j', (text, scores) => {
    expect(scoresIn(text)).toEqual(scores);
  });

  it.each(['CVSS', 'score', '基本値', 'base', 'CVSS 3', 'score is'])(
    'is sought at once in endless blanks behind %j',
    (word) => {
      // A match that goes back over the blanks again and again would not end within the time of a test.
      expect(scoresIn(`${word}${' '.repeat(100_000)}x`)).toEqual([]);
    },
  );
});
