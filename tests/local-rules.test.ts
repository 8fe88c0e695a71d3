import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.ts';
import type { FindingMemory } from '#lint/local-rules.ts';
import { rules } from '#lint/rules.ts';
import { lintFixture, readExpected } from '#scripts/generate/check-fixture.ts';

/** A memory with a record of what was asked in vain. */
function aMemory(): FindingMemory & { missed: string[] } {
  const known = new Map<string, readonly Finding[]>();
  const missed: string[] = [];
  return {
    missed,
    recall: (file, digest) => {
      const findings = known.get(`${file} ${digest}`);
      if (findings === undefined) missed.push(file);
      return findings;
    },
    remember: (file, digest, findings) => void known.set(`${file} ${digest}`, findings),
  };
}

describe('rules that are local', () => {
  const local = rules.filter(({ isLocal }) => isLocal).map(({ code }) => code);

  it('never ask what time it is', () => {
    expect(local).not.toContain('ADV029');
  });

  it.each(local)('%s finds the same in every advisory by itself, and when that is remembered', (code) => {
    const expected = readExpected(code) ?? { findings: [] };
    const memory = aMemory();
    const found = lintFixture(code, 'invalid', expected);
    expect(found.map((finding) => finding.code)).toContain(code);
    expect(lintFixture(code, 'invalid', expected, memory)).toEqual(found);
    const missed = memory.missed.splice(0);
    expect(lintFixture(code, 'invalid', expected, memory)).toEqual(found);
    expect(memory.missed.length).toBeLessThan(missed.length);
  });

  it('find in a valid advisory what they find in a broken one, once it is broken', () => {
    const memory = aMemory();
    const expected = readExpected('ADV012') ?? { findings: [] };
    expect(lintFixture('ADV012', 'valid', expected, memory)).toEqual([]);
    expect(lintFixture('ADV012', 'invalid', expected, memory).map(({ code }) => code)).toEqual(['ADV012']);
  });
});
