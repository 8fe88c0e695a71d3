import { describe, expect, it } from 'vitest';
import { memoryEnvironment } from './memory-environment.ts';
import { runCommandLine } from './run-command.ts';
import { UsageError } from './usage-error.ts';

async function run(...args: string[]) {
  const environment = memoryEnvironment();
  const reported: string[] = [];
  const code = await runCommandLine(
    args,
    () => environment,
    'en',
    (text) => void reported.push(text),
  );
  return { code, out: environment.written.out.join('\n'), err: reported.join('\n') };
}

describe('the command line', () => {
  it.each([
    [['nonsense'], 'There is no command “nonsense”.'],
    [['constructor'], 'There is no command “constructor”.'],
    [['build', '--colour'], 'The argument “--colour” is not known here.'],
    [['build', 'extra'], 'The argument “extra” is not known here.'],
    [['preview', '--port'], '--port needs a value.'],
    [['preview', '--port', '99999'], 'A port is a whole number'],
  ])('answers %j with usage and exit code 2', async (args, words) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('npm run build');
    expect(out).toBe('');
  });

  it('explains itself when asked, with exit code 0', async () => {
    for (const args of [[], ['help'], ['--help'], ['build', '--help']]) {
      const { code, out, err } = await run(...args);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('npm run build');
    }
  });

  it('says in words what is wrong with a variable', async () => {
    const reported: string[] = [];
    const code = await runCommandLine(
      ['build'],
      () => {
        throw new UsageError('source-date-epoch', 'yesterday');
      },
      'ja',
      (text) => void reported.push(text),
    );
    expect(code).toBe(2);
    expect(reported.join()).toContain('SOURCE_DATE_EPOCH は');
  });
});
