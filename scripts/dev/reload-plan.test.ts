import { expect, it } from 'vitest';
import { reloadPlan } from './reload-plan.ts';

it('reports content that cannot be read and goes on', () => {
  const gone = new Error('the content directory is gone');
  const reload = (): never => {
    throw gone;
  };
  const failures: unknown[] = [];
  reloadPlan({ reload }, { loaded: () => undefined, failed: (error) => failures.push(error) });
  expect(failures).toEqual([gone]);
});
