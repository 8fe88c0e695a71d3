import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAdvisoryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { expectSound, listUnknown } from '../../../tests/builders/sound-readings.ts';
import { renderJvnrss } from '#formats/jvnrss/render-jvnrss.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../format.ts';
import { jvnrss } from './jvnrss.ts';
import { completeDraft } from '../complete-draft.ts';

const read = (text: string): Reading[] => [
  ...jvnrss.read([{ path: 'a.rdf', text }], { languages: ['ja'], timezone: 'Asia/Tokyo' }),
];

function draftsOf(text: string): Draft[] {
  return read(text).flatMap((reading) => ('draft' in reading ? [completeDraft(reading.draft)] : []));
}

const NAMESPACES =
  'xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:sec="http://jvn.jp/rss/mod_sec/"';
const item = (
  id: string,
  more = '',
): string => `<item rdf:about="https://jvndb.jvn.jp/ja/contents/2030/${id}.html">
  <title>架空ソフトにおける脆弱性</title><link>https://jvndb.jvn.jp/ja/contents/2030/${id}.html</link>
  <description>架空ソフトには脆弱性が存在します。&#13;\n&#13;\n二つ目の段落です。&#13;\n</description>
  <sec:identifier>${id}</sec:identifier>
  <sec:references source="CVE" id="CVE-2030-1001">http://cve.mitre.org/cgi-bin/cvename.cgi?name=CVE-2030-1001</sec:references>
  <sec:references source="NVD" id="CVE-2030-1001">https://nvd.nist.gov/vuln/detail/CVE-2030-1001</sec:references>
  <sec:references source="JVN" id="JVNVU#90000001">https://jvn.jp/vu/JVNVU90000001/</sec:references>
  <sec:references source="BID" id="45639">http://www.securityfocus.com/bid/45639</sec:references>
  <sec:references id="CWE-79" title="クロスサイトスクリプティング(CWE-79)">https://jvndb.jvn.jp/ja/cwe/CWE-79.html</sec:references>
  <sec:cpe version="2.2" vendor="架空社" product="架空ソフト">cpe:/a:example:kakuu</sec:cpe>
  <sec:cpe version="2.2" vendor="空想社" product="空想ソフト" impact="not vulnerable">cpe:/a:example:kuusou</sec:cpe>
  <sec:cvss version="2.0" score="4.3" type="Base" severity="Medium" vector="AV:N/AC:M/Au:N/C:N/I:P/A:N"/>
  <dc:date>2030-02-03T10:00+09:00</dc:date>
  <dcterms:issued>2030-01-02T15:38+09:00</dcterms:issued>
  <dcterms:modified>2030-02-03T10:00+09:00</dcterms:modified>${more}
</item>`;
const feed = (items: string, namespaces = NAMESPACES): string =>
  `<rdf:RDF ${namespaces} xml:lang="ja"><channel rdf:about="https://jvndb.jvn.jp/"><title>x</title></channel>${items}</rdf:RDF>`;

