import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

/** The script of the page on notices, as its readers would save it. */
function scriptOf(language: string): string {
  const page = readFileSync(`content/pages/${language}/notifications.mdx`, 'utf8');
  const script = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const found = script.find((text) => text.includes('$WEBHOOK'));
  if (found === undefined) throw new Error('The page has no such script.');
  return found;
}

const hasTools = ['bash', 'jq', 'comm', 'sort'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
);

const SECRET = 'https://chat.example/hook/zq7secret';

/** Stands in for curl: gives the feed, or writes down what was sent and with which arguments. */
const CURL = `#!/usr/bin/env bash
case "$*" in
  *--data*)
    text=$(cat)
    [ -f fail ] && [[ $text == *"$(cat fail)"* ]] && exit 22
    printf '%s\\n' "$*" >> arguments.txt
    printf '%s\\n' "$text" >> sent.json
    while [ $# -gt 0 ]; do [ "$1" = --config ] && cat "$2" >> configs.txt; shift; done ;;
  *) cp served.json feed.json ;;
esac
`;

const folder = mkdtempSync(path.join(tmpdir(), 'kairan-notify-'));
const at = (name: string) => path.join(folder, name);

afterEach(() => {
  for (const name of ['seen.tsv', 'now.tsv', 'sent.json', 'configs.txt', 'arguments.txt', 'fail'])
    rmSync(at(name), { force: true });
});

function serve(...items: { id: string; date_modified: string; title: string }[]): void {
  const entries = items.map((item) => ({ ...item, url: `https://site.example/${item.id}/` }));
  writeFileSync(at('served.json'), JSON.stringify({ items: entries }));
}

function run(): { status: number; said: string } {
  writeFileSync(at('notify.sh'), scriptOf('en'));
  writeFileSync(at('curl'), CURL);
  chmodSync(at('curl'), 0o755);
  const { status, stdout, stderr } = spawnSync('bash', ['notify.sh'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      FEED: 'https://site.example/feeds/urgent.json',
      WEBHOOK: SECRET,
    },
  });
  return { status: status ?? -1, said: stdout + stderr };
}

function sent(): string[] {
  if (!existsSync(at('sent.json'))) return [];
  return readFileSync(at('sent.json'), 'utf8')
    .split(/(?<=^\})\n/mu)
    .filter((text) => text.trim() !== '')
    .map((text) => (JSON.parse(text) as { text: string }).text);
}

const one = { id: 'tag:1', date_modified: '2026-02-12T09:00:00Z', title: '【緊急】X"1 $(id) `id` \\ tab' };
const two = { id: 'tag:2', date_modified: '2026-02-13T09:00:00Z', title: 'X 2' };

describe('the recipe for notices in a chat', () => {
  it('is the same script in every language', () => {
    expect(scriptOf('ja')).toBe(scriptOf('en'));
  });

  it.skipIf(!hasTools)('sends nothing at first, then what is new or was updated, once', () => {
    serve(two);
    expect(run()).toEqual({ status: 0, said: '' });
    expect(sent()).toEqual([]);
    serve(one, { ...two, date_modified: '2026-02-14T09:00:00Z' });
    expect(run().status).toBe(0);
    expect(sent()[0]).toContain('【緊急】X"1 $(id) `id` ');
    expect(sent()).toHaveLength(2);
    expect(run().status).toBe(0);
    expect(sent()).toHaveLength(2);
  });

  it.skipIf(!hasTools)('sends again what could not be sent', () => {
    serve(two);
    run();
    serve(one, two);
    writeFileSync(at('fail'), '');
    expect(run().status).not.toBe(0);
    rmSync(at('fail'));
    expect(run().status).toBe(0);
    expect(sent()).toHaveLength(1);
  });

  it.skipIf(!hasTools)('never sends twice what went out before another could not be sent', () => {
    serve(two);
    run();
    serve({ ...one, id: 'tag:0' }, two, { ...two, id: 'tag:3', title: 'X 3' });
    writeFileSync(at('fail'), 'X 3');
    expect(run().status).not.toBe(0);
    expect(sent()).toHaveLength(1);
    rmSync(at('fail'));
    expect(run().status).toBe(0);
    expect(sent()).toHaveLength(2);
  });

  it.skipIf(!hasTools)('does not send as news what leaves the feed and comes back', () => {
    serve(one, two);
    run();
    serve(two);
    run();
    serve(one, two);
    run();
    expect(sent()).toEqual([]);
  });

  it.skipIf(!hasTools)('calls nobody by name, whatever a title says', () => {
    serve(two);
    run();
    const title = '@all @everyone <!channel> <@U1> <users/all> <https://evil.example|X>\nfoo';
    serve({ ...one, title }, two);
    run();
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).not.toMatch(/[@<>\n]/u);
    expect(sent()[0]).toContain('https://site.example/tag:1/');
  });

  it.skipIf(!hasTools)('tells the webhook’s address to nobody but curl', () => {
    serve(two);
    run();
    serve(one, two);
    const { said } = run();
    expect(readFileSync(at('configs.txt'), 'utf8')).toBe(`url = "${SECRET}"\n`);
    expect(said).not.toContain('zq7secret');
    expect(readFileSync(at('arguments.txt'), 'utf8')).not.toContain('zq7secret');
  });
});
