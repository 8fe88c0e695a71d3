import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { cnaShape } from '../builders/cna-shape.ts';
import { openVexShape } from '../builders/openvex-shape.ts';
import { osvShape } from '../builders/osv-shape.ts';
import { listFiles } from './built-site.ts';

const osvList = z.array(z.strictObject({ id: z.string(), modified: z.iso.datetime() }));

describe.each(['fictionalSite', 'sampleSite', 'otherSite'] as const)('for machines, the %s', (site) => {
  const folder = inject(site);
  const files = listFiles(folder);
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const below = (room: string) =>
    files.filter((file) => file.startsWith(`${room}/`) && file.endsWith('.json'));

  it('lists every OSV record with the moment of its last change', () => {
    const listed = osvList.parse(read('osv/all.json'));
    const records = below('osv')
      .filter((file) => file !== 'osv/all.json')
      .map((file) => ({ file, record: osvShape.parse(read(file)) }));
    expect(records.map(({ file }) => file)).toEqual(records.map(({ record }) => `osv/${record.id}.json`));
    const told = records.map(({ record: { id, modified } }) => ({ id, modified }));
    expect(new Set(listed.map((each) => JSON.stringify(each)))).toEqual(
      new Set(told.map((each) => JSON.stringify(each))),
    );
  });

  it('refers in OSV, CVE and OpenVEX to its own pages, which are there', () => {
    const osv = below('osv').filter((file) => file !== 'osv/all.json');
    const own = osv.flatMap((file) => osvShape.parse(read(file)).references[0]?.url ?? []);
    for (const url of own) {
      expect(existsSync(path.join(folder, new URL(url).pathname, 'index.html'))).toBe(true);
    }
    for (const file of below('vex')) {
      const { '@id': id, statements } = openVexShape.parse(read(file));
      expect(new URL(id).pathname).toBe(`/${file}`);
      const pages = statements.flatMap((each) => each.products.map((product) => product['@id']));
      for (const page of new Set(pages.filter((each) => each.startsWith('https:'))))
        expect(existsSync(path.join(folder, new URL(page).pathname, 'index.html'))).toBe(true);
    }
    for (const file of below('cve')) expect(() => cnaShape.parse(read(file))).not.toThrow();
  });
});

describe('the fictional site', () => {
  const folder = inject('fictionalSite');
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

  it('has a package of npm, one of Maven with commits, and a withdrawn one of PyPI as OSV', () => {
    expect(osvShape.parse(read('osv/x_XVN-10000001.json'))).toMatchObject({
      aliases: ['CVE-1900-10001'],
      affected: [
        {
          package: { ecosystem: 'npm', name: '@kuuso/app' },
          ranges: [
            { type: 'SEMVER', events: [{ introduced: '1.2.0' }, { fixed: '1.4.0' }] },
            { type: 'SEMVER', events: [{ introduced: '0' }, { last_affected: '0.9.0' }] },
          ],
        },
      ],
    });
    const { affected } = osvShape.parse(read('osv/x_XVN-10000002.json'));
    expect(affected[0]?.package?.name).toBe('example.kuuso:router');
    expect(affected[0]?.ranges?.map(({ type }) => type)).toEqual(['ECOSYSTEM', 'ECOSYSTEM', 'GIT']);
    expect(osvShape.parse(read('osv/x_XVN-10000003.json')).withdrawn).toBe('2026-02-05T00:00:00Z');
  });

  it('has CNA containers of the CVEs that its own CNA assigned, and of no others', () => {
    const files = listFiles(folder).filter((file) => file.startsWith('cve/'));
    expect(files).toEqual(['cve/CVE-1900-10001.json', 'cve/CVE-1900-10002.json']);
    expect(cnaShape.parse(read('cve/CVE-1900-10001.json')).cnaContainer).toMatchObject({
      providerMetadata: { orgId: '00000000-0000-4000-9000-000000000001' },
      affected: [{ packageName: '@kuuso/app', packageURL: 'pkg:npm/%40kuuso/app' }],
      descriptions: [{ lang: 'en' }, { lang: 'ja' }],
    });
  });

  it('has no OpenVEX of what was withdrawn, and every answer of sixty vendors', () => {
    expect(existsSync(path.join(folder, 'vex/XVN10000003.json'))).toBe(false);
    const { statements } = openVexShape.parse(read('vex/XVN10000005.json'));
    const vendors = statements.flatMap(({ products }) => products.map((product) => product['@id']));
    expect(new Set(vendors).size).toBe(60);
  });
});
