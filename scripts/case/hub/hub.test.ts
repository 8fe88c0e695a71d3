import { describe, expect, it } from 'vitest';
import { checkAnchors, parseAnchors } from '#coordination/ledger/anchor.ts';
import type { ActorsAct } from '#coordination/ledger/append-acts.ts';
import { parseLedger } from '#coordination/ledger/parse-ledger.ts';
import { problemOf } from '../../host/conformance/stage.ts';
import { type Host, HostError } from '../../host/host.ts';
import { newFolder, openAs } from '../../offline/temporary-folder.ts';
import { type Hub, openHub } from './hub.ts';

const REPO = 'cert/hub';
const AT = '2026-11-23T10:00:00+09:00';
const SETTINGS = 'site: cert/site\nrooms: cert\nbot: Kairan-Bot[bot]\ncoordinators: [Alice, bob]\n';

function note(text: string, actor = 'alice'): ActorsAct {
  return { act: { act: 'noted', note: text }, actor };
}

async function openFilled(
  files: Readonly<Record<string, string>> = {},
  folder = newFolder(),
): Promise<{ hub: Hub; host: Host; folder: string }> {
  const host = openAs(folder);
  await host.ensurePrivateRepo(REPO, new Map(Object.entries({ 'hub.yaml': SETTINGS, ...files })));
  return { hub: openHub(host, REPO), host, folder };
}

function notesOf(ledger: string): string[] {
  const read = parseLedger(ledger);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.entries.map((entry) => (entry.act === 'noted' ? entry.note : entry.act));
}

describe('loading a hub', () => {
  it('gives settings, contacts and ledgers of one commit', async () => {
    const { hub, host } = await openFilled({
      'vendors/initech.yaml': 'name: Initech\nlogins: [Initech-PSIRT]\n',
      'vendors/acme.yaml': 'class: individual\nemails: [psirt@acme.example]\n',
      'vendors/README.md': 'For people.\n',
      'ledger/k3v9qm.jsonl': 'anything\n',
      'originals/k3v9qm/1.age': 'not read',
    });
    const { head, settings, contacts, ledgers, problems } = await hub.loadHub();
    expect(problems).toEqual([]);
    expect(head).toBe(await host.findHead(REPO, 'main'));
    expect(settings).toMatchObject({ bot: 'kairan-bot[bot]', coordinators: ['alice', 'bob'], approvals: 2 });
    expect(contacts.map(({ vendor, class: kind, logins }) => [vendor, kind, ...logins])).toEqual([
      ['acme', 'individual'],
      ['initech', 'general', 'initech-psirt'],
    ]);
    expect(ledgers).toEqual(new Map([['k3v9qm', 'anything\n']]));
  });

  it('names the place of everything that is wrong, and keeps the rest', async () => {
    const { hub } = await openFilled({
      'vendors/acme.yaml': 'name: Acme\nlogin: [acme]\n',
      'vendors/globex.yaml': 'emails:\n  - nobody\n',
      'vendors/hooli.yaml': 'name: "open\n',
      'vendors/Big Corp.yaml': 'name: Big\n',
      'vendors/initech.yaml': 'name: Initech\n',
      'ledger/K3V9QM.jsonl': '',
    });
    const { settings, contacts, ledgers, problems } = await hub.loadHub();
    expect(settings?.site).toBe('cert/site');
    expect(contacts.map(({ vendor }) => vendor)).toEqual(['initech']);
    expect(ledgers.size).toBe(0);
    const places = problems.map(({ kind, file, line, column }) => `${file}:${line}:${column} ${kind}`);
    expect(places.slice(0, 5)).toEqual([
      'ledger/K3V9QM.jsonl:1:1 unexpected-file',
      'vendors/Big Corp.yaml:1:1 unexpected-file',
      'vendors/acme.yaml:2:1 schema-unknown-key',
      'vendors/globex.yaml:2:5 schema-value',
      expect.stringMatching(/^vendors\/hooli\.yaml:\d+:\d+ yaml/),
    ]);
    expect(problems[2]?.params).toMatchObject({ key: 'login', nearest: 'logins' });
  });

  it('leaves the settings out when hub.yaml cannot be used', async () => {
    const { hub } = await openFilled({ 'hub.yaml': SETTINGS.replace('bot:', 'bott:') });
    const { settings, problems } = await hub.loadHub();
    expect(settings).toBeUndefined();
    const kinds = problems.map(({ kind, file, line }) => `${file}:${line} ${kind}`);
    expect(kinds.toSorted()).toEqual(['hub.yaml:1 schema-missing-key', 'hub.yaml:3 schema-unknown-key']);
  });

  it('knows a repository that is no hub', async () => {
    const host = openAs(newFolder());
    await host.ensurePrivateRepo('cert/other', new Map([['README.md', '']]));
    for (const repo of ['cert/other', 'cert/nothing'])
      await expect(openHub(host, repo).loadHub()).rejects.toMatchObject({ problem: 'hub-missing' });
  });
});

