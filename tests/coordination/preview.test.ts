import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listFiles } from '#scripts/build/list-files.ts';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, openRehearsal } from '../builders/a-rehearsal.ts';

const CACHES = resolve(import.meta.dirname, '../../.kairan');
mkdirSync(CACHES, { recursive: true });

describe('preview', () => {
  it('builds the site as it will look, and leaves nothing else of the embargo on the machine', async () => {
    // Compiled templates find the project's packages from below the project only.
    const cacheDir = mkdtempSync(join(CACHES, 'preview-'));
    onTestFinished(() => {
      rmSync(cacheDir, { recursive: true, force: true });
    });
    const play = await openRehearsal(await openFolderStage(), { cacheDir });
    await play.setUp();
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'globex', '--id', 'XVN#87654321');
    await play.say(code, 'globex-psirt', '/status affected: PREVIEW-CANARY in its own words.');
    await play.must('sync', code);
    await play.must('approve', code, '--vendor', 'globex');
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    const { code: exit, out, err } = await play.run('preview', code, '--out', 'shown');
    if (exit !== 0) throw new Error(err);
    expect([exit, out]).toEqual([0, expect.stringContaining('advisories/2026/XVN87654321.md')]);
    const page = readFileSync(join(play.home, 'shown/notes/XVN87654321/index.html'), 'utf8');
    expect(page).toContain('PREVIEW-CANARY in its own words.');
    expect(page).toContain('グロベックス');
    // The content at hand and the project's caches know nothing of it.
    expect(existsSync(join(play.contentDir, 'advisories/2026/XVN87654321.md'))).toBe(false);
    for (const file of listFiles(cacheDir))
      expect(`${file} ${readFileSync(join(cacheDir, file), 'latin1')}`).not.toMatch(
        /PREVIEW-CANARY|XVN87654321/,
      );
    const left = readdirSync(tmpdir()).filter((name) =>
      existsSync(join(tmpdir(), name, 'content/advisories/2026/XVN87654321.md')),
    );
    expect(left).toEqual([]);
  }, 120_000);
});
