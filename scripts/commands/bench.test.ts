import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OURS, type BenchResult, type SizeResult } from '../bench/bench-result.ts';
import { memoryEnvironment } from '../memory-environment.ts';
import { bench, type BenchWork } from './bench.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kairan-bench-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function resultOf(size: number, hugoBytes = 1000): SizeResult {
  const run = { seconds: size / 100, cpuSeconds: 1, peakMiB: 1 };
  const side = (bytes: number) => ({
    runs: { cold: [run], 'engine kept': [run] },
    census: { advisory: { files: size, bytes }, all: { files: size, bytes } },
  });
  return {
    size,
    content: { files: size, bytes: size },
    floorSeconds: 0.1,
    sides: { [OURS]: side(1000), hugo: side(hugoBytes) },
  };
}

async function run(args: readonly string[], parts: Partial<BenchWork> = {}) {
  const asked: Parameters<BenchWork['site']>[1][] = [];
  const contents: Parameters<BenchWork['content']>[1][] = [];
  const work: BenchWork = {
    site: (_, options) => {
      asked.push(options);
      return Promise.resolve(resultOf(options.size));
    },
    content: (_, options) => {
      contents.push(options);
      return Promise.resolve(resultOf(7));
    },
    cases: (_, { cases }) => Promise.resolve({ cases, vendors: 50, seconds: 1, peakMiB: 2 }),
    installEleventy: () => Promise.resolve(undefined),
    hugoVersion: () => 'v0',
    describe: () => ({ machine: { processors: 2 }, versions: { node: 'v24' } }),
    ...parts,
  };
  const environment = memoryEnvironment({ cwd: folder, git: () => 'abc' });
  const code = await bench(environment, args, work);
  return { code, asked, contents, ...environment.written };
}

describe('npm run bench', () => {
  it('measures 1 000 advisories against everybody, with search, when nothing is said', async () => {
    const { asked, code } = await run([]);
    expect(code).toBe(0);
    expect(asked).toMatchObject([
      {
        size: 1000,
        rounds: 3,
        peers: ['hugo', 'eleventy', 'astro'],
        search: true,
        formats: false,
        keep: false,
      },
    ]);
  });

  it('measures several sizes one after the other and shows how figures grow', async () => {
    const { asked, out } = await run([
      '--size',
      '100,200',
      '--peers',
      'astro,hugo',
      '--runs',
      '1',
      '--no-search',
    ]);
    expect(asked).toMatchObject([
      { size: 100, rounds: 1, peers: ['hugo', 'astro'], search: false },
      { size: 200, rounds: 1, peers: ['hugo', 'astro'], search: false },
    ]);
    expect(out.join('\n')).toMatch(/^ms an advisory +10\.00 +10\.00$/m);
  });

  it('compares with nobody and without search when it shows what formats cost', async () => {
    expect((await run(['--formats'])).asked).toMatchObject([{ peers: [], search: false, formats: true }]);
    expect((await run(['--formats', '--peers', 'hugo'])).asked).toMatchObject([{ peers: ['hugo'] }]);
  });

  it('builds somebody’s archive as npm run build does, with nobody to compare', async () => {
    mkdirSync(join(folder, 'archive', 'advisories'), { recursive: true });
    const { asked, contents } = await run(['--content', 'archive']);
    expect(asked).toEqual([]);
    expect(contents).toMatchObject([
      { folder: join(folder, 'archive'), now: 1_711_929_600, search: true, formats: true, peers: [] },
    ]);
  });

  it.each([
    [['--size', '0']],
    [['--size', '1000,many']],
    [['--runs', 'x']],
    [['--peers', 'hugo,jekyll']],
    [['--content', 'nowhere']],
    [['--cases', '-1']],
    [['--fast']],
  ])('refuses %j before it starts', async (args) => {
    await expect(run(args)).rejects.toMatchObject({
      problem: expect.stringMatching(/^(?:unknown-argument|missing-value|content-dir)$/) as string,
    });
  });

  it('goes on without what cannot be had, and says how to get it', async () => {
    const offline = 'Eleventy could not be installed.';
    const { asked, err } = await run([], {
      installEleventy: () => Promise.resolve(offline),
      hugoVersion: () => undefined,
    });
    expect(asked).toMatchObject([{ peers: ['astro'] }]);
    expect(err.join('\n')).toContain('apt-get install hugo');
    expect(err.join('\n')).toContain(`${offline}\nThe comparison goes on without it.`);
  });

  it('installs nothing for peers that nobody named', async () => {
    const installEleventy = () => Promise.reject(new Error('not wanted'));
    expect((await run(['--peers', 'hugo'], { installEleventy })).code).toBe(0);
  });

  it('writes everything to a file, with machine, versions, moment and commit', async () => {
    await run(['--size', '10,20', '--json', 'result.json']);
    const written = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as BenchResult;
    expect(written).toMatchObject({
      at: '2024-04-01T00:00:00Z',
      commit: 'abc+',
      rounds: 3,
      machine: { processors: 2 },
      versions: { node: 'v24' },
    });
    expect(written.sizes).toEqual([resultOf(10), resultOf(20)]);
  });

  it('ends with 1 when the sides did not make the same site', async () => {
    const { code, err } = await run([], { site: (_, { size }) => Promise.resolve(resultOf(size, 500)) });
    expect(code).toBe(1);
    expect(err.join()).toContain('hugo does not make the same advisory');
  });

  it('still tells what it costs to list open cases', async () => {
    expect((await run(['--cases', '500'])).out).toEqual([
      'case list, 500 open cases with 50 vendors each: 1.00 s, 2 MiB (medians of 3)',
    ]);
  });
});
