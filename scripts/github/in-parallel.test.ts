import { describe, expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

describe('work in parallel', () => {
  it('keeps the order and the bound', async () => {
    let running = 0;
    let most = 0;
    const answers = await inParallel([5, 1, 4, 2, 3], 2, async (item) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, item));
      running -= 1;
      return item * 10;
    });
    expect(answers).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });

  it('stops at the first error', async () => {
    const begun: number[] = [];
    const work = inParallel([...Array(100).keys()], 2, async (item) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 3) throw new Error('broken');
    });
    await expect(work).rejects.toThrow('broken');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(begun.length).toBeLessThan(10);
  });

  it('has nothing to do for no items', async () => {
    expect(await inParallel([], 4, () => Promise.reject(new Error('never')))).toEqual([]);
  });
});