describe('appending to a hub', () => {
  it('writes ledger, files and anchor in one commit', async () => {
    const { hub, host } = await openFilled();
    const files = new Map([['originals/k3v9qm/1.age', 'sealed']]);
    const text = await hub.appendToHub('k3v9qm', AT, () => ({
      acts: [note('one'), note('two', 'Bob')],
      files,
    }));
    const { head, ledgers } = await hub.loadHub();
    expect(ledgers.get('k3v9qm')).toBe(text);
    expect(notesOf(text)).toEqual(['one', 'two']);
    expect((await host.readFiles(REPO, head, 'originals')).get('originals/k3v9qm/1.age')).toBe('sealed');
    const log = await host.readLog(REPO, 'main', 9);
    expect(log).toHaveLength(2);
    expect(log[0]?.message).toMatch(/^k3v9qm: noted\n\nLedger: k3v9qm 2 [0-9a-f]{64}$/);
  });

  it('leaves anchors that show when lines are cut later', async () => {
    const { hub, host } = await openFilled();
    for (const text of ['one', 'two', 'three'])
      await hub.appendToHub('k3v9qm', AT, () => ({ acts: [note(text)] }));
    const anchors = (await host.readLog(REPO, 'main', 9)).flatMap(({ message }) => parseAnchors(message));
    const read = parseLedger((await hub.loadHub()).ledgers.get('k3v9qm') ?? '');
    const hashes = read.ok ? read.hashes : [];
    expect(checkAnchors(new Map([['k3v9qm', hashes]]), anchors)).toEqual([]);
    expect(checkAnchors(new Map([['k3v9qm', hashes.slice(0, 2)]]), anchors)).toMatchObject([
      { kind: 'ledger-cut' },
    ]);
  });

  it('writes nothing when nothing is decided', async () => {
    const { hub, host } = await openFilled();
    const before = await host.findHead(REPO, 'main');
    const files = new Map([['originals/k3v9qm/1.age', 'sealed']]);
    expect(await hub.appendToHub('k3v9qm', AT, () => ({ acts: [], files }))).toBe('');
    expect(await host.findHead(REPO, 'main')).toBe(before);
  });

  it('decides anew from what another coordinator wrote in between', async () => {
    const { hub, folder } = await openFilled();
    const other = openHub(openAs(folder, 'bob'), REPO);
    const host = openAs(folder);
    let isFirst = true;
    const slow: Host = {
      ...host,
      commit: async (...args) => {
        if (isFirst) await other.appendToHub('k3v9qm', AT, () => ({ acts: [note('theirs', 'bob')] }));
        isFirst = false;
        return host.commit(...args);
      },
    };
    const seen: string[] = [];
    await openHub(slow, REPO).appendToHub('k3v9qm', AT, (ledger) => {
      seen.push(ledger);
      return notesOf(ledger).includes('theirs')
        ? { acts: [note('after theirs')] }
        : { acts: [note('first')] };
    });
    expect(seen).toHaveLength(2);
    expect(notesOf((await hub.loadHub()).ledgers.get('k3v9qm') ?? '')).toEqual(['theirs', 'after theirs']);
  });

  it('loses nothing of coordinators who write into the same and other cases at once', async () => {
    const { hub, folder } = await openFilled();
    const writers = ['alice', 'bob', 'carol'].map((actor) => openHub(openAs(folder, actor), REPO));
    await Promise.all(
      writers.flatMap((writer, index) =>
        ['k3v9qm', `aaaaa${index + 2}`].map((code) =>
          again(() => writer.appendToHub(code, AT, () => ({ acts: [note(`of ${index}`)] }))),
        ),
      ),
    );
    const { ledgers } = await hub.loadHub();
    expect(notesOf(ledgers.get('k3v9qm') ?? '').toSorted()).toEqual(['of 0', 'of 1', 'of 2']);
    expect(ledgers.size).toBe(4);
  });

  it('gives up after five conflicts, and passes every other problem on at once', async () => {
    const { host } = await openFilled();
    let asked = 0;
    const failing = (problem: HostError['problem']): Host => ({
      ...host,
      commit: () => Promise.reject(new HostError(problem, 'commit')),
    });
    const append = (problem: HostError['problem']) =>
      openHub(failing(problem), REPO).appendToHub('k3v9qm', AT, () => {
        asked += 1;
        return { acts: [note('x')] };
      });
    expect(await problemOf(append('conflict'))).toBe('conflict');
    expect(asked).toBe(5);
    expect(await problemOf(append('unavailable'))).toBe('unavailable');
    expect(asked).toBe(6);
  });

  it('takes no code that is none', async () => {
    const { hub } = await openFilled();
    expect(() => hub.appendToHub('../../x', AT, () => ({ acts: [note('x')] }))).toThrow();
  });
});

/** Six writers at once may be late more often than one person ever is. */
async function again(write: () => Promise<string>): Promise<string> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof HostError && error.problem === 'conflict') return again(write);
    throw error;
  }
}
