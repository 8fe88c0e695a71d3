import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { findSchemaErrors, hasJvnSchemas } from '../../../tests/builders/jvn-schema.ts';
import { expectSequences } from '../../../tests/builders/jvn-sequences.ts';
import { childOf, childrenOf, parseXml, type XmlElement } from '../../../tests/builders/parsed-xml.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { cleanText } from '#domain/xml-text.ts';
import { type JvnrssChannel, renderJvnrss } from './render-jvnrss.ts';

function aChannel(overrides: Partial<JvnrssChannel> = {}): JvnrssChannel {
  return {
    url: 'https://site.example/rss/jvn.rdf',
    homeUrl: 'https://site.example/',
    title: '試験サイト: 公開と更新',
    description: '公開した脆弱性情報と、その更新です。',
    language: 'ja',
    publisher: '架空の調整機関',
    zone: 'Asia/Tokyo',
    namespace: 'http://jvn.jp/rss/mod_sec/',
    ...overrides,
  };
}

const feedOf = (record: AdvisoryRecord, channel: Partial<JvnrssChannel> = {}) =>
  renderJvnrss(aChannel({ language: record.languages[0] ?? 'ja', ...channel }), [record]);

const itemOf = (overrides: Partial<AdvisoryRecord> = {}, channel: Partial<JvnrssChannel> = {}) =>
  childOf(parseXml(feedOf(anAdvisoryRecord(overrides), channel)), 'item');

interface Reference {
  source?: string | undefined;
  id?: string | undefined;
  title?: string | undefined;
  text: string;
}

const referencesOf = (item: XmlElement): Reference[] =>
  childrenOf(item, 'sec:references').map(({ attributes, text }) => ({ ...attributes, text }));

const withScores = (...scores: [version: '2.0' | '3.0' | '3.1' | '4.0', score: number][]) =>
  scores.map(([version, score], place) => ({
    cve: `CVE-1900-000${String(place)}`,
    weaknesses: [],
    scores: [{ version, score, severity: 'high' as const, vector: `${version} ${String(score)}` }],
  }));

describe('renderJvnrss', () => {
  it('tells identifiers, dates and links of the advisory', () => {
    const item = itemOf();
    const record = anAdvisoryRecord();
    expect(item.attributes['rdf:about']).toBe(record.urls.ja);
    expect(childOf(item, 'link').text).toBe(record.urls.ja);
    expect(childOf(item, 'title').text).toBe(record.title.ja);
    expect(childOf(item, 'sec:identifier').text).toBe(record.id);
    expect(childOf(item, 'dc:identifier').text).toBe(record.id);
    expect(childOf(item, 'dcterms:issued').text).toBe('2026-03-10T12:00+09:00');
    expect(childOf(item, 'dcterms:modified').text).toBe('2026-03-20T12:00+09:00');
    expect(childOf(item, 'dc:date').text).toBe('2026-03-20T12:00+09:00');
  });

  it('lists its items in the channel, which is as old as its latest change', () => {
    const older = anAdvisoryRecord({
      updatedAt: '2026-03-19T15:00:59Z',
      urls: { ja: 'https://site.example/2/' },
    });
    const root = parseXml(renderJvnrss(aChannel(), [older, anAdvisoryRecord()]));
    const channel = childOf(root, 'channel');
    const listed = childrenOf(childOf(childOf(channel, 'items'), 'rdf:Seq'), 'rdf:li');
    expect(listed.map(({ attributes }) => attributes['rdf:resource'])).toEqual(
      childrenOf(root, 'item').map(({ attributes }) => attributes['rdf:about']),
    );
    expect(childOf(channel, 'dc:date').text).toBe('2026-03-20T12:00:00+09:00');
    expect(channel.attributes['rdf:about']).toBe('https://site.example/rss/jvn.rdf');
  });

  it('has no date without items and stays valid', () => {
    const root = parseXml(renderJvnrss(aChannel(), []));
    expectSequences(root);
    expect(childrenOf(childOf(root, 'channel'), 'dc:date')).toEqual([]);
  });

  it('carries any advisory unharmed and in the order of the schema', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        for (const language of record.languages) {
          const root = parseXml(feedOf(record, { language }));
          expectSequences(root);
          const item = childOf(root, 'item');
          expect(childOf(item, 'title').text).toBe(cleanText(record.title[language] ?? ''));
          expect(childOf(item, 'sec:identifier').text).toBe(record.id);
          expect(Date.parse(childOf(item, 'dc:date').text)).toBe(startOfMinute(record.updatedAt));
        }
      }),
    );
  });

  it.runIf(hasJvnSchemas)('is valid by the official schema, whatever the advisory', () => {
    const records = fc.sample(arbitraryRecord, { numRuns: 150, seed: 1 });
    const documents = [anAdvisoryRecord(), ...records].flatMap((record) =>
      record.languages.map((language) => feedOf(record, { language })),
    );
    expect(findSchemaErrors('jvnrss_3.2.xsd', documents)).toEqual([]);
  });

  it.runIf(hasJvnSchemas).each([
    ['a severity of its own', 'severity="Critical"', 'severity="Serious"'],
    ['dates before references', /(<sec:references[^]*?)(\s*<dc:date>[^\n]*)/, '$2$1'],
    ['an unknown element', '</item>', '<dc:title/></item>'],
    ['a CPE without vendor', / vendor="[^"]*"/, ''],
  ])('would be refused by the official schema with %s', (_, wanted, broken) => {
    const document = feedOf(anAdvisoryRecord()).replace(wanted, broken);
    expect(findSchemaErrors('jvnrss_3.2.xsd', [document])).not.toEqual([]);
  });
});

