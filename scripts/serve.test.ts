import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../tests/builders/tree.ts';
import { answerFor, mediaType, serveFolder } from './serve.ts';

function site(): string {
  const folder = join(temporaryFolder(), 'site');
  mkdirSync(join(folder, 'jp/JVN1'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  for (const path of ['.well-known/csaf/white/2018/a.json', 'api/v1/index.json', 'apis/x.json']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '{}');
  }
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'not found');
  writeFileSync(join(folder, 'jp/JVN1/index.html'), 'advisory');
  writeFileSync(join(folder, '日本.txt'), 'text');
  writeFileSync(join(folder, '../secret.txt'), 'secret');
  return folder;
}

describe('answerFor', () => {
  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/jp/JVN1/', 'jp/JVN1/index.html'],
    ['/jp/JVN1/?q=1#x', 'jp/JVN1/index.html'],
    ['/%E6%97%A5%E6%9C%AC.txt', '日本.txt'],
  ])('finds %s', (target, file) => {
    const folder = site();
    expect(answerFor(folder, target)).toEqual({ status: 200, file: join(folder, file) });
  });

  it('adds the slash that is missing and keeps the query', () => {
    expect(answerFor(site(), '/jp/JVN1?q=%E3%81%82&b')).toEqual({
      status: 301,
      location: '/jp/JVN1/?q=%E3%81%82&b',
    });
  });

  it.each(['/nowhere', '/empty/', '/empty', '/index.html/', '/jp/'])('knows nothing at %s', (target) => {
    expect(answerFor(site(), target).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/jp/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/index.html%00.png',
    '//jp/JVN1',
    '/%',
    'http://evil.example/',
    '*',
  ])('refuses %s', (target) => {
    expect(answerFor(site(), target).status).toBe(400);
  });
});

describe('serveFolder', () => {
  async function ask(path: string, method = 'GET') {
    const { server, port } = await serveFolder(site(), 0);
    onTestFinished(() => void server.close());
    return await new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
      (resolve) => {
        request({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
          });
        }).end();
      },
    );
  }

  it('serves pages with their type, and the site’s own page for unknown addresses', async () => {
    const page = await ask('/jp/JVN1/');
    expect([page.status, page.body]).toEqual([200, 'advisory']);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    const missing = await ask('/x/');
    expect([missing.status, missing.body]).toEqual([404, 'not found']);
  });

  it('packs text for those who ask for it, as public hosts do', async () => {
    const { server, port } = await serveFolder(site(), 0);
    onTestFinished(() => void server.close());
    const headers = { 'accept-encoding': 'gzip' };
    const packed = await fetch(`http://127.0.0.1:${port}/jp/JVN1/`, { headers });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe('advisory');
    expect((await ask('/jp/JVN1/')).headers).not.toHaveProperty('content-encoding');
  });

  it('lets the pages of other sites read what is for programs, and nothing else', async () => {
    const allowed = async (path: string) => (await ask(path)).headers['access-control-allow-origin'];
    expect(await allowed('/.well-known/csaf/white/2018/a.json')).toBe('*');
    expect(await allowed('/api/v1/index.json')).toBe('*');
    expect(await allowed('/apis/x.json')).toBeUndefined();
    expect(await allowed('/jp/JVN1/')).toBeUndefined();
  });

  it('names CSAF documents by exactly the media type that checkers of providers want', async () => {
    const { headers } = await ask('/.well-known/csaf/white/2018/a.json');
    expect(headers['content-type']).toBe('application/json');
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await ask('/', 'POST')).toMatchObject({ status: 405 });
  });
});

describe('mediaType', () => {
  it.each([
    ['a.json', 'application/json'],
    ['a.json.asc', 'application/pgp-signature'],
    ['a.json.sha256', 'text/plain; charset=utf-8'],
    ['a.json.sha512', 'text/plain; charset=utf-8'],
    ['changes.csv', 'text/csv; charset=utf-8'],
    ['csaf-2018.zip', 'application/zip'],
    ['rss/jvn.rdf', 'application/rdf+xml; charset=utf-8'],
    ['vuldef/JVN1.xml', 'application/xml; charset=utf-8'],
  ])('of %s is %s', (path, type) => {
    expect(mediaType(path)).toBe(type);
  });

  it('knows what a site holds and calls everything else bytes', () => {
    expect(mediaType('feeds/all.atom')).toBe('application/atom+xml; charset=utf-8');
    expect(mediaType('search-index/ja/index.unknown')).toBe('application/octet-stream');
  });
});
