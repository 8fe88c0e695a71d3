import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AstroAnswer, AstroOrder } from './run-astro.ts';
import { SLOW_GROWTH } from './small-heap.ts';

/**
 * Lets Astro compile in a process of its own: what it needs for that, some hundred megabytes, is given back at its end.
 * @throws with the compiler's message when something does not compile
 */
export async function runAstroApart(order: AstroOrder): Promise<void> {
  // Options of this process, such as a program given with --eval, are not for another one.
  const execArgv = ['--max-semi-space-size=4', SLOW_GROWTH];
  const child = fork(fileURLToPath(new URL('./run-astro.ts', import.meta.url)), [], { execArgv });
  child.send(order);
  const answer = await new Promise<AstroAnswer>((resolve) => {
    child.once('message', resolve);
    child.once('error', ({ message }) => {
      resolve({ failure: message });
    });
    child.once('exit', () => {
      resolve({ failure: 'The compiler ended before it was done.' });
    });
  });
  if ('failure' in answer) throw new Error(answer.failure);
}
