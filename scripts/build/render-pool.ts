import { Worker } from 'node:worker_threads';
import { RenderError } from './render-page.ts';
import type { PageJob } from './render-page.ts';
import type { WorkerAnswer, WorkerStart } from './render-worker.ts';
import type { Staged } from './staging.ts';

/** Threads that render batches of pages. */
export interface RenderPool {
  /** Hands a batch to the least busy thread; waits while all have enough to do. */
  send: (jobs: readonly PageJob[]) => Promise<void>;
  /** Waits for everything handed over. */
  finish: () => Promise<Staged[]>;
  /** Stops the threads, whatever they are doing. */
  close: () => Promise<void>;
}

interface Member {
  worker: Worker;
  waiting: number;
}

const THREADS = 2;
/** Enough that a thread never waits for work, few enough that views do not pile up in memory. */
const BATCHES_PER_THREAD = 3;

/** Starts the threads. The first failure is kept and thrown by the next call. */
export function startRenderPool(start: WorkerStart): RenderPool {
  const staged: Staged[] = [];
  let failure: Error | undefined;
  let wake = (): void => undefined;

  const members = Array.from({ length: THREADS }, (): Member => {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData: start });
    const member = { worker, waiting: 0 };
    worker.on('message', (answer: WorkerAnswer) => {
      member.waiting--;
      if ('staged' in answer) staged.push(...answer.staged);
      else failure ??= toRenderError(answer);
      wake();
    });
    worker.on('error', (error) => {
      failure ??= error instanceof Error ? error : new Error(String(error));
      wake();
    });
    return member;
  });

  const until = async (ready: () => boolean): Promise<void> => {
    for (;;) {
      if (failure !== undefined) throw failure;
      if (ready()) return;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const leastBusy = (): Member => members.reduce((a, b) => (b.waiting < a.waiting ? b : a));

  return {
    send: async (jobs) => {
      await until(() => leastBusy().waiting < BATCHES_PER_THREAD);
      const member = leastBusy();
      member.waiting++;
      member.worker.postMessage(jobs);
    },
    finish: async () => {
      await until(() => members.every(({ waiting }) => waiting === 0));
      return staged;
    },
    close: async () => {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}

function toRenderError(answer: Extract<WorkerAnswer, { failedAt: string }>): RenderError {
  const cause = new Error(answer.message);
  if (answer.stack !== undefined) cause.stack = answer.stack;
  return new RenderError(answer.failedAt, cause);
}
