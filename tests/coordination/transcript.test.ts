import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, openRehearsal } from '../builders/a-rehearsal.ts';
import type { Language } from '#domain/language.ts';

const HANDBOOKS = { en: '.github/HANDBOOK.md', ja: '.github/HANDBOOK.ja.md' } as const;
const MARK = '<!-- transcript -->';

/** With this variable set the handbooks are written and not compared: `WRITE_TRANSCRIPT=1 npx vitest run …`. */
const isWriting = process.env['WRITE_TRANSCRIPT'] === '1';

it('the README shows parts of it', async () => {
  const file = join(import.meta.dirname, '../..', 'README.md');
  const parts = (await play('en')).split('\n\n');
  const isShown = /^(?:\$ npm run case -- (?:open \w+ --vendor acme\n|publish --due)|# )/;
  const wanted = parts.filter((part) => isShown.test(part)).join('\n\n');
  const readme = readFileSync(file, 'utf8');
  const [before = '', behind = ''] = readme.split(MARK);
  const shown = /^\n\n```console\n([^]*?)\n```\n/.exec(behind);
  if (isWriting) {
    const rest = shown === null ? behind : behind.slice(shown[0].length);
    writeFileSync(
      file,
      `${before}${MARK}\n\n\`\`\`console\n${wanted}\n\`\`\`\n${rest.replace(/^\n+/, '\n')}`,
    );
    return;
  }
  expect(shown?.[1]).toBe(wanted);
}, 60_000);

describe.each(['en', 'ja'] as const)('the transcript of the handbook (%s)', (language) => {
  it('is what the commands really print', async () => {
    const file = join(import.meta.dirname, '../..', HANDBOOKS[language]);
    const handbook = readFileSync(file, 'utf8');
    const [before = '', behind = ''] = handbook.split(MARK);
    const shown = /^\n\n```console\n([^]*?)\n```\n/.exec(behind);
    const played = await play(language);
    if (isWriting) {
      const rest = shown === null ? behind : behind.slice(shown[0].length);
      writeFileSync(
        file,
        `${before}${MARK}\n\n\`\`\`console\n${played}\n\`\`\`\n${rest.replace(/^\n+/, '\n')}`,
      );
      return;
    }
    expect(shown?.[1]).toBe(played);
  }, 60_000);
});

/** A short product case with one vendor, as a coordinator sees it. */
async function play(language: Language): Promise<string> {
  const said: string[] = [];
  const scene = await openRehearsal(await openFolderStage(), { language, seed: 7 });
  await scene.setUp();

  async function command(line: string, actor = 'alice'): Promise<string> {
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const { out, err } = await scene.runAs(actor, ...args);
    const prompt = actor === 'alice' ? '$' : `${actor} $`;
    said.push(`${prompt} npm run case -- ${line}\n${[out, err].filter((text) => text !== '').join('\n')}`);
    return out;
  }
  async function comment(code: string, login: string, body: string): Promise<void> {
    await scene.say(code, login, body);
    said.push(`# ${login}: ${body}`);
  }

  writeFileSync(join(scene.home, 'report.txt'), 'The settings can be read without a password.\n');
  const title = language === 'ja' ? 'Widget のアクセス制限不備' : 'Missing access control in Widget';
  const taken = await command(`intake --file report.txt --title "${title}" --product Widget --yes`);
  const code = /(?:Case|案件) (\w{6})/.exec(taken)?.[1] ?? '';
  await command(`accept ${code} --track product --yes`);
  await command(`open ${code} --vendor acme`);
  await command(`open ${code} --vendor acme --yes`);
  scene.setClock('2026-03-04T01:00:00Z');
  await comment(
    code,
    'acme-psirt',
    language === 'ja' ? '/status 該当製品あり: 2.4.1 で修正します。' : '/status fixed in 2.4.1',
  );
  await command(`sync ${code} --yes`);
  await command(`approve ${code} --vendor acme --yes`);
  await command(`sync ${code} --yes`);
  await scene.writeDraft(code, finish);
  await command(`schedule ${code} --at 2026-04-16T14:00:00+09:00 --yes`);
  await command('list');
  const { out } = await scene.run('approve', code);
  const hash = /--text ([0-9a-f]{12})/.exec(out)?.[1] ?? '';
  await command(`approve ${code} --text ${hash} --yes`);
  await command(`approve ${code} --text ${hash} --yes`, 'bob');
  await command(`publish ${code} --yes`);
  scene.setClock('2026-04-16T05:00:00Z');
  await command('publish --due --yes');
  await command('verify');
  return said.join('\n\n');
}
