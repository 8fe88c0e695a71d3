import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { describe, expect, inject, it } from 'vitest';
import { API_SCHEMAS, API_SCHEMA_NAMES, type ApiSchemaName } from '#formats/api/api-schemas.ts';
import type { ApiIndex } from '#formats/api/api-index.ts';
import { listFiles } from './built-site.ts';

interface Told {
  address: string;
  sha256?: string;
  size?: number;
}

describe.each(['fictionalSite', 'sampleSite', 'otherSite'] as const)('the API of the %s', (site) => {
  const folder = inject(site);
  const files = listFiles(folder);
  const bytesAt = (address: string) => readFileSync(path.join(folder, decodeURIComponent(address)));
  const readJson = (address: string): unknown => JSON.parse(bytesAt(address).toString());
  const api = files
    .filter((file) => /^api\/v1\/(?!schemas|archives|checksum)/.test(file))
    .map((file) => `/${file}`);
  const index = readJson('/api/v1/index.json') as ApiIndex;
  const records = files.filter(isRecord).map((file) => `/${file}`);

  it('is valid by the schemas that it publishes, and says which', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const named = new Map(
      Object.values(index.schemas).map((address) => [(readJson(address) as { $id: string }).$id, address]),
    );
    expect(Object.keys(index.schemas)).toEqual(API_SCHEMA_NAMES);
    expect(api.length).toBeGreaterThan(8);
    for (const address of [...api, ...records]) {
      const value = readJson(address) as { $schema: string };
      const schema = readJson(named.get(value.$schema) ?? '') as { $id: string };
      const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      expect([address, validate(value), validate.errors]).toEqual([address, true, null]);
      expect([address, validate({ ...value, $schema: undefined, another: 1 })]).toEqual([address, false]);
      expect([address, validate({ ...value, another: 1 })]).toEqual([address, true]);
    }
    const checksum = ajv.compile(readJson(index.schemas['checksum'] ?? '') as object);
    expect(checksum(readJson('/api/v1/checksum.txt'))).toBe(true);
  });

  it('holds nothing that its shapes do not name', () => {
    for (const address of [...api, ...records]) {
      const value = readJson(address) as { $schema: string };
      const name = path.basename(value.$schema, '.json') as ApiSchemaName;
      expect([address, API_SCHEMAS[name].safeParse(value).error]).toEqual([address, undefined]);
    }
  });

  it('tells the truth about every file that it names', () => {
    const told = api.flatMap((address) => toldIn(readJson(address)));
    expect(told.length).toBeGreaterThan(50);
    for (const { address, sha256, size } of told) {
      const bytes = bytesAt(address);
      if (sha256 !== undefined)
        expect([address, sha256, size]).toEqual([address, hash('sha256', bytes), bytes.length]);
    }
  });

  it('names every file of itself and every advisory in every list', () => {
    const told = new Set(api.flatMap((address) => toldIn(readJson(address)).map((each) => each.address)));
    const own = files.filter((file) => file.startsWith('api/v1/')).map((file) => `/${file}`);
    expect(own.filter((address) => !told.has(address))).toEqual(['/api/v1/index.json']);
    const ids = (lists: string[], key: string) =>
      lists
        .flatMap((each) => (readJson(each) as Record<string, { id: string }[]>)[key] ?? [])
        .map(({ id }) => id)
        .toSorted();
    const everything = records.map((address) => (readJson(address) as { id: string }).id).toSorted();
    expect(ids(['/api/v1/advisories.json'], 'advisories')).toEqual(everything);
    expect(
      ids(
        index.years.map(({ address }) => address),
        'advisories',
      ),
    ).toEqual(everything);
    expect(
      ids(
        index.changes.map(({ address }) => address),
        'changes',
      ),
    ).toEqual(everything);
    expect(index.advisories).toBe(everything.length);
  });

  it('counts in the index what the lists hold, and orders lists as it says', () => {
    for (const { address, advisories } of index.years) {
      const list = (readJson(address) as { advisories: { publishedAt: string }[] }).advisories;
      expect([address, list.length]).toEqual([address, advisories]);
      expect(list).toEqual(list.toSorted((a, b) => moment(b.publishedAt) - moment(a.publishedAt)));
    }
    for (const { address, advisories } of index.changes) {
      const list = (readJson(address) as { changes: { updatedAt: string }[] }).changes;
      expect([address, list.length]).toEqual([address, advisories]);
      expect(list).toEqual(list.toSorted((a, b) => moment(b.updatedAt) - moment(a.updatedAt)));
    }
  });

  it('packs the published bytes into archives, all of them', () => {
    expect(index.archives.length).toBeGreaterThan(1);
    const packed = index.archives.flatMap(({ address }) => Object.entries(unzipSync(bytesAt(address))));
    for (const [name, bytes] of packed)
      expect([name, Buffer.compare(bytes, bytesAt(`/${encodeURI(name)}`))]).toEqual([name, 0]);
    const names = packed.map(([name]) => name);
    const wanted = files.filter(
      (file) => isRecord(file) || /^\.well-known\/csaf\/white\/\d{4}\/.*\.json$/.test(file),
    );
    expect(names.toSorted()).toEqual(wanted);
  });

  it('keeps an advisory under embargo out of archives as well', () => {
    const packed = index.archives.flatMap(({ address }) => Object.entries(unzipSync(bytesAt(address))));
    const text = packed.map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString()}`).join('\n');
    expect(text).not.toMatch(/zq7canary|カナリア|Canary|XVN10000004|CVE-1900-99999/u);
  });

  it('has a checksum.txt that tells the truth in the shape of MyJVN', () => {
    const rows = readJson('/api/v1/checksum.txt') as {
      url: string;
      filename: string;
      sha256: string;
      size: number;
      lastModified: string;
    }[];
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const { pathname } = new URL(row.url);
      const bytes = bytesAt(pathname);
      expect([row.url, row.sha256, row.size]).toEqual([row.url, hash('sha256', bytes), bytes.length]);
      expect(row.filename).toBe(path.posix.basename(pathname));
      expect(Object.keys(row)).toEqual(['url', 'filename', 'sha256', 'size', 'lastModified']);
    }
    const urls = rows.map(({ url }) => new URL(url).pathname.slice(1));
    const bulk = files.filter(
      (file) =>
        /^(?:\w\w\/)?feeds\/|\.zip$|\.rdf$|^api\/v1\/years\/|^osv\/all/.test(file) && !file.endsWith('.html'),
    );
    expect(bulk.filter((file) => !urls.includes(file))).toEqual([]);
  });
});

/** Everything in a value that tells of a file: what has an address, and addresses that stand alone. */
function toldIn(value: unknown, key = ''): Told[] {
  if (typeof value === 'string')
    return key === 'data' || value.startsWith('/api/v1/') ? [{ address: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const own = 'address' in value ? [value as Told] : [];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => toldIn(inner, name))];
}

/** An `advisory.json`. */
function isRecord(file: string): boolean {
  return file.endsWith('/advisory.json') && !file.startsWith('api/');
}

function moment(instant: string): number {
  return Date.parse(instant);
}
