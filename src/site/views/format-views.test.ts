import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../../tests/builders/a-catalog.ts';
import { planExports } from '../exports/plan-exports.ts';
import { FORMAT_NAMES } from '../exports/planned-format.ts';
import { planSite } from '../plan-site.ts';
import { buildSiteIndex } from '../site-index.ts';
import { advisoryView } from './advisory-view.ts';
import { feedsView } from './feeds-view.ts';

const catalog = aCatalog({ advisories: [anAdvisory({}, { translations: inEnglish() })] });
const index = buildSiteIndex(catalog);
const exports = planExports(index);
const [advisory] = catalog.advisories;
if (advisory === undefined) throw new Error('The catalog holds an advisory.');

describe('the formats that pages name', () => {
  const planned = new Set(planSite(catalog).map(({ address }) => address));

  it('are those that are planned, each file once, with its language or its name', () => {
    const { formats } = advisoryView(index, 'ja', advisory, exports);
    const addresses = formats.flatMap(({ files }) => files.map(({ address }) => address));
    expect(addresses.toSorted()).toEqual(
      exports
        .formatsOf(advisory)
        .map(({ address }) => address)
        .toSorted(),
    );
    expect(addresses.filter((address) => !planned.has(address))).toEqual([]);
    const nameless = formats.flatMap(({ files }) =>
      files.filter(({ language, name }) => (language === undefined) === (name === undefined)),
    );
    expect(nameless).toEqual([]);
    expect(formats[0]).toMatchObject({ format: 'json', files: [{ name: 'advisory.json' }] });
  });

  it('stand in the head in the language of the page, where they have one', () => {
    const addressesIn = (language: 'ja' | 'en') =>
      advisoryView(index, language, advisory, exports).head.files.map(({ address }) => address);
    expect(addressesIn('ja')).toContain('/.well-known/csaf/white/2026/test_00000001.json');
    expect(addressesIn('ja')).not.toContain('/.well-known/csaf/white/2026/test_00000001-en.json');
    expect(addressesIn('en')).toContain('/.well-known/csaf/white/2026/test_00000001-en.json');
  });

  it('are counted on the page of feeds, which names only files that exist', () => {
    const { formats, files, archives, site } = feedsView(index, 'ja', exports);
    expect(formats.map(({ format }) => format)).toEqual(FORMAT_NAMES);
    for (const { count, example } of formats) expect(example !== undefined).toBe(count > 0);
    const named = [
      ...formats.flatMap(({ example }) => example?.address ?? []),
      ...files.flatMap(({ rows }) => rows.map(({ address }) => address)),
      ...archives.flatMap(({ years }) => years.map(({ address }) => address)),
      ...site.flatMap(({ feeds }) => feeds.map(({ address }) => address)),
    ];
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((address) => !planned.has(address))).toEqual([]);
  });

  it('are none on a site that is built without them', () => {
    expect(advisoryView(index, 'ja', advisory)).toMatchObject({ formats: [], head: { files: [] } });
    expect(feedsView(index, 'ja')).toMatchObject({ formats: [], files: [], archives: [] });
    const addresses = planSite(catalog, { formats: false }).map(({ address }) => address);
    expect(addresses.filter((address) => /advisory\.json$|^\/api\/|csaf/u.test(address))).toEqual([]);
  });
});
