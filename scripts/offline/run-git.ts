import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { HostError, type HostProblem } from '../host/host.ts';

/** The git program, and the variables under which it runs. */
export interface GitProgram {
  /** `git`, or its path. */
  program: string;
  /** Where `PATH` is found; the system's own places are searched without it. Git's own variables are not passed on. */
  env: Readonly<Record<string, string | undefined>>;
}

export interface GitAnswer {
  code: number;
  stdout: Buffer;
  stderr: string;
}

/** No hook of a repository runs, nothing is packed behind our back, and nobody's own settings change what git does. */
const SETTINGS = [
  'core.hooksPath=' + devNull,
  'gc.auto=0',
  'log.showSignature=false',
  'core.quotePath=false',
];

/**
 * Runs git without a shell and gives what it answers, whatever its exit code.
 * @throws {HostError} `unreachable` when git itself is missing, `unavailable` when it died
 */
export function runGit(
  { program, env }: GitProgram,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<GitAnswer> {
  const asked = `git ${args.find((arg) => !arg.startsWith('-')) ?? ''}`.trim();
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args],
      { encoding: 'buffer', maxBuffer: 2 ** 30, env: ourVariables(env) },
      (error, stdout, stderr) => {
        const code = error?.code ?? (error === null ? 0 : 'killed');
        // A number is git's own exit code; a word tells that git never ran, or did not end by itself.
        if (typeof code === 'number') resolve({ code, stdout, stderr: stderr.toString() });
        else
          reject(new HostError(code === 'ENOENT' ? 'unreachable' : 'unavailable', asked, { cause: error }));
      },
    );
    // When git ends before it has read everything, its exit code tells why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function ourVariables(env: GitProgram['env']): Record<string, string | undefined> {
  return {
    PATH: env['PATH'],
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
  };
}

/** What git's words on standard error mean for whoever asked. */
export function gitProblem(stderr: string): HostProblem {
  if (/permission denied|insufficient permission|read-only file system/i.test(stderr)) return 'forbidden';
  if (
    /not a valid object name|not a tree object|bad revision|unknown revision|not a git repository/i.test(
      stderr,
    )
  )
    return 'missing';
  return 'unavailable';
}
