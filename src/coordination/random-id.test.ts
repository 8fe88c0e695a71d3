import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseCodeSchema } from '#domain/case.ts';
import { randomCode, randomId } from './random-id.ts';

/** Draws numbers from a list, as if by chance. */
function drawing(numbers: readonly number[]) {
  let at = 0;
  return (below: number) => (numbers[at++ % Math.max(1, numbers.length)] ?? 0) % below;
}

const numbers = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });

describe('identifiers at random', () => {
  it.each(['[0-9]{8}', '9[0-9]{7}', '[0-9]{2}-[0-9]{3}-[0-9]{2}', String.raw`\d{4,6}`, 'A[A-Fx]{3}'])(
    'always match the pattern of their family: %s',
    (pattern) => {
      const shape = new RegExp(`^X#(?:${pattern})$`, 'u');
      fc.assert(
        fc.property(numbers, (drawn) => {
          expect(randomId({ prefix: 'X#', pattern }, drawing(drawn))).toMatch(shape);
        }),
      );
    },
  );

  it('are left to a coordinator where a pattern has groups or alternatives', () => {
    expect(randomId({ prefix: 'X#', pattern: '(?:a|b){2}' }, () => 0)).toBeUndefined();
    expect(randomId({ prefix: 'X#', pattern: '[^a]' }, () => 0)).toBeUndefined();
  });

  it('differ when chance differs', () => {
    const draw = (seed: number) => randomId({ prefix: 'X#', pattern: '[0-9]{8}' }, drawing([seed, seed + 1]));
    expect(new Set([draw(1), draw(2), draw(3)]).size).toBe(3);
  });

  it('codes of cases keep their form and avoid letters that are mixed up', () => {
    fc.assert(
      fc.property(numbers, (drawn) => {
        const code = randomCode(drawing(drawn));
        expect(caseCodeSchema.safeParse(code).success).toBe(true);
        expect(code).not.toMatch(/[ilo01]/);
      }),
    );
  });
});
