import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built fictional site. */
    fictionalSite: string;
    /** Folder of the built sample content. */
    sampleSite: string;
    /** Folder of the site of another coordinator, built with the same engine. */
    otherSite: string;
  }
}

/** The moment of the fixture build, eight days after its urgent advisory: 2026-02-20T00:00:00Z. */
export const FIXTURE_EPOCH = '1771545600';

/** Builds the sites that the tests of this project look at, once for all of them, as a user would: by the command line. */
export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-site-'));
  provide('fictionalSite', build(path.resolve('tests/fixtures/fictional'), path.join(folder, 'fictional')));
  provide('sampleSite', build(path.resolve('content'), path.join(folder, 'sample')));
  provide('otherSite', build(path.resolve('tests/fixtures/other-coordinator'), path.join(folder, 'other')));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

function build(contentDir: string, outDir: string): string {
  execFileSync(process.execPath, ['scripts/cli.ts', 'build'], {
    env: { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: outDir, SOURCE_DATE_EPOCH: FIXTURE_EPOCH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return outDir;
}
