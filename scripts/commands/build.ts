import { ApplyError } from '../build/apply-staging.ts';
import { buildSite } from '../build/build-site.ts';
import { CompileError } from '../build/compile-site.ts';
import { keepOwnLines } from '../build/own-lines.ts';
import { BusyError } from '../build/lock-output.ts';
import { CollisionError } from '../build/output-path.ts';
import { RenderError } from '../build/workshop.ts';
import type { Environment } from '../environment.ts';
import { formatFindings } from './check.ts';
import { parseFlags } from '../flags.ts';
import { UsageError } from '../usage-error.ts';
import { commandWords } from '../words/words.ts';

/** `build`: checks the content and brings the output folder up to date. */
export async function build(environment: Environment, args: readonly string[]): Promise<number> {
  const flags = parseFlags(args, { 'no-search': 'boolean', 'no-formats': 'boolean' });
  const words = commandWords(environment.language);
  const started = environment.elapsed();
  try {
    const { findings, content, counts } = await buildSite(environment, {
      search: flags['no-search'] !== true,
      formats: flags['no-formats'] !== true,
      onCompile: () => {
        environment.err(words.compiling);
      },
    });
    if (findings.length > 0) environment.err(formatFindings(environment, findings, content));
    if (counts === undefined) return 1;
    environment.out(words.built(counts, ((environment.elapsed() - started) / 1000).toFixed(1)));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    environment.err(describe(error, words));
    return 1;
  }
}

/** A failure in words, with the stack of the template that threw, which names its line. */
function describe(error: unknown, words: ReturnType<typeof commandWords>): string {
  if (error instanceof CompileError) return words.compileFailed(error.message);
  if (error instanceof RenderError) {
    const stack = error.cause instanceof Error ? `\n${keepOwnLines(error.cause.stack ?? '')}` : '';
    return words.renderFailed(error.address, error.message) + stack;
  }
  if (error instanceof CollisionError) return words.collision(error.path, ...error.claimants);
  if (error instanceof BusyError) return words.busy(error.pid, error.lock);
  if (error instanceof ApplyError) return words.applyFailed(error.message);
  return words.failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
