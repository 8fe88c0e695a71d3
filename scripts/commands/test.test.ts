import { describe, expect, it } from 'vitest';
import { memoryEnvironment } from '../memory-environment.ts';
import { test } from './test.ts';

async function runTest(fails: (program: string) => boolean) {
  const environment = memoryEnvironment();
  const ran: string[] = [];
  const code = await test(environment, [], ([program]) => {
    ran.push(program);
    return Promise.resolve(fails(program) ? 1 : 0);
  });
  return { code, ran, last: environment.written.out.at(-1) };
}

describe('npm test', () => {
  it('ends with a line that machines can read', async () => {
    const { code, last, ran } = await runTest(() => false);
    expect(code).toBe(0);
    expect(last).toBe(`${ran.length} passed, 0 failed`);
  });

  it('runs everything although something fails, and fails itself', async () => {
    const all = (await runTest(() => false)).ran;
    const { code, last, ran } = await runTest((program) => program === 'eslint');
    expect(ran).toEqual(all);
    expect(code).toBe(1);
    expect(last).toBe(`${all.length - 1} passed, 1 failed`);
  });
});
