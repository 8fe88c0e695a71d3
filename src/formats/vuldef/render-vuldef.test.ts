import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { findSchemaErrors, hasJvnSchemas } from '../../../tests/builders/jvn-schema.ts';
import { expectSequences } from '../../../tests/builders/jvn-sequences.ts';
import { childOf, childrenOf, parseXml, type XmlElement } from '../../../tests/builders/parsed-xml.ts';
import type { Language } from '#domain/language.ts';
import { cleanText } from '#domain/xml-text.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { renderVuldef } from './render-vuldef.ts';

const render = (overrides: Partial<AdvisoryRecord> = {}, language: Language = 'ja') =>
  renderVuldef(anAdvisoryRecord(overrides), language, 'Asia/Tokyo');

const dataOf = (xml: string) => childOf(childOf(parseXml(xml), 'Vulinfo'), 'VulinfoData');

/** The elements behind the last name of a path that starts in VulinfoData. */
function findAll(data: XmlElement, ...path: string[]): XmlElement[] {
  return path.reduce<XmlElement[]>((found, name) => found.flatMap((each) => childrenOf(each, name)), [data]);
}

const textsOf = (...found: Parameters<typeof findAll>) => findAll(...found).map(({ text }) => text);

const withdrawn = {
  state: 'withdrawn',
  withdrawal: { at: '2026-03-20T03:00:00Z', reason: { ja: '重複していました。', en: 'A duplicate.' } },
} as const;

