import { expect, it } from 'vitest';
import { actSchema, frameSchema } from './entry.ts';

it('no act has a field of the frame, which would be lost', () => {
  const taken = actSchema.options.flatMap(({ shape }) =>
    Object.keys(shape).filter((key) => Object.hasOwn(frameSchema.shape, key)),
  );
  expect(taken).toEqual([]);
});
