import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copiedArchive, generatedArchive } from './archive.ts';
import { buildContent, createWorld, writeFiles } from './content/generate-content.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kairan-archive-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a generated archive', () => {
  it('gets one sentence, one new advisory, and loses it again', () => {
    const world = createWorld(9);
    const written = writeFiles(folder, buildContent(world));
    const archive = generatedArchive(folder, world);
    archive.edit();
    archive.publish?.();
    const grown = copiedArchive(folder, 0);
    expect(grown.size).toBe(10);
    expect(grown.weight.bytes).toBeGreaterThan(written.bytes);
    archive.undo();
    expect(copiedArchive(folder, 0).size).toBe(9);
  });
});

describe('a copied archive', () => {
  function write(file: string, text: string): void {
    mkdirSync(join(folder, 'advisories', '2020'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  it('counts originals only, and edits the one in the middle', () => {
    write('advisories/2020/A1.md', 'a');
    write('advisories/2020/A2.md', 'b');
    write('advisories/2020/A2.en.md', 'c');
    write('advisories/2020/A3.md', 'd');
    write('site.yaml', 'title: x');
    const archive = copiedArchive(folder, 5);
    expect(archive).toMatchObject({ size: 3, now: 5, weight: { files: 5, bytes: 12 } });
    expect(archive.publish).toBeUndefined();
    archive.edit();
    const changed = ['A1.md', 'A2.md', 'A2.en.md', 'A3.md'].filter(
      (file) => readFileSync(join(folder, 'advisories', '2020', file), 'utf8').length > 1,
    );
    expect(changed).toEqual(['A2.md']);
  });

  it('without an advisory is refused', () => {
    write('site.yaml', 'x');
    expect(() => copiedArchive(folder, 0)).toThrow('There is no advisory');
    expect(existsSync(join(folder, 'site.yaml'))).toBe(true);
  });
});
