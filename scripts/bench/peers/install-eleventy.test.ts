import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eleventyProgram, installEleventy } from './install-eleventy.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..', '..');
const MANIFEST = join('scripts', 'bench', 'peers', 'eleventy', 'package.json');

let root: string;
let calls: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kairan-eleventy-'));
  mkdirSync(dirname(join(root, MANIFEST)), { recursive: true });
  cpSync(join(PROJECT, MANIFEST), join(root, MANIFEST));
  calls = [];
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** An npm that brings the program. */
function bring(args: readonly string[], folder: string): Promise<void> {
  calls.push(args.join(' '));
  const program = eleventyProgram(root);
  expect(program.startsWith(folder)).toBe(true);
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, '');
  return Promise.resolve();
}

describe('installEleventy', () => {
  it('installs once, without scripts of packages, and only below .kairan/', async () => {
    expect(await installEleventy(root, bring)).toBeUndefined();
    expect(await installEleventy(root, bring)).toBeUndefined();
    expect(calls).toEqual([expect.stringContaining('--ignore-scripts')]);
    expect(eleventyProgram(root).startsWith(join(root, '.kairan'))).toBe(true);
    expect(existsSync(join(root, 'node_modules'))).toBe(false);
  });

  it('installs again when another version is wanted', async () => {
    await installEleventy(root, bring);
    const manifest = readFileSync(join(root, MANIFEST), 'utf8');
    writeFileSync(join(root, MANIFEST), manifest.replace(/\d+\.\d+\.\d+/, '9.9.9'));
    await installEleventy(root, bring);
    expect(calls).toHaveLength(2);
  });

  it('says without a network what is missing and what to do, in npm’s own words', async () => {
    const stderr = [
      'npm error code ENOTFOUND',
      'npm error network request to https://registry.npmjs.org failed',
      'npm error A complete log of this run can be found in: /home/somebody/.npm/_logs/1.log',
    ].join('\n');
    const offline = () => Promise.reject(Object.assign(new Error('Command failed'), { stderr }));
    const said = await installEleventy(root, offline);
    expect(said).toContain('Eleventy could not be installed');
    expect(said).toContain('ENOTFOUND');
    expect(said).toContain('npm registry once');
    expect(said).not.toContain('somebody');
  });

  it('notices when npm is content but nothing came', async () => {
    expect(await installEleventy(root, () => Promise.resolve())).toContain('npm brought no Eleventy');
  });
});

describe('what is installed', () => {
  it('is one exact version that nobody who only uses the project gets', () => {
    const { dependencies } = JSON.parse(readFileSync(join(PROJECT, MANIFEST), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies)).toEqual(['@11ty/eleventy']);
    expect(dependencies['@11ty/eleventy']).toMatch(/^\d+\.\d+\.\d+$/);
    const project = readFileSync(join(PROJECT, 'package.json'), 'utf8');
    expect(project).not.toContain('11ty');
  });
});
