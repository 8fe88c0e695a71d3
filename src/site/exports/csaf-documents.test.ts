import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../../tests/builders/a-catalog.ts';
import { buildSiteIndex } from '../site-index.ts';
import { listCsafDocuments } from './csaf-documents.ts';
import { buildExports } from './exports.ts';

type Parts = Parameters<typeof anAdvisory>;

function documentsOf(advisories: Parts[], site: Written = {}) {
  const catalog = aCatalog({ site, advisories: advisories.map((parts) => anAdvisory(...parts)) });
  return listCsafDocuments(buildExports(buildSiteIndex(catalog)));
}
const addressesOf = (...advisories: Parts[]) => documentsOf(advisories).map(({ address }) => address);
const hasVex = (facts: Written) => documentsOf([[facts]]).some(({ view }) => view === 'vex');

describe('listCsafDocuments', () => {
  it('has each language in both versions, and one VEX view in 2.0', () => {
    expect(addressesOf([{}, { translations: inEnglish() }])).toEqual([
      '/.well-known/csaf/white/2026/test_00000001.json',
      '/.well-known/csaf/v2.1/clear/2026/test_00000001.json',
      '/.well-known/csaf/white/2026/test_00000001-en.json',
      '/.well-known/csaf/v2.1/clear/2026/test_00000001-en.json',
      '/.well-known/csaf/white/2026/test_00000001-vex.json',
    ]);
  });

  it('tells the VEX view in English where there is an English text', () => {
    const languageOf = (...parts: Parts) => documentsOf([parts]).find(({ view }) => view === 'vex')?.language;
    expect(languageOf({}, { translations: inEnglish() })).toBe('en');
    expect(languageOf({})).toBe('ja');
  });

  it('gives the first language of the site the plain identifier, whichever it is', () => {
    const ids = documentsOf([[{}, { translations: inEnglish() }]], { languages: ['ja'] })
      .filter(({ view }) => view === 'advisory')
      .map(({ trackingId, language }) => [trackingId, language]);
    expect(ids).toEqual([
      ['TEST#00000001', 'ja'],
      ['TEST#00000001', 'ja'],
    ]);
  });

  it('takes the folder from the year in UTC', () => {
    const [address] = addressesOf([{ publishedAt: '2019-01-01T00:00:00+09:00' }]);
    expect(address).toContain('/white/2018/');
  });

  it('puts the latest release first and takes a withdrawal for one', () => {
    const at = '2026-03-10T12:00:00+09:00';
    const withdrawal = { at: '2026-05-01T09:00:00+09:00', reason: '誤り' };
    const documents = documentsOf([
      [{ publishedAt: at }],
      [{ id: 'TEST#00000002', publishedAt: '2026-04-01T00:00:00Z' }],
      [{ id: 'TEST#00000003', publishedAt: at, state: 'withdrawn', withdrawal }],
    ]).filter(({ version, view }) => version === '2.0' && view === 'advisory');
    expect(documents.map(({ trackingId, currentReleaseDate }) => [trackingId, currentReleaseDate])).toEqual([
      ['TEST#00000003', '2026-05-01T00:00:00Z'],
      ['TEST#00000002', '2026-04-01T00:00:00Z'],
      ['TEST#00000001', '2026-03-10T03:00:00Z'],
    ]);
  });

  it('knows a fraction of a second for later than the whole one', () => {
    const [whole, half] = ['2026-04-01T00:00:00Z', '2026-04-01T09:00:00.5+09:00'];
    const documents = documentsOf([
      [{ publishedAt: whole }],
      [{ id: 'TEST#00000002', publishedAt: half }],
    ]).filter(({ version, view }) => version === '2.0' && view === 'advisory');
    expect(documents.map(({ trackingId }) => trackingId)).toEqual(['TEST#00000002', 'TEST#00000001']);
  });

  it('tells the title and the first sentences', () => {
    const [document] = documentsOf([[]]);
    expect(document?.title).toBe('テスト製品における試験用の脆弱性');
    expect(document?.summary).toBe('テスト製品には、試験用の脆弱性が存在します。');
  });
});

describe('the VEX view', () => {
  const [one, two] = [{ cve: 'CVE-1900-0001' }, { cve: 'CVE-1900-0002' }];
  const product = { vendor: 'alpha', product: 'A' };

  it('needs an answer of a vendor', () => {
    expect(hasVex({})).toBe(true);
    expect(hasVex({ vendors: [] })).toBe(false);
    expect(hasVex({ vendors: [{ vendor: 'alpha' }] })).toBe(false);
    expect(hasVex({ affected: [], vendors: [{ vendor: 'beta', status: 'not-affected' }] })).toBe(true);
  });

  it('needs a name for every vulnerability', () => {
    expect(hasVex({ vulnerabilities: [{}] })).toBe(true);
    expect(hasVex({ vulnerabilities: [one, {}] })).toBe(false);
    expect(hasVex({ vulnerabilities: [one, two] })).toBe(true);
  });

  it('needs a status for every vulnerability', () => {
    const affected = [{ ...product, cves: ['CVE-1900-0001'] }];
    const vendors = [{ vendor: 'alpha', cves: { 'CVE-1900-0001': 'affected' } }];
    expect(hasVex({ vulnerabilities: [one, two], affected, vendors })).toBe(false);
    expect(hasVex({ vulnerabilities: [one], affected, vendors })).toBe(true);
  });

  it('is not made of what was withdrawn', () => {
    const withdrawal = { at: '2026-05-01T09:00:00+09:00', reason: '誤り' };
    expect(hasVex({ state: 'withdrawn', withdrawal })).toBe(false);
  });
});
