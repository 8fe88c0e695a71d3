import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadContent } from '#catalog/load-content.ts';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { openRehearsal } from '../builders/a-rehearsal.ts';

/** A hub with one report of the first quarter of 2026, and the ledger of the quarter before at the site. */
async function setTheScene() {
  const play = await openRehearsal(await openFolderStage());
  await play.setUp();
  await play.intake('Widget: secret words', '--via', 'email', '--on', '2026-02-27');
  const folder = join(play.contentDir, 'statistics');
  mkdirSync(folder);
  writeFileSync(
    join(folder, '2025-Q4.yaml'),
    'source: { title: Earlier }\nreceived:\n  cumulative: { total: 7 }\n',
  );
  return { play, file: join(folder, '2026-Q1.yaml') };
}

it('fills the ledger of a quarter from the hub, once', async () => {
  const { play, file } = await setTheScene();
  const planned = await play.run('statistics', '2026-Q1');
  expect(planned.out).toContain('received:');
  expect(planned.out).not.toContain('secret');
  expect(existsSync(file)).toBe(false);

  expect(await play.must('statistics', '2026-Q1')).toContain('preliminary');
  const facts = loadContent(play.contentDir).statistics.at(-1)?.facts;
  expect(facts?.received).toEqual({ quarter: { total: 1 }, cumulative: { total: 8 } });
  expect(facts).not.toHaveProperty('perBusinessDay');
  expect((await play.run('statistics', '2026-Q1')).out).toContain('There is nothing to do');
});

it('does not overwrite what somebody wrote, unless that is asked for', async () => {
  const { play, file } = await setTheScene();
  writeFileSync(file, 'source: { title: By hand }\n');
  const { code, err } = await play.run('statistics', '2026-Q1', '--yes');
  expect([code, err.includes('--replace')]).toEqual([1, true]);
  expect(readFileSync(file, 'utf8')).toContain('By hand');
  await play.must('statistics', '2026-Q1', '--replace');
  expect(readFileSync(file, 'utf8')).not.toContain('By hand');
});

it('refuses what is no quarter or has not begun', async () => {
  const { play } = await setTheScene();
  for (const quarter of ['2026-Q5', 'Q1', '2099-Q1'])
    expect((await play.run('statistics', quarter)).code).toBe(1);
});
