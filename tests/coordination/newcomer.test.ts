import { describe, expect, it } from 'vitest';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { HUB, openRehearsal } from '../builders/a-rehearsal.ts';

describe('what a newcomer does wrong', () => {
  it('is told with every command that a file of a vendor cannot be read', async () => {
    const play = await openRehearsal(await openFolderStage(), { language: 'ja' });
    await play.setUp();
    expect((await play.run('list')).err).toBe('');
    const expectedHead = await play.host().findHead(HUB, 'main');
    await play.host().commit(HUB, 'main', {
      expectedHead,
      files: new Map([['vendors/acme.yaml', 'class: general\nnmae: Acme\nlogins: [acme-psirt]\n']]),
      message: 'A slip',
    });
    const { code, out, err } = await play.run('list');
    expect([code, out]).toEqual([0, '取扱い中の案件はありません。']);
    expect(err).toContain(`ハブ ${HUB} に、読めないファイルがあります`);
    expect(err).toContain('vendors/acme.yaml:2:1');
  });

  it('is told which values a setting of a new hub can have', async () => {
    const play = await openRehearsal(await openFolderStage());
    const settings = ['--site', 'cert/site', '--bot', 'bot', '--coordinator', 'alice'];
    const { code, err } = await play.run('init', ...settings, '--mode', 'room-per-vendr');
    expect([code, err]).toEqual([
      2,
      '--mode cannot be “room-per-vendr”. Did you mean room-per-vendor? Possible: room-per-case, room-per-vendor, single-repo',
    ]);
  });

  it('is told what can be a state', async () => {
    const play = await openRehearsal(await openFolderStage());
    await play.setUp();
    const code = await play.intake('Overflow');
    expect((await play.run('move', code, 'closd')).err).toMatch(
      /^<state> cannot be “closd”\. Did you mean closed\?/,
    );
    expect((await play.run('move', code, 'accepted')).err).toBe(
      `To bring case ${code} to accepted, run npm run case -- accept ${code}.`,
    );
  });
});