describe('readers of JVN’s feeds', () => {
  it('parse the dates of items by the layout 2006-01-02T15:04-07:00', () => {
    const layout = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}$/;
    for (const zone of ['Asia/Tokyo', 'UTC', 'America/St_Johns']) {
      const item = itemOf({ updatedAt: '2026-03-20T03:00:59.5Z' }, { zone });
      for (const name of ['dc:date', 'dcterms:issued', 'dcterms:modified']) {
        expect(childOf(item, name).text).toMatch(layout);
      }
    }
  });

  it('find the CVEs of the advisory, and no others, behind the sources CVE and NVD', () => {
    const references = [
      { title: { ja: '説明' }, url: 'https://nvd.example/', publisher: { ja: ' NVD ' } },
      { title: { ja: '説明' }, url: 'https://cve.example/', publisher: { ja: 'CVE\u0000' } },
    ];
    const found = referencesOf(itemOf({ references, related: [{ id: 'CVE-1900-9999' }] })).filter(
      (each) => each.source === 'CVE' || each.source === 'NVD',
    );
    expect(found.map((each) => each.id)).toEqual(['CVE-1900-0001', 'CVE-1900-0002']);
    for (const each of found) expect(each.id).toMatch(/^CVE-\d{4}-\d{4,}$/);
  });

  it('take references without a source for weaknesses, named “name(CWE-n)”', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const references = referencesOf(childOf(parseXml(feedOf(record)), 'item'));
        for (const each of references.filter(({ source }) => source === undefined || source === '')) {
          expect(each.id).toMatch(/^CWE-\d+$/);
          expect(each.title).toMatch(new RegExp(`(?:^|\\()${each.id ?? ''}\\)?$`));
        }
      }),
    );
    const weaknesses = referencesOf(itemOf()).filter(({ id }) => id?.startsWith('CWE-'));
    expect(weaknesses).toEqual([
      {
        id: 'CWE-79',
        title: 'クロスサイトスクリプティング(CWE-79)',
        text: 'https://cwe.mitre.org/data/definitions/79.html',
      },
      expect.objectContaining({ id: 'CWE-264' }),
    ]);
  });

  it('know CVSS 2.0, 3.0 and 3.1 only, keep one score of version 3, the last, and parse that of 3.0', () => {
    const scores = withScores(['4.0', 9.3], ['3.0', 5], ['3.1', 7], ['2.0', 4], ['3.0', 8.1]);
    const told = childrenOf(itemOf({ vulnerabilities: scores }), 'sec:cvss').map(
      ({ attributes }) => attributes,
    );
    expect(told.map(({ version, score, vector }) => [version, score, vector])).toEqual([
      ['3.1', '7.0', '3.1 7'],
      ['3.0', '8.1', '3.0 8.1'],
      ['2.0', '4.0', '2.0 4'],
    ]);
    for (const { severity, type } of told) expect([type, severity]).toEqual(['Base', 'High']);
  });

  it('read CPE 2.2 URIs without blanks, each with a vendor', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const item = childOf(parseXml(feedOf(record)), 'item');
        for (const { text, attributes } of childrenOf(item, 'sec:cpe')) {
          expect(text).toMatch(/^cpe:\/[aho](?::[A-Za-z0-9._~%-]*){0,6}$/);
          expect(attributes['version']).toBe('2.2');
          expect(attributes['vendor']).not.toBe('');
        }
      }),
    );
    expect(childOf(itemOf(), 'sec:cpe').text).toBe('cpe:/a:alpha:test_product');
  });

  it('skip withdrawn advisories by their mark and find no products or scores in them', () => {
    const item = itemOf({
      state: 'withdrawn',
      withdrawal: { at: '2026-03-20T03:00:00Z', reason: { ja: '重複していました。' } },
    });
    expect(childOf(item, 'description').text).toBe('** 削除 ** 重複していました。');
    expect(['sec:cpe', 'sec:cvss'].flatMap((name) => childrenOf(item, name))).toEqual([]);
    expect(referencesOf(item).map(({ source }) => source)).toContain('CVE');
  });

  it('follow links to JVN by their source and identifier', () => {
    const id = 'JVN#13199224';
    const related = [{ id: 'JVNVU#99709964' }, { id: 'VU#123456' }, { id: 'OTHER-1' }];
    const urls = { ja: 'https://vn.example/jp/JVN13199224/' };
    const found = referencesOf(itemOf({ id, urls, related })).filter(({ source }) =>
      /^(?:JVN|CERT-VN)$/.test(source ?? ''),
    );
    expect(found).toEqual([
      { source: 'JVN', id, text: urls.ja },
      { source: 'JVN', id: 'JVNVU#99709964', text: 'https://jvn.jp/vu/JVNVU99709964/index.html' },
      { source: 'CERT-VN', id: 'VU#123456', text: 'https://www.kb.cert.org/vuls/id/123456' },
    ]);
  });

  it('fetch what stands behind JPCERT-AT, which no publisher may be called', () => {
    const references = [
      { title: { ja: '説明' }, url: 'https://a.example/', publisher: { ja: 'JPCERT-AT' } },
      { title: { ja: '説明' }, url: 'https://b.example/' },
    ];
    const sources = referencesOf(itemOf({ references })).filter(({ title }) => title === '説明');
    expect(sources.map(({ source }) => source)).toEqual(['関連文書', '関連文書']);
  });

  it('see the namespace of JVN iPedia’s feeds unless the site chose that of the schema', () => {
    for (const namespace of ['http://jvn.jp/rss/mod_sec/', 'http://jvn.jp/rss/mod_sec/3.0/'] as const) {
      expect(childOf(itemOf({}, { namespace }), 'sec:identifier').uri).toBe(namespace);
    }
  });
});

function startOfMinute(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000) * 60_000;
}
