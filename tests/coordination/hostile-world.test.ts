import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolderHost } from '../../scripts/offline/folder-host.ts';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { openRehearsal, type Rehearsal } from '../builders/a-rehearsal.ts';
import { temporaryFolder } from '../builders/tree.ts';

async function openIn(folder: string, mode?: string): Promise<Rehearsal> {
  const play = await openRehearsal(await openFolderStage(folder), mode === undefined ? {} : { mode });
  await play.setUp();
  return play;
}

async function makePublic(folder: string, repo: string, files: ReadonlyMap<string, string>): Promise<void> {
  const host = openFolderHost({ folder, actor: 'alice', now: () => '2026-03-02T01:00:00Z' });
  await host.ensurePublicRepo(repo, files);
}

describe('a repository that is public', () => {
  it('never gets the draft of a case', async () => {
    const folder = temporaryFolder();
    const play = await openIn(folder, 'single-repo');
    await makePublic(folder, 'cert/rooms', new Map([['README.md', 'x']]));
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    const { code: exit, err } = await play.run('open', code, '--vendor', 'acme', '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('cert/rooms is public')]);
    expect(await play.host().listBranches('cert/rooms')).toEqual(['main']);
  });

  it('never gets a report as its hub', async () => {
    const folder = temporaryFolder();
    const play = await openIn(folder);
    await makePublic(folder, 'cert/public-hub', await play.files('cert/hub'));
    writeFileSync(join(play.home, 'r.txt'), 'steps');
    const { code: exit, err } = await play.run(
      ...['intake', '--file', 'r.txt', '--title', 'Secret', '--hub', 'cert/public-hub', '--yes'],
    );
    expect([exit, err]).toEqual([1, expect.stringContaining('cert/public-hub is public')]);
    expect([...(await play.files('cert/public-hub')).values()].join('\n')).not.toContain('Secret');
  });
});

describe('a hostile report', () => {
  const ESCAPE = '\u001b]52;c;ZWNobyBoaQ==\u0007\u009b2J\u202e';

  it('steers no terminal through its title, nor through an answer', async () => {
    const play = await openIn(temporaryFolder());
    const code = await play.intake(`Widget ${ESCAPE}`, '--product', 'Widget');
    const outputs = [
      await play.run('accept', code, '--track', 'product', '--yes'),
      await play.run('open', code, '--vendor', 'acme', '--yes'),
      await play.run('show', code),
      await play.run('show', code, '--format', 'json'),
      await play.run('list'),
      await play.run('list', '--format', 'json'),
      await play.run('schedule', code, '--at', '2026-04-16T14:00:00+09:00', '--yes'),
    ];
    await play.say(code, 'acme-psirt', '/hold x');
    for (const { out, err } of outputs) expect(out + err).not.toMatch(/[\u001b\u0007\u009b\u202e]/u);
  });

  it('with names of nothing does not keep back the next one', async () => {
    const play = await openIn(temporaryFolder());
    const report = { text: 't', finder: 'finn', receivedAt: '2026-03-01T00:00:00Z' };
    const reports = [
      { ...report, reference: 'GHSA-aaaa-bbbb-cccc', title: '  ', product: ' ' },
      { ...report, reference: 'GHSA-dddd-eeee-ffff', title: 'Second', receivedAt: '' },
    ];
    play.bendHost((host) => ({ ...host, listReports: () => Promise.resolve(reports) }));
    await play.must('intake');
    const { out } = await play.run('list');
    expect(out).toContain('GHSA-aaaa-bbbb-cccc');
    expect(out).toContain('Second');
  });
});

describe('verify', () => {
  it.each(['broken.gz', 'broken.zip'])('names an archive that nobody can open: %s', async (name) => {
    const play = await openIn(temporaryFolder());
    mkdirSync(join(play.home, 'dist'));
    writeFileSync(join(play.home, 'dist', name), 'no archive');
    const { code: exit, err } = await play.run('verify', '--dist', 'dist');
    expect([exit, err]).toEqual([1, expect.stringContaining(name)]);
  });
});