describe('an item of JVNRSS', () => {
  const [draft] = draftsOf(feed(item('JVNDB-2030-000001')));

  it('becomes a draft with what it has', () => {
    expect(draft).toEqual({
      language: 'ja',
      facts: {
        id: 'JVNDB-2030-000001',
        title: '架空ソフトにおける脆弱性',
        publishedAt: '2030-01-02T15:38:00+09:00',
        revisions: [
          { at: '2030-01-02T15:38:00+09:00', summary: '公開' },
          { at: '2030-02-03T10:00:00+09:00', summary: '更新' },
        ],
        vulnerabilities: [{ cve: 'CVE-2030-1001', cwe: ['CWE-79'], cvss: ['AV:N/AC:M/Au:N/C:N/I:P/A:N'] }],
        affected: [
          { vendor: '架空社', product: '架空ソフト', cpe: 'cpe:2.3:a:example:kakuu:*:*:*:*:*:*:*:*' },
        ],
        references: [
          {
            ...{ title: 'JVNDB-2030-000001', publisher: 'JVN iPedia', language: 'ja' },
            url: 'https://jvndb.jvn.jp/ja/contents/2030/JVNDB-2030-000001.html',
          },
          { title: '45639', url: 'http://www.securityfocus.com/bid/45639', publisher: 'BID' },
        ],
        related: ['JVNVU#90000001'],
      },
      prose: [
        { id: 'overview', markdown: '架空ソフトには脆弱性が存在します。\n\n二つ目の段落です。' },
        { id: 'solution', markdown: '情報源に対策方法の記載はありません。' },
      ],
      retired: ['/ja/contents/2030/JVNDB-2030-000001.html'],
    });
  });

  it('has an overview even without a description, and is related to CVEs that are not its own', () => {
    const text = item('JVNDB-2030-000001');
    const silent = draftsOf(feed(text.replace(/<description>[^<]*/u, '<description>')));
    expect(silent[0]?.prose[0]).toEqual({ id: 'overview', markdown: '架空ソフトにおける脆弱性' });
    const speaking = draftsOf(
      feed(text.replace('<description>', '<description>CVE-2029-9999 とは異なります。')),
    );
    expect(speaking[0]?.facts.related).toEqual(['JVNVU#90000001', 'CVE-2029-9999']);
  });

  it('accounts for every value', () => {
    const readings = read(feed(item('JVNDB-2030-000001') + item('JVNDB-2030-000002')));
    expectSound(readings);
    expect(readings.map(({ name }) => name)).toEqual(['JVNDB-2030-000001', 'JVNDB-2030-000002']);
    expect(listUnknown(readings)).toEqual([]);
  });

  it.each([
    'http://jvn.jp/rss/mod_sec/2.0/',
    'http://jvn.jp/rss/mod_sec/3.0/',
    'https://jvn.jp/rss/mod_sec/3.0/',
  ])('is the same with the security module %s, and where declarations are missing', (module) => {
    const other = feed(item('JVNDB-2030-000001'), NAMESPACES.replace('http://jvn.jp/rss/mod_sec/', module));
    expect(draftsOf(other)).toEqual([draft]);
    expect(draftsOf(feed(item('JVNDB-2030-000001'), ''))).toEqual([draft]);
  });

  it.each([
    ['an identifier', 'sec:identifier', '/sec:identifier'],
    ['a title', 'title', '/title'],
  ])('is refused without %s', (_, name, at) => {
    const text = item('JVNDB-2030-000001').replace(new RegExp(`<${name}>[^<]*</${name}>`, 'u'), '');
    expect(read(feed(text))).toMatchObject([{ refusal: { why: 'missing', at } }]);
  });

  it('may have its page on jvn.jp, in a form of long ago', () => {
    const old = item('JVN#84798830').replaceAll(
      'https://jvndb.jvn.jp/ja/contents/2030/JVN#84798830.html',
      'http://jvn.jp/jp/JVN%2384798830/index.html',
    );
    expect(draftsOf(feed(old))[0]?.retired).toEqual(['/jp/JVN%2384798830/index.html']);
  });
});

describe('a document of JVNRSS', () => {
  it.each([
    [
      'an answer without items',
      '<rdf:RDF xmlns:status="http://jvndb.jvn.jp/myjvn/Status"><status:Status method="getVulnOverviewList" retCd="1"/></rdf:RDF>',
      { skipped: { why: 'not-an-advisory', what: 'getVulnOverviewList' } },
    ],
    ['RSS 2.0', '<rss version="2.0"><channel/></rss>', { refusal: { why: 'other-format', what: 'rss' } }],
    [
      'ill-formed',
      feed(item('JVNDB-2030-000001')).replace('version="2.0"', 'version= 2'),
      { refusal: { why: 'syntax', what: 'unquoted attribute value.' } },
    ],
  ])('%s', (_, text, outcome) => {
    expect(read(text)).toMatchObject([outcome]);
  });

  it('comes back from our own feed as it went out', () => {
    const record = anAdvisoryRecord();
    for (const language of ['ja', 'en'] as const) {
      const channel = {
        ...{ url: 'https://site.example/rss/jvn.rdf', homeUrl: 'https://site.example/', title: 'Feed' },
        ...{ description: 'Feed', language, publisher: 'Coordinator', zone: 'Asia/Tokyo' },
        namespace: 'http://jvn.jp/rss/mod_sec/' as const,
      };
      const readings = read(renderJvnrss(channel, [record]));
      expectSound(readings);
      expect(listUnknown(readings)).toEqual([]);
      const [draft] = draftsOf(renderJvnrss(channel, [record]));
      expect(draft).toMatchObject({ language, facts: { id: record.id, title: record.title[language] } });
      expect(draft?.facts.vulnerabilities.flatMap(({ cve }) => cve ?? [])).toEqual(
        record.vulnerabilities.flatMap(({ cve }) => cve ?? []),
      );
    }
  });

  it('throws for no bytes that were changed', () => {
    const text = feed(item('JVNDB-2030-000001'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...Array.from('<>&"/=\u0000 A日'))), {
          minLength: 1,
          maxLength: 4,
        }),
        (changes) => {
          let changed = text;
          for (const [at, character] of changes)
            changed = changed.slice(0, at) + character + changed.slice(at + 1);
          expectSound(read(changed));
        },
      ),
      { seed: 10, numRuns: 150 },
    );
  });
});
