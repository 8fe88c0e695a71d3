import { describe, expect, it } from 'vitest';
import { memoryEnvironment } from './memory-environment.ts';
import { runCommandLine } from './run-command.ts';
import { UsageError } from './usage-error.ts';

async function run(...args: string[]) {
  const environment = memoryEnvironment();
  const code = await runCommandLine(args, () => environment, 'en', environment);
  const { out, err } = environment.written;
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the command line', () => {
  it.each([
    [['nonsense'], 'There is no command “nonsense”.'],
    [['constructor'], 'There is no command “constructor”.'],
    [['build', '--colour'], 'The argument “--colour” is not known here.'],
    [['build', 'extra'], 'The argument “extra” is not known here.'],
    [['preview', '--port'], '--port needs a value.'],
    [['preview', '--port', '99999'], 'A port is a whole number'],
  ])('answers %j with one line, where to find help, and exit code 2', async (args, words) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.split('\n').slice(1)).toEqual(['All commands: npm run build -- --help']);
    expect(out).toBe('');
  });

  it('explains itself when asked, with exit code 0', async () => {
    for (const args of [[], ['help'], ['--help'], ['build', '--help']]) {
      const { code, out, err } = await run(...args);
      expect([code, err]).toEqual([0, '']);
      for (const words of ['npm run build', '--base <ref>', '--explain <code>']) expect(out).toContain(words);
    }
  });

  it('explains itself also when a variable is wrong', async () => {
    const { out, err, written } = memoryEnvironment();
    const open = () => {
      throw new UsageError('site-url', 'nonsense');
    };
    expect(await runCommandLine(['build', '--help'], open, 'ja', { out, err })).toBe(0);
    expect(written.out.join()).toContain('--explain <コード>');
  });

  it('says in words what is wrong with a variable', async () => {
    const { out, err, written } = memoryEnvironment();
    const open = () => {
      throw new UsageError('source-date-epoch', 'yesterday');
    };
    expect(await runCommandLine(['build'], open, 'ja', { out, err })).toBe(2);
    expect(written.err.join()).toMatch(/^SOURCE_DATE_EPOCH は.*\nコマンドの一覧: npm run build -- --help$/);
  });
});
