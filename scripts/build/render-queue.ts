import { startRenderPool } from './render-pool.ts';
import type { RenderPool } from './render-pool.ts';
import { renderPage } from './render-page.ts';
import type { Frames, PageJob } from './render-page.ts';
import { loadRenderer } from './compile-site.ts';
import type { RenderPage } from './compile-site.ts';
import type { Staged } from './staging.ts';

/** Who renders: a compiled site, by threads when there is much to do, or a function for tests. */
export type Renderer = { entry: string } | { render: RenderPage };

/** Takes pages one by one and renders them with as much effort as their number deserves. */
export interface RenderQueue {
  add: (job: PageJob) => Promise<void>;
  /** Renders what is left and gives everything that was staged. */
  finish: () => Promise<Staged[]>;
  close: () => Promise<void>;
}

/** Below this number starting threads costs more than it saves. */
const WORTH_THREADS = 500;
const BATCH = 32;

/** Opens a queue that writes into the staging folder. */
export function openRenderQueue(renderer: Renderer, frames: Frames, staging: string): RenderQueue {
  let waiting: PageJob[] = [];
  let pool: RenderPool | undefined;

  const flush = async (smallest: number): Promise<void> => {
    while (pool !== undefined && waiting.length >= smallest) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await pool.send(batch);
    }
  };
  return {
    add: async (job) => {
      waiting.push(job);
      if ('entry' in renderer && waiting.length > WORTH_THREADS) {
        pool ??= startRenderPool({ entry: renderer.entry, staging, frames });
      }
      if (pool !== undefined) await flush(BATCH);
    },
    finish: async () => {
      await flush(1);
      return pool === undefined ? await renderHere(renderer, frames, staging, waiting) : await pool.finish();
    },
    close: async () => {
      await pool?.close();
    },
  };
}

async function renderHere(
  renderer: Renderer,
  frames: Frames,
  staging: string,
  jobs: readonly PageJob[],
): Promise<Staged[]> {
  if (jobs.length === 0) return [];
  const render = 'entry' in renderer ? await loadRenderer(renderer.entry) : renderer.render;
  const staged: Staged[] = [];
  for (const job of jobs) staged.push(await renderPage(render, frames, staging, job));
  return staged;
}
