import { parentPort, workerData } from 'node:worker_threads';
import { loadRenderer } from './compile-site.ts';
import { renderPage, RenderError } from './render-page.ts';
import type { Frames, PageJob } from './render-page.ts';
import type { Staged } from './staging.ts';

/** What a worker is started with. */
export interface WorkerStart {
  entry: string;
  staging: string;
  frames: Frames;
}

/** What a worker answers to one batch. */
export type WorkerAnswer = { staged: Staged[] } | { failedAt: string; message: string; stack?: string };

const { entry, staging, frames } = workerData as WorkerStart;
const render = await loadRenderer(entry);

parentPort?.on('message', (jobs: readonly PageJob[]) => {
  void renderBatch(jobs).then((answer) => parentPort?.postMessage(answer));
});

async function renderBatch(jobs: readonly PageJob[]): Promise<WorkerAnswer> {
  const staged: Staged[] = [];
  try {
    for (const job of jobs) staged.push(await renderPage(render, frames, staging, job));
    return { staged };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    const stack = error.cause instanceof Error ? error.cause.stack : undefined;
    return { failedAt: error.address, message: error.message, ...(stack === undefined ? {} : { stack }) };
  }
}
