import { describe, expect, it } from 'vitest';
import { finish, openRehearsal, SITE, type Stage } from '../builders/a-rehearsal.ts';

/**
 * A complete product case with five vendors, from the report to a withdrawal, on a given host: one answers by comment, one
 * revises its answer, one is silent, one objects to the date, one has no account and answers by mail.
 */
export function describeProductCase(name: string, openStage: () => Promise<Stage>): void {
  describe(`a product case, ${name}`, () => {
    it('goes from a report to a page, a correction and a withdrawal', async () => {
      const play = await openRehearsal(await openStage());
      await play.setUp();

      const code = await play.intake(
        'Widget のアクセス制限不備',
        '--product',
        'Widget',
        '--finder',
        'Finn Der',
      );
      expect(await play.must('accept', code, '--track', 'product')).toContain('We have accepted your report');
      const opened = await play.must(
        'open',
        code,
        '--vendor',
        'acme',
        '--vendor',
        'umbrella',
        '--vendor',
        'globex',
        '--vendor',
        'hooli',
      );
      expect(opened).toContain('initech may be concerned too (its “widget” stands in the report).');
      await play.must('open', code, '--vendor', 'initech');
      await play.must('notify', code, '--vendor', 'hooli', '--via', 'email', '--on', '2026-03-02');
      await play.must('embargo', code, 'propose', '--until', '2026-04-16T14:00:00+09:00');
      await play.must('embargo', code, 'accept');

      // Day by day: answers, a revision, a hold.
      play.setClock('2026-03-04T01:00:00Z');
      await play.say(code, 'acme-psirt', '受け取りました。\n\n/status fixed in 2.4.1: Update to 2.4.1.');
      const initech = await play.say(code, 'initech-psirt', '/status affected');
      await play.say(code, 'globex-psirt', '／ｓｔａｔｕｓ　該当製品なし\n\n/hold 四月は繁忙期です');
      await play.must('sync', code);
      play.setClock('2026-03-05T01:00:00Z');
      await play.edit(code, initech, 'initech-psirt', '/status not affected: The parser is not shipped.');
      await play.must('sync', code);
      await play.must(
        ...[
          'record',
          code,
          '--vendor',
          'hooli',
          '--status',
          'not affected',
          '--via',
          'email',
          '--on',
          '2026-03-05',
        ],
      );

      // The silent one is reminded, once.
      play.setClock('2026-03-20T01:00:00Z');
      expect(await play.must('remind', code)).toContain('remind umbrella in the room');
      expect((await play.comments(code)).filter(({ body }) => body.includes('@umbrella-psirt'))).toHaveLength(
        1,
      );

      for (const vendor of ['acme', 'initech', 'globex', 'hooli'])
        await play.must('approve', code, '--vendor', vendor);
      await play.must('sync', code);
      const draft = await play.draft(code);
      expect(draft).toContain('The parser is not shipped.');
      await play.writeDraft(code, finish);

      // A vendor that objects is heard before a date is set.
      const refused = await play.run('schedule', code, '--at', '2026-04-16T14:00:00+09:00', '--yes');
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('globex: 四月は繁忙期です')]);
      await play.say(code, 'globex-psirt', '/release');
      await play.must('sync', code);
      await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');

      // Two coordinators approve the same text; one is not enough.
      const { out } = await play.run('approve', code);
      const hash = /--text ([0-9a-f]{12})/.exec(out)?.[1] ?? '';
      await play.mustAs('alice', 'approve', code, '--text', hash);
      play.setClock('2026-04-16T04:59:59Z');
      expect((await play.run('publish', code, '--yes')).err).toContain('Nothing is published before that.');
      play.setClock('2026-04-16T05:00:00Z');
      expect((await play.run('publish', code, '--yes')).err).toContain(
        'needs the approval of 2 coordinators and has 1 (alice)',
      );
      await play.mustAs('bob', 'approve', code, '--text', hash);
      expect([...(await play.files(SITE)).keys()].filter((path) => path.includes('advisories'))).toEqual([
        'content/advisories/2026/XVN10000001.md',
      ]);

      await play.must('publish', '--due');
      const { id } = (await play.record(code)) as unknown as { id: string };
      const path = `content/advisories/2026/${id.replace('#', '')}.md`;
      const site = await play.files(SITE);
      expect(site.get(path)?.replaceAll(id, 'XVN#ID')).toMatchSnapshot();
      expect(site.get('content/vendors/globex.yaml')).toBe('name: グロベックス\n');
      // Acme is known to the site, whose file stays as it is.
      expect(site.get('content/vendors/acme.yaml')).toContain('アクメ');
      expect((await play.run('publish', '--due', '--yes')).out).toContain('No case has reached its moment');
      await play.pullSite();

      // A correction and a withdrawal, each approved anew.
      play.setClock('2026-05-01T00:00:00Z');
      await play.writeDraft(code, (text) =>
        text.replace('設定を読み取られる', '設定を読み取られ、変更される'),
      );
      await play.must('correct', code, '--summary-ja', '影響を訂正', '--summary-en', 'Impact corrected');
      expect((await play.run('publish', code, '--yes')).err).toContain('has 0');
      await play.approveText(code);
      await play.must('publish', code);
      expect((await play.files(SITE)).get(path)).toContain('設定を読み取られ、変更される');
      await play.pullSite();
      play.setClock('2026-06-01T00:00:00Z');
      await play.must(
        'withdraw',
        code,
        '--summary-ja',
        '脆弱性ではないと判明',
        '--summary-en',
        'No vulnerability',
      );
      await play.approveText(code);
      await play.must('publish', code);
      const withdrawn = (await play.files(SITE)).get(path);
      expect(withdrawn).toContain('state: withdrawn');
      expect(withdrawn).toContain('影響を訂正');

      await play.must('move', code, 'closed');
      const { repo } = await play.room(code);
      expect(await play.host().findRepo(repo)).toMatchObject({ isPrivate: true });
      expect(await play.host().listReaders(repo)).toEqual([]);
      expect((await play.run('verify')).code).toBe(0);
    }, 240_000);
  });
}
