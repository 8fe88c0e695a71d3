import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { leanTemplates } from './lean-templates.ts';
import { keepOwnLines } from './own-lines.ts';
import { pagesModule } from './pages-module.ts';

/*
 * The program of the process in which Astro compiles (`astro-process.ts`): it gets one order and gives one answer.
 */

export interface AstroOrder {
  root: string;
  contentDir: string;
  /** Whose functions templates call: ours, or Astro's own for comparison. */
  runtime: 'lean' | 'astro';
  outDir: string;
}

export type AstroAnswer = { done: true } | { failure: string };

process.once('message', (order: AstroOrder) => {
  void compile(order).then((answer) => {
    process.send?.(answer, () => {
      process.disconnect();
    });
  });
});

async function compile({ root, contentDir, runtime, outDir }: AstroOrder): Promise<AstroAnswer> {
  // Telemetry asks the network; a build must not.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Whatever the shell says: what is published must never carry what templates allow while editing.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('astro');
  try {
    await build({
      root,
      outDir,
      // The engine itself publishes public/; a folder that does not exist keeps it out of the compilation.
      publicDir: join(outDir, 'none'),
      logLevel: 'silent',
      vite: {
        logLevel: 'silent',
        plugins: [pagesModule(contentDir, root), ...(runtime === 'lean' ? [leanTemplates(root)] : [])],
      },
    });
    return { done: true };
  } catch (error) {
    return { failure: describeFailure(error) };
  }
}

/** What the compiler said, with the place where it stands when it is known. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { loc } = error as Error & { loc?: { file?: string; line?: number; column?: number } };
  const place = loc?.file === undefined ? '' : `${loc.file}:${loc.line ?? 1}:${loc.column ?? 1}: `;
  return place + keepOwnLines(stripVTControlCharacters(error.message));
}
