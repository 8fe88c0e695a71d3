import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { parseFlags } from '../flags.ts';
import { commandWords } from '../words/words.ts';

/** One part of the whole test: its heading and the command that runs it. */
interface TestStep {
  heading: string;
  command: readonly [program: string, ...args: string[]];
}

const STEPS: readonly TestStep[] = [
  { heading: 'prettier', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { heading: 'eslint', command: ['eslint', '--max-warnings', '0', '.'] },
  { heading: 'astro check', command: ['astro', 'check', '--minimumSeverity', 'hint'] },
  { heading: 'tsc', command: ['tsc', '--noEmit'] },
  { heading: 'knip', command: ['knip'] },
  { heading: 'content', command: ['node', 'scripts/cli.ts', 'check'] },
  { heading: 'vitest', command: ['vitest', 'run'] },
];

/** How one step is run; tests put their own in its place. */
export type RunStep = (command: TestStep['command'], environment: Environment) => Promise<number>;

/** `test`: every check and every test, one after the other; a failure does not stop the others. */
export async function test(
  environment: Environment,
  args: readonly string[],
  run: RunStep = runProgram,
): Promise<number> {
  parseFlags(args, {});
  const { outcome } = commandWords(environment.language);
  const lines: string[] = [];
  let failed = 0;
  for (const { heading, command } of STEPS) {
    environment.out(`\n=== ${heading}: ${command.join(' ')}`);
    const started = environment.elapsed();
    const code = await run(command, environment);
    const seconds = ((environment.elapsed() - started) / 1000).toFixed(1);
    lines.push(`${heading.padEnd(12)} ${code === 0 ? outcome.passed : outcome.failed}  ${seconds} s`);
    if (code !== 0) failed++;
  }
  environment.out(`\n${lines.join('\n')}\n`);
  // The form of this line is fixed in every language: machines read it.
  environment.out(`${STEPS.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Runs a program of the project's own packages and gives its exit code. */
async function runProgram(
  [program, ...args]: TestStep['command'],
  environment: Environment,
): Promise<number> {
  const bin = join(environment.root, 'node_modules', '.bin', program);
  const child = spawn(bin, args, {
    cwd: environment.root,
    stdio: 'inherit',
    env: { ...environment.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return await new Promise((resolve) => {
    child.once('error', (error) => {
      environment.err(error.message);
      resolve(1);
    });
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
