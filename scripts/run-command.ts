import { UsageError } from './usage-error.ts';
import type { Environment } from './environment.ts';
import type { Language } from '#domain/language.ts';
import { caseWords } from './words/case/case-words.ts';
import { importWords } from './words/import/import-words.ts';
import { commandWords } from './words/words.ts';

/** A command: arguments in, exit code out (0 done, 1 findings or failure, 2 wrong usage). */
type Command = (environment: Environment, args: readonly string[]) => Promise<number>;

/** Every command, loaded only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  bench: async () => (await import('./commands/bench.ts')).bench,
  build: async () => (await import('./commands/build.ts')).build,
  case: async () => (await import('./commands/case.ts')).runCase,
  check: async () => (await import('./commands/check.ts')).check,
  dev: async () => (await import('./commands/dev.ts')).dev,
  import: async () => (await import('./commands/import.ts')).runImport,
  generate: async () => (await import('./commands/generate.ts')).generate,
  preview: async () => (await import('./commands/preview.ts')).preview,
  screenshots: async () => (await import('./commands/screenshots.ts')).screenshots,
  sign: async () => (await import('./commands/sign.ts')).sign,
  start: async () => (await import('./commands/start.ts')).start,
  test: async () => (await import('./commands/test.ts')).test,
};

/**
 * Runs what the arguments say. Whatever goes wrong becomes words on standard error and an exit code.
 * Help needs no environment: it must answer also when a variable is wrong.
 */
export async function runCommandLine(
  args: readonly string[],
  openEnvironment: () => Environment,
  language: Language,
  streams: Pick<Environment, 'out' | 'err'>,
): Promise<number> {
  const words = commandWords(language);
  const [name = 'help', ...rest] = args;
  try {
    if (asksForHelp(name, rest)) {
      streams.out(helpOf(name, language));
      return 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new UsageError('unknown-command', name);
    const environment = openEnvironment();
    const command = await load();
    return await command(environment, rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.err(`${words.usage[error.problem](error.value)}\n${seeHelpOf(name, language)}`);
    return 2;
  }
}

function asksForHelp(name: string, rest: readonly string[]): boolean {
  return (
    name === 'help' ||
    name === '--help' ||
    rest.includes('--help') ||
    (name === 'import' && rest[0] === 'help')
  );
}

/** Commands with many words of their own have their own help. */
function helpOf(name: string, language: Language): string {
  if (name === 'case') return caseWords(language).help;
  return name === 'import' ? importWords(language).help : commandWords(language).help;
}

function seeHelpOf(name: string, language: Language): string {
  if (name === 'case') return caseWords(language).seeHelp;
  return name === 'import' ? importWords(language).seeHelp : commandWords(language).seeHelp;
}
