import { describe, expect, it } from 'vitest';
import { type Host, HostError } from '../../scripts/host/host.ts';
import { openGithub } from '../builders/a-github.ts';
import { tokenOf } from '../github/stand-in.ts';
import { finish, HUB, openRehearsal, SITE } from '../builders/a-rehearsal.ts';
import { describeProductCase } from './product-case.ts';

const SEED = { repos: [{ name: 'site', private: false }] };

describeProductCase('at GitHub', async () => await openStage());

async function openStage() {
  const github = await openGithub(SEED);
  return github;
}

describe('at GitHub', () => {
  it('every request and answer of a case keeps to the published contract', async () => {
    const github = await openStage();
    const play = await openRehearsal(github);
    await play.setUp();
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'acme');
    await play.say(code, 'acme-psirt', '/status affected');
    await play.must('sync', code);
    await play.must('approve', code, '--vendor', 'acme');
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    const { out } = await play.run('approve', code);
    const hash = /--text ([0-9a-f]{12})/.exec(out)?.[1] ?? '';
    // One coordinator approves at the terminal, the other in the room.
    await play.mustAs('alice', 'approve', code, '--text', hash);
    await play.say(code, 'bob', `/approve text ${hash}`);
    await play.must('sync', code);
    play.setClock('2026-04-16T05:00:00Z');
    await play.must('publish', '--due');
    expect([...(await play.files(SITE)).keys()].filter((path) => path.includes('/advisories/'))).toHaveLength(
      2,
    );
    expect(github.violations()).toEqual([]);
    expect(github.requests().length).toBeGreaterThan(100);
  }, 240_000);

  it.each(['hub', 'room'])(
    'a %s of which GitHub made only the repository is completed by the same command',
    async (which) => {
      const github = await openGithub({ repos: [{ name: 'site', private: false }] });
      const play = await openRehearsal(github);
      const half = (host: Host): Host => ({
        ...host,
        ensurePrivateRepo: async (repo) => {
          const wanted = { name: repo.split('/')[1], private: true, auto_init: true };
          await github.ask('alice', 'POST', '/orgs/cert/repos', wanted);
          throw new HostError('unavailable', 'POST /orgs/{org}/repos');
        },
      });
      if (which === 'hub') {
        play.bendHost(half);
        await expect(play.setUp()).rejects.toThrow('the other side failed');
        play.bendHost((host) => host);
      }
      await play.setUp();
      const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
      await play.must('accept', code, '--track', 'product');
      if (which === 'room') {
        play.bendHost(half);
        expect((await play.run('open', code, '--vendor', 'acme', '--yes')).code).toBe(1);
        play.bendHost((host) => host);
      }
      await play.must('open', code, '--vendor', 'acme');
      const { repo } = await play.room(code);
      expect([...(await play.files(repo)).keys()]).toContain('.github/workflows/room-command.yml');
      expect([...(await play.files(HUB)).keys()]).toContain('.github/workflows/hub-tick.yml');
      const settings = await github.ask('alice', 'GET', `/repos/${repo}`);
      expect(settings.body).toMatchObject({ allow_forking: false });
    },
    120_000,
  );

  it('takes in private reports once, and answers them', async () => {
    const github = await openStage();
    const play = await openRehearsal(github);
    await play.setUp();
    github.addReport({
      reference: 'GHSA-aaaa-bbbb-cccc',
      summary: 'Widget leaks',
      description: 'STEPS-CANARY',
    });
    expect(await play.must('intake')).toContain('Keep the report “Widget leaks”');
    expect((await play.run('intake', '--yes')).out).toContain('There is nothing to do.');
    const { out } = await play.run('list', '--format', 'json');
    const [{ code }] = (JSON.parse(out) as { cases: [{ code: string }] }).cases;
    await play.must('accept', code, '--track', 'product');
    expect(await play.host().listReports('cert/site')).toEqual([]);
    const hub = [...(await play.files(HUB)).values()].join('\n');
    expect(hub).not.toContain('STEPS-CANARY');
    expect(github.violations()).toEqual([]);
  }, 120_000);

  it.each([
    [401, 'not authenticated', 'Set a new one.'],
    [403, 'this account may not do that', 'permissions'],
    [404, 'There is no hub cert/hub', 'npm run case -- init'],
    [500, 'the other side failed', 'Run the same command again.'],
    ['no-connection', 'no connection', 'Run the same command again.'],
    ['rate-limit', 'too many requests', 'Wait until'],
  ] as const)('says what happened and what to do when it answers %s', async (fault, what, remedy) => {
    const github = await openStage();
    const play = await openRehearsal(github);
    await play.setUp();
    github.failAfter(0, fault, { of: 'all', times: 1000 });
    const { code, out, err } = await play.run('list');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(what);
    expect(err).toContain(remedy);
    expect(err).not.toMatch(/bearer|authorization|gh[ps]_/i);
    expect(err).not.toContain(tokenOf('alice'));
  });
});
