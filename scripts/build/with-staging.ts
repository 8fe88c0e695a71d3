import { mkdirSync, rmSync } from 'node:fs';
import { onInterrupt } from './interrupt.ts';
import { clearAbandoned, stagingOf } from './staging.ts';

/**
 * Does work that needs a staging folder beside the output folder. The folder is empty at first and gone at the end,
 * whether the work succeeds, fails or is interrupted; what killed processes left behind is cleared first.
 */
export async function withStaging<Result>(
  outDir: string,
  work: (staging: string) => Promise<Result>,
): Promise<Result> {
  const staging = stagingOf(outDir);
  const forget = (): void => {
    // Threads may still be writing when a build is interrupted.
    rmSync(staging, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  };
  const release = onInterrupt(forget);
  clearAbandoned(outDir);
  forget();
  try {
    mkdirSync(staging, { recursive: true });
    return await work(staging);
  } finally {
    release();
    forget();
  }
}