describe('renderVuldef', () => {
  it('tells the identifier, title and dates of the advisory', () => {
    const root = parseXml(render());
    expect(root).toMatchObject({
      uri: 'http://jvn.jp/vuldef/',
      attributes: { version: '3.2', 'xml:lang': 'ja' },
    });
    const info = childOf(root, 'Vulinfo');
    expect(info.attributes['restriction']).toBe('public');
    expect(childOf(info, 'VulinfoID').text).toBe('TEST#00000001');
    const data = childOf(info, 'VulinfoData');
    expect(childOf(data, 'Title').text).toBe('テスト製品における試験用の脆弱性');
    const dates = ['DateFirstPublished', 'DateLastUpdated', 'DatePublic'];
    expect(dates.map((name) => childOf(data, name).text)).toEqual([
      '2026-03-10T12:00:00+09:00',
      '2026-03-20T12:00:00+09:00',
      '2026-03-10T12:00:00+09:00',
    ]);
    expect(textsOf(data, 'History', 'HistoryItem', 'HistoryNo')).toEqual(['1', '2']);
  });

  it('writes one version for each range, in the words of the document’s language', () => {
    expect(textsOf(dataOf(render()), 'Affected', 'AffectedItem', 'VersionNumber').slice(0, 2)).toEqual([
      '1.0 以上 2.0 未満',
      '0.9',
    ]);
    const english = dataOf(render({}, 'en'));
    expect(textsOf(english, 'Affected', 'AffectedItem', 'VersionNumber')[0]).toBe(
      'versions from 1.0 prior to 2.0',
    );
    expect(textsOf(english, 'Title')).toEqual(['Fictional vulnerability in Test Product']);
  });

  it('lists vendors without products by their status, and CPEs of affected products only', () => {
    const items = findAll(dataOf(render()), 'Affected', 'AffectedItem');
    const told = items.map((item) => [
      childOf(item, 'Name').text,
      item.attributes['affectedstatus'],
      ...childrenOf(item, 'Cpe').map(({ text }) => text),
    ]);
    expect(told).toEqual([
      ['アルファ社', 'vulnerable', 'cpe:/a:alpha:test_product'],
      ['アルファ社', 'vulnerable'],
      ['Delta', 'vulnerable'],
      ['ベータ社', 'notvulnerable'],
      ['Gamma', 'unknown'],
    ]);
  });

  it('links notices, CVEs under the names that readers know, JVN and weaknesses', () => {
    const related = [{ id: 'JVNVU#99709964' }];
    const told = findAll(dataOf(render({ related })), 'Related', 'RelatedItem').map((item) => [
      item.attributes['type'],
      ...item.children.filter(({ name }) => name !== 'Title').map(({ text }) => text),
    ]);
    expect(told).toContainEqual(['vendor', 'アルファ社', 'https://alpha.example/notice/1']);
    expect(told).toContainEqual([
      'advisory',
      'Common Vulnerabilities and Exposures (CVE)',
      'CVE-1900-0001',
      'https://www.cve.org/CVERecord?id=CVE-1900-0001',
    ]);
    expect(told).toContainEqual([
      'advisory',
      'National Vulnerability Database (NVD)',
      'CVE-1900-0001',
      'https://nvd.nist.gov/vuln/detail/CVE-1900-0001',
    ]);
    const jvn = 'https://jvn.jp/vu/JVNVU99709964/index.html';
    expect(told).toContainEqual(['advisory', 'JVN', 'JVNVU#99709964', jvn]);
    const weakness = ['Common Weakness Enumeration (CWE)', 'CWE-79'];
    expect(told).toContainEqual(['cwe', ...weakness, 'https://cwe.mitre.org/data/definitions/79.html']);
  });

  it('takes the first public day from the timeline where it is earlier', () => {
    const timeline = [
      { on: '2026-03-09', event: 'exploit-published' },
      { on: '2026-03-01', event: 'reported' },
      { on: '2026-03-08', event: 'published' },
      { on: '2026-03-10', event: 'published' },
    ];
    expect(textsOf(dataOf(render({ timeline })), 'DatePublic')).toEqual(['2026-03-08T00:00:00+09:00']);
  });

  it('says that impact stands in the overview where there are scores only, and nothing without scores', () => {
    const sections = { ja: [{ id: null, heading: '見出し', text: '本文です。' }] };
    const told = dataOf(render({ sections }));
    expect(textsOf(told, 'VulinfoDescription', 'Overview')).toEqual(['本文です。']);
    expect(textsOf(told, 'VulinfoDescription', 'Detail')).toEqual([]);
    expect(textsOf(told, 'Impact', 'ImpactItem', 'Description')).toEqual(['概要を参照してください。']);
    expect(findAll(dataOf(render({ sections, vulnerabilities: [] })), 'Impact')).toEqual([]);
  });

  it('tells of a withdrawn advisory why, and neither products nor scores', () => {
    const data = dataOf(render(withdrawn, 'en'));
    expect(textsOf(data, 'VulinfoDescription', 'Overview')).toEqual(['** 削除 ** A duplicate.']);
    expect(['Affected', 'Impact', 'Solution'].flatMap((name) => findAll(data, name))).toEqual([]);
    expect(findAll(data, 'Related', 'RelatedItem').length).toBeGreaterThan(0);
  });

  it('carries any advisory unharmed and in the order of the schema', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        for (const language of record.languages) {
          const root = parseXml(renderVuldef(record, language, 'Asia/Tokyo'));
          expectSequences(root);
          const data = childOf(childOf(root, 'Vulinfo'), 'VulinfoData');
          expect(childOf(data, 'Title').text).toBe(cleanText(record.title[language] ?? ''));
          expect(Date.parse(childOf(data, 'DateLastUpdated').text)).toBe(startOfSecond(record.updatedAt));
          expect(textsOf(data, 'History', 'HistoryItem')).toHaveLength(record.revisions.length);
          expectVersions(data);
        }
      }),
    );
  });

  it.runIf(hasJvnSchemas)('is valid by the official schema, whatever the advisory', () => {
    const records = fc.sample(arbitraryRecord, { numRuns: 150, seed: 1 });
    const documents = [anAdvisoryRecord(), anAdvisoryRecord(withdrawn), ...records].flatMap((record) =>
      record.languages.map((language) => renderVuldef(record, language, 'America/St_Johns')),
    );
    expect(findSchemaErrors('vuldef_3.2.xsd', documents)).toEqual([]);
  });

  it.runIf(hasJvnSchemas).each([
    ['a severity of its own', '>Critical<', '>Serious<'],
    ['a status of its own', 'affectedstatus="vulnerable"', 'affectedstatus="affected"'],
    [
      'the title behind the overview',
      /(<Title>.*<\/Title>)(\s*<VulinfoDescription>[^]*?<\/VulinfoDescription>)/,
      '$2$1',
    ],
    ['a date without time', /(<DatePublic>[^T]*)T[^<]*/, '$1'],
  ])('would be refused by the official schema with %s', (_, wanted, broken) => {
    const document = render().replace(wanted, broken);
    expect(document).not.toBe(render());
    expect(findSchemaErrors('vuldef_3.2.xsd', [document])).not.toEqual([]);
  });
});

/** One reader gives up a document over any other version of CVSS. */
function expectVersions(data: XmlElement) {
  for (const { attributes } of findAll(data, 'Impact', 'Cvss')) {
    expect(attributes['version']).toMatch(/^(?:2\.0|3\.0|3\.1)$/);
  }
}

function startOfSecond(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000) * 1000;
}
