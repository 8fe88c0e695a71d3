import { describe, expect, it } from 'vitest';
import { rules } from '#lint/rules.ts';
import { lintFixture, readExpected } from '#scripts/generate/check-fixture.ts';

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const expected = readExpected(code);

  it('has a fixture', () => {
    expect(expected?.findings.map((finding) => finding.code)).toContain(code);
  });

  it('is found at its place, and nothing else is', () => {
    const found = lintFixture(code, 'invalid', expected ?? { findings: [] });
    const places = found.map(({ code: at, file, line, column }) => ({ code: at, file, line, column }));
    expect(places).toEqual(expected?.findings);
    expect(found.find((finding) => finding.code === code)?.severity).toBe(rule.severity);
  });

  it('is silent about the valid form', () => {
    expect(lintFixture(code, 'valid', expected ?? { findings: [] })).toEqual([]);
  });
});
