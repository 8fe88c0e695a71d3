import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { listSources } from './list-sources.ts';
import { nestsTooDeep } from './nesting.ts';
import { readSource } from './read-source.ts';
import { LARGEST_FILE, unpack } from './unpack.ts';

/** 「脆弱性の概要です。サーバ」 in the encodings of Japanese archives. */
const SHIFT_JIS = Buffer.from('90c68ee390ab82cc8a54977682c582b781428354815b836f', 'hex');
const EUC_JP = Buffer.from('c0c8bce5c0ada4ceb3b5cdd7a4c7a4b9a1a3a5b5a1bca5d0', 'hex');
const ISO_2022_JP = Buffer.from('\x1b$B%5!<%P$N@H<e@-\x1b(B', 'latin1');

describe('the encoding of a source', () => {
  it.each([
    ['UTF-8', Buffer.from('脆弱性'), '脆弱性', undefined],
    ['UTF-8 with its mark', Buffer.from('\ufeffabc'), 'abc', undefined],
    ['UTF-16', Buffer.from('\ufeff脆弱', 'utf16le'), '脆弱', 'UTF-16LE'],
    ['ISO-2022-JP', ISO_2022_JP, 'サーバの脆弱性', 'ISO-2022-JP'],
  ])('%s is found out', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, ...(encoding !== undefined && { encoding }) });
  });

  it('tells Shift_JIS from EUC-JP', () => {
    const text = '脆弱性の概要です。サーバ';
    expect(decodeText(SHIFT_JIS)).toEqual({ text, encoding: 'Shift_JIS' });
    expect(decodeText(EUC_JP)).toEqual({ text, encoding: 'EUC-JP' });
  });

  it.each([
    ['Latin-1', Buffer.from('Müller, Größe, ül', 'latin1')],
    ['bytes of a program', Buffer.from([0x7f, 0x45, 0xff, 0xfe, 0x80, 0x81])],
  ])('%s is not guessed at', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });

  it('never throws and never loses an ASCII byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = decodeText(bytes)?.text;
        if (text === undefined || bytes.some((byte) => byte >= 0x80 || byte === 0x1b)) return;
        expect(text).toBe(Buffer.from(bytes).toString('ascii'));
      }),
    );
  });
});

describe('JSON', () => {
  it.each([
    ['[[[1]]]', false],
    [`${'['.repeat(500)}${']'.repeat(500)}`, false],
    ['['.repeat(501), true],
    [`{"a": ${'{"b":'.repeat(501)}`, true],
    [`["${'['.repeat(1000)}", "\\"[[", 1]`, false],
  ])('is measured before it is read', (json, isTooDeep) => {
    expect(nestsTooDeep(json)).toBe(isTooDeep);
  });
});

describe('archives', () => {
  it('are unpacked, gzip and zip', () => {
    expect(unpack('a.json.gz', gzipSync('{}'))).toEqual([{ path: 'a.json', bytes: Buffer.from('{}') }]);
    const zip = zipSync({ 'b.json': strToU8('2'), 'a/../../c.json': strToU8('1') });
    const members = unpack('all.zip', zip);
    expect(members).toMatchObject([{ path: 'all.zip!/a/../../c.json' }, { path: 'all.zip!/b.json' }]);
  });

  it('stop at what can be read, however small they are', () => {
    const bomb = gzipSync(Buffer.alloc(LARGEST_FILE + 1), { level: 1 });
    expect(bomb.length).toBeLessThan(400_000);
    expect(unpack('bomb.json.gz', bomb)).toMatchObject({ why: 'archive' });
    const zip = zipSync({ 'bomb.json': new Uint8Array(LARGEST_FILE + 1) });
    expect(unpack('bomb.zip', zip)).toMatchObject({ why: 'archive' });
  });

  it('that lie about their size give no more than they promise', () => {
    const zip = zipSync({ 'liar.json': new Uint8Array(8 * 1024 * 1024) });
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x0403_4b50) view.setUint32(at + 22, 10, true);
      if (signature === 0x0201_4b50) view.setUint32(at + 24, 10, true);
    }
    const members = unpack('liar.zip', zip);
    const sizes = 'why' in members ? [] : members.map(({ bytes }) => bytes.length);
    expect(sizes.every((size) => size <= 10)).toBe(true);
  });

  it.each(['a.tar', 'a.tar.gz', 'a.tgz', 'a.7z', 'a.json.xz'])(
    'of another kind are refused by name: %s',
    (path) => {
      expect(unpack(path, Buffer.from('x'))).toMatchObject({ why: 'archive' });
    },
  );

  it('that are broken are refused', () => {
    expect(unpack('a.json.gz', Buffer.from('no gzip'))).toMatchObject({ why: 'archive' });
    expect(unpack('a.zip', Buffer.from('no zip'))).toMatchObject({ why: 'archive' });
  });
});

describe('the files of a source', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'sources-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('come in the order of their names, and links in folders are told but not followed', () => {
    mkdirSync(join(home, 'in/b'), { recursive: true });
    writeFileSync(join(home, 'in/b/z.json'), '1');
    writeFileSync(join(home, 'in/a.json'), '22');
    symlinkSync('/etc', join(home, 'in/c'));
    symlinkSync('.', join(home, 'in/d'));
    expect(listSources(['in/'], home)).toEqual([
      { path: 'in/a.json', size: 2 },
      { path: 'in/b/z.json', size: 1 },
      { path: 'in/c', size: 0, refusal: { why: 'link' } },
      { path: 'in/d', size: 0, refusal: { why: 'link' } },
    ]);
  });

  it('that are not there are told', () => {
    expect(listSources(['nowhere.json'], home)).toEqual([
      { path: 'nowhere.json', size: 0, refusal: { why: 'access', what: 'ENOENT' } },
    ]);
  });

  it('are not even opened when they are too large', () => {
    const listed = { path: 'large.json', size: LARGEST_FILE + 1 };
    expect(readSource(listed, home)).toMatchObject([{ path: 'large.json', refusal: { why: 'size' } }]);
  });

  it('are read where an absolute path leads', () => {
    const path = join(home, 'a.json');
    writeFileSync(path, '{"a":1}');
    const [listed] = listSources([path], '/');
    expect(listed && readSource(listed, '/')).toEqual([{ path, text: '{"a":1}' }]);
  });
});
