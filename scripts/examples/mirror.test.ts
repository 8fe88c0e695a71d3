import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planSite } from '#site/plan-site.ts';
import { type PlannedData, renderPlanned } from '#site/render-planned.ts';
import { aCatalog, anAdvisory, type WrittenAdvisory } from '../../tests/builders/a-catalog.ts';
import { temporaryFolder, treeOf } from '../../tests/builders/tree.ts';

/** The published files of a site by their addresses. */
type Files = Map<string, Uint8Array>;

const INDEX = '/api/v1/index.json';

function publish(...advisories: WrittenAdvisory[]): Files {
  const plan = new Map(
    planSite(aCatalog({ advisories })).flatMap((item) =>
      item.kind === 'page' ? [] : [[item.address, item]],
    ),
  );
  const render = (item: PlannedData) => Buffer.from(renderPlanned(item, (address) => plan.get(address)));
  return new Map([...plan.values()].map((item) => [item.address, render(item)]));
}

const march = anAdvisory();
const april = anAdvisory({ id: 'TEST#00000002', publishedAt: '2026-04-10T12:00:00+09:00' });
const marchInMay = anAdvisory({
  revisions: [
    { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
    { at: '2026-05-10T12:00:00+09:00', summary: '更新しました。' },
  ],
});

let files: Files;
let requests: string[];
let server: Server;
let site: string;
let folder: string;
const place = (address: string) => path.join(folder, address);
const changesOf = (month: string) => `/api/v1/changes/${month}.json`;
const filesIn = (month: string) => {
  const list = JSON.parse(Buffer.from(files.get(changesOf(month)) ?? '').toString()) as {
    changes: { files: { address: string; format: string }[] }[];
  };
  return list.changes.flatMap((change) => change.files);
};
const addressesIn = (month: string) => filesIn(month).map(({ address }) => address);

beforeEach(async () => {
  folder = temporaryFolder();
  requests = [];
  files = publish(march, april);
  server = createServer(({ url = '' }, response) => {
    requests.push(url);
    const bytes = files.get(url);
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** One run of the program, with what it asked the server for, sorted. */
async function run(...options: string[]) {
  requests = [];
  const script = path.join(import.meta.dirname, 'mirror.mjs');
  return new Promise<{ status: number; said: string; asked: string[] }>((resolve) => {
    execFile(process.execPath, [script, site, folder, ...options], (error, stdout, stderr) => {
      const status = error ? Number(error.code) : 0;
      resolve({ status, said: stdout + stderr, asked: requests.toSorted() });
    });
  });
}

/** Replaces a file of the site; what others tell of it stays as it was. */
function falsify(address: string, content: string) {
  files.set(address, Buffer.from(content));
}

function factsOf(bytes: Uint8Array) {
  return { sha256: hash('sha256', bytes), size: bytes.length };
}

/** A site whose only list names one file at an address. */
function offerOnly(address: string) {
  const content = Buffer.from('content');
  const list = Buffer.from(
    JSON.stringify({ changes: [{ files: [{ format: 'json', address, ...factsOf(content) }] }] }),
  );
  const index = { apiVersion: 1, changes: [{ address: changesOf('2026-01'), ...factsOf(list) }] };
  files = new Map([
    [INDEX, Buffer.from(JSON.stringify(index))],
    [changesOf('2026-01'), list],
    [address, content],
  ]);
}

describe('the example of a mirror', () => {
  it('fetches everything once, then only the index', async () => {
    const everything = ['2026-03', '2026-04'].flatMap((month) => [changesOf(month), ...addressesIn(month)]);
    expect(everything.length).toBeGreaterThan(3);
    const first = await run();
    expect(first).toMatchObject({ status: 0, asked: [INDEX, ...everything].toSorted() });
    for (const address of everything) expect(readFileSync(place(address))).toEqual(files.get(address));
    const tree = treeOf(folder);
    expect(await run()).toMatchObject({ status: 0, asked: [INDEX] });
    expect(treeOf(folder)).toEqual(tree);
  });

  it('fetches only what changed when one advisory was updated, and removes the list that is gone when told', async () => {
    await run();
    const before = files;
    files = publish(marchInMay, april);
    const changed = addressesIn('2026-05').filter((each) => !same(before.get(each), files.get(each)));
    expect(changed.length).toBeGreaterThan(0);
    const second = await run();
    expect(second.asked).toEqual([INDEX, changesOf('2026-05'), ...changed].toSorted());
    expect(second.said).toContain('1 no longer offered');
    expect(existsSync(place(changesOf('2026-03')))).toBe(true);
    expect(await run('--remove')).toMatchObject({ status: 0, asked: [INDEX] });
    expect(existsSync(place(changesOf('2026-03')))).toBe(false);
    expect(readFileSync(place(changed[0] ?? ''))).toEqual(files.get(changed[0] ?? ''));
  });

  it('keeps what is no longer offered until it is told otherwise, and what it did not fetch for ever', async () => {
    await run();
    const [gone = ''] = addressesIn('2026-04');
    writeFileSync(place('/own.txt'), 'own');
    files = publish(march);
    await run();
    expect(existsSync(place(gone))).toBe(true);
    await run('--remove');
    expect([existsSync(place(gone)), existsSync(place('/own.txt'))]).toEqual([false, true]);
  });

  it('refuses a file without the announced digest, fetches the rest, and takes it when it is right', async () => {
    const [wrong = ''] = addressesIn('2026-03');
    const right = files.get(wrong);
    falsify(wrong, 'something else');
    const refused = await run();
    expect(refused.status).toBe(1);
    expect(refused.said).toContain(`refused ${wrong}: the digest is another than announced`);
    expect([existsSync(place(wrong)), existsSync(place(changesOf('2026-03')))]).toEqual([false, false]);
    for (const address of addressesIn('2026-04')) expect(existsSync(place(address))).toBe(true);
    if (right) files.set(wrong, right);
    expect(await run()).toMatchObject({ status: 0, asked: [INDEX, changesOf('2026-03'), wrong].toSorted() });
  });

  it('refuses a list without the announced digest, and removes nothing then', async () => {
    await run();
    files = publish(marchInMay, april);
    falsify(changesOf('2026-05'), '{"changes":[]}');
    expect((await run('--remove')).status).toBe(1);
    expect(existsSync(place(changesOf('2026-03')))).toBe(true);
  });

  it('takes up a run that was interrupted', async () => {
    const [first = '', ...others] = addressesIn('2026-03');
    const whole = files;
    files = new Map([...files].filter(([address]) => !others.includes(address)));
    await run();
    expect(existsSync(place(first))).toBe(true);
    rmSync(place('/.mirror.json'));
    writeFileSync(`${place(first)}.part`, 'half');
    files = whole;
    const list = others.length > 0 ? [changesOf('2026-03')] : [];
    expect(await run()).toMatchObject({ status: 0, asked: [INDEX, ...list, ...others].toSorted() });
    for (const address of addressesIn('2026-03')) expect(existsSync(place(address))).toBe(true);
  });

  it('fetches again what vanished from the folder or was changed there', async () => {
    await run();
    const [one = ''] = addressesIn('2026-03');
    writeFileSync(place(one), 'changed');
    expect((await run()).asked).toEqual([INDEX, one].toSorted());
    expect(readFileSync(place(one))).toEqual(files.get(one));
  });

  it('takes only the formats that it is told to', async () => {
    const json = ['2026-03', '2026-04'].flatMap((month) =>
      filesIn(month).flatMap(({ format, address }) => (format === 'json' ? [address] : [])),
    );
    const { asked } = await run('--only', 'json');
    expect(asked).toEqual([INDEX, changesOf('2026-03'), changesOf('2026-04'), ...json].toSorted());
    const rest = ['2026-03', '2026-04'].flatMap(addressesIn).filter((each) => !json.includes(each));
    expect((await run()).asked).toEqual([INDEX, ...rest].toSorted());
  });

  it('is spared what archives brought', async () => {
    const { archives } = JSON.parse(Buffer.from(files.get(INDEX) ?? '').toString()) as {
      archives: { address: string }[];
    };
    const packed = archives.flatMap(({ address }) =>
      Object.entries(unzipSync(files.get(address) ?? new Uint8Array())),
    );
    for (const [name, bytes] of packed) {
      mkdirSync(path.dirname(place(name)), { recursive: true });
      writeFileSync(place(name), bytes);
    }
    expect(packed.length).toBeGreaterThan(1);
    const { asked } = await run();
    expect(asked.filter((each) => packed.some(([name]) => each === `/${name}`))).toEqual([]);
  });

  it.each([
    '/../out.json',
    '/a/..%2f..%2fout.json',
    '/%2e%2e/out.json',
    '/a\\..\\out.json',
    '//other.example/out.json',
    'out.json',
    '/a/%00',
    '/%',
  ])('refuses the address %s', async (address) => {
    offerOnly(address);
    const { status, said } = await run();
    expect(status).toBe(1);
    expect(said).toContain(`refused ${address}`);
    expect(Object.keys(treeOf(folder))).toEqual(['.mirror.json']);
    expect(existsSync(path.join(folder, '..', 'out.json'))).toBe(false);
  });

  it('says what is wrong when there is no such API', async () => {
    files.delete(INDEX);
    expect(await run()).toMatchObject({ status: 1 });
    falsify(INDEX, '{"apiVersion":2}');
    expect((await run()).said).toContain('version 2');
    expect((await run('more')).status).toBe(2);
    expect((await run('--unknown')).status).toBe(2);
  });
});

function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}
