import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAdvisoryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { aVuldefDocument, VULDEF_HEAD, VULDEF_RECORD } from '../../../tests/builders/a-vuldef-record.ts';
import { expectSound, listInvented, listUnknown } from '../../../tests/builders/sound-readings.ts';
import { toRangePhrase } from '#domain/range-phrase.ts';
import type { Language } from '#domain/language.ts';
import { epochMilliseconds } from '#domain/dates.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import { renderVuldef } from '#formats/vuldef/render-vuldef.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../format.ts';
import { vuldef } from './vuldef.ts';
import { completeDraft } from '../complete-draft.ts';

const read = (text: string): Reading[] => [
  ...vuldef.read([{ path: 'a.xml', text }], { languages: ['ja', 'en'], timezone: 'Asia/Tokyo' }),
];

function draftOf(text: string): Draft {
  const [reading] = read(text);
  if (reading === undefined || !('draft' in reading)) throw new Error(JSON.stringify(reading));
  return completeDraft(reading.draft);
}

describe('a record of VULDEF', () => {
  const draft = draftOf(aVuldefDocument(VULDEF_RECORD));

  it('becomes a draft with its identifier, its dates and its history', () => {
    expect(draft.language).toBe('ja');
    expect(draft.facts).toMatchObject({
      id: 'JVNDB-2030-000001',
      title: '架空ルータにおける複数の脆弱性',
      publishedAt: '2030-01-10T12:00:00+09:00',
      revisions: [
        { at: '2030-01-10T12:00:00+09:00', summary: '公開 (最初の公表は 2030年1月8日)' },
        { at: '2030-03-01T15:00:00+09:00', summary: '対策：内容を更新 / 参考情報を追加' },
      ],
    });
    expect(draft.retired).toEqual(['/ja/contents/2030/JVNDB-2030-000001.html']);
  });

  it('tells of each CVE what the text says of it, and of all together what it does not', () => {
    expect(draft.facts.vulnerabilities).toEqual([
      { cve: 'CVE-2030-1001', cwe: ['CWE-78'] },
      { cve: 'CVE-2030-1002', cwe: ['CWE-200'] },
      {
        title: '全体の評価 (CVE ごとの内訳なし)',
        cwe: ['CWE-20'],
        cvss: ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
      },
    ]);
  });

  it('reads versions where they are ranges, by CVE, and keeps all the words where one is none', () => {
    expect(draft.facts.affected).toEqual([
      {
        ...{ vendor: '株式会社架空', product: '架空ルータ', ranges: ['<Ver.1.4.2'], cves: ['CVE-2030-1001'] },
        cpe: 'cpe:2.3:h:example:kakuu_router:*:*:*:*:*:*:*:*',
      },
      {
        ...{ vendor: '株式会社架空', product: '架空ルータ', ranges: ['>=1.0 <1.3'], cves: ['CVE-2030-1002'] },
        cpe: 'cpe:2.3:h:example:kakuu_router:*:*:*:*:*:*:*:*',
      },
      {
        vendor: '株式会社架空',
        product: '架空スイッチ',
        note: '2.0 以前 / v6 R4 およびそれ以前のバージョン',
      },
    ]);
  });

  it('makes rows of vendors that have a status, words or a notice', () => {
    expect(draft.facts.vendors).toEqual([
      { vendor: '空想電機', status: 'not-affected', statement: '影響を受けません。' },
      {
        vendor: '株式会社架空',
        notices: [{ url: 'https://vendor.example/notice', label: '架空ルータの更新について' }],
      },
    ]);
  });

  it('tells related notes by their identifiers, and links to what those do not say', () => {
    expect(draft.facts.related).toEqual(['JVN#12345678', 'JVNVU#427980', 'VU#123456']);
    expect(draft.facts.references?.map(({ title, url }) => [title, url])).toEqual([
      ['JVNDB-2030-000001', 'https://jvndb.jvn.jp/ja/contents/2030/JVNDB-2030-000001.html'],
      ['お知らせ', 'https://other.example/notice'],
      ['JVNVU#427980', 'http://jvn.jp/cert/JVNVU427980'],
      ['JPCERT-AT-2030-0001', 'https://www.jpcert.or.jp/at/2030/at300001.html'],
    ]);
  });

  it('gives its prose back the lines that it had', () => {
    expect(draft.prose).toEqual([
      {
        id: 'overview',
        markdown:
          '架空ルータには、次の複数の脆弱性が存在します。\n\n- コマンドインジェクション (CWE-78) - CVE-2030-1001\n- 情報漏えい (CWE-200) - CVE-2030-1002',
      },
      { id: 'impact', markdown: '任意のコマンドを実行される可能性があります。' },
      {
        id: 'solution',
        markdown:
          '**アップデートする**\n\n最新版にアップデートしてください。\n\n**ワークアラウンドを実施する**\n\n次の回避策があります。\n\n- 設定を変える\n  - 例: 無効にする',
      },
    ]);
  });

  it('accounts for every value, and invents none', () => {
    const readings = read(aVuldefDocument(VULDEF_RECORD));
    expectSound(readings);
    expect(listUnknown(readings)).toEqual([]);
    const [reading] = readings;
    if (reading === undefined) throw new Error('no reading');
    const own = [/^公開/u, /^全体の評価/u, /^JVN iPedia$/u, /^https:\/\/jvndb\.jvn\.jp\/ja\/contents\//u];
    const forms = [/^(?:ja|affected|not-affected)$/u, /^cpe:2\.3:/u, /^[<>=]/u, /^CVE-/u];
    expect(listInvented(reading, [...own, ...forms])).toEqual([]);
    const dropped = listOutcomes(reading.document).flatMap(({ value, outcome }) =>
      outcome.kind === 'dropped' && /unreadable|unsafe|placeholder/u.test(outcome.why)
        ? [[value, outcome.why]]
        : [],
    );
    expect(dropped).toEqual(
      expect.arrayContaining([
        ['AV:X/AC:L', 'unreadable'],
        ['CWE-noinfo', 'placeholder'],
      ]),
    );
  });
});

describe('a document of VULDEF', () => {
  it('holds several records, of which each is read for itself', () => {
    const other = VULDEF_RECORD.replace('<Title>架空ルータにおける複数の脆弱性</Title>', '');
    const readings = read(
      aVuldefDocument(VULDEF_RECORD + other + VULDEF_RECORD.replaceAll('000001', '000002')),
    );
    expect(
      readings.map((reading) =>
        'draft' in reading ? reading.name : 'refusal' in reading && reading.refusal,
      ),
    ).toEqual(['JVNDB-2030-000001', { why: 'missing', at: '/VulinfoData/Title' }, 'JVNDB-2030-000002']);
  });

  it.each([
    ['xml:lang="ja"', '', 'ja'],
    ['xml:lang="ja"', 'xml:lang="en"', 'ja'],
  ])('is in the language of its words when %s becomes %s', (before, after, language) => {
    expect(draftOf(aVuldefDocument(VULDEF_RECORD, VULDEF_HEAD.replace(before, after))).language).toBe(
      language,
    );
  });

  it.each([
    ['not well-formed', '<VULDEF-Document>\n<a></VULDEF-Document>', { why: 'syntax', at: '2:21' }],
    [
      'with a document type',
      `<!DOCTYPE x>${aVuldefDocument(VULDEF_RECORD)}`,
      { why: 'syntax', what: 'DOCTYPE' },
    ],
    ['of another kind', '<html><head/></html>', { why: 'other-format', what: 'html' }],
    [
      'in a third language',
      aVuldefDocument(
        VULDEF_RECORD.replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'x'),
        VULDEF_HEAD.replace('"ja"', '"zh"'),
      ),
      { why: 'language', what: 'zh' },
    ],
    [
      'without its date',
      aVuldefDocument(VULDEF_RECORD.replace(/<Date(?:FirstPublished|Public)>[^<]*<\/\w+>/gu, '')),
      { why: 'missing', at: '/VulinfoData/DateFirstPublished' },
    ],
    [
      'with a date that is none',
      aVuldefDocument(
        VULDEF_RECORD.replace(/<DatePublic>.*/u, '').replace('2030-01-10T12:00:00+09:00', 'soon'),
      ),
      { why: 'unreadable', at: '/VulinfoData/DateFirstPublished' },
    ],
    [
      'with a private part',
      aVuldefDocument(VULDEF_RECORD.replace('<Impact>', '<Impact restriction="private">')),
      { why: 'label', at: '/VulinfoData/Impact/@restriction' },
    ],
    [
      'not yet public',
      aVuldefDocument(VULDEF_RECORD.replace('<VulinfoData>', '<VulinfoData publication="close">')),
      { why: 'unpublished' },
    ],
  ])('is refused when it is %s', (_, text, refusal) => {
    expect(read(text)).toMatchObject([{ refusal }]);
  });

  it('is held back by its label, and passed over when it is an answer without a record', () => {
    const marking =
      '<sec:handling xmlns:sec="http://jvn.jp/rss/mod_sec/3.0/" xmlns:m="http://data-marking.mitre.org/Marking-1"><m:Marking><m:Marking_Structure color="AMBER"/></m:Marking></sec:handling>';
    expect(read(aVuldefDocument(VULDEF_RECORD + marking))).toMatchObject([
      { refusal: { why: 'label', what: 'AMBER' } },
    ]);
    expect(read(aVuldefDocument(VULDEF_RECORD + marking.replace('AMBER', 'WHITE')))).toMatchObject([
      { draft: {} },
    ]);
    expect(read(aVuldefDocument(''))).toMatchObject([{ skipped: { why: 'not-an-advisory' } }]);
  });

  it('may be of an older generation, with bounds of versions as elements', () => {
    const old = VULDEF_RECORD.replace(
      '<VersionNumber>2.0 以前</VersionNumber><VersionNumber>v6 R4 およびそれ以前のバージョン</VersionNumber>',
      '<VersionNumber><RangeBegin>1.0</RangeBegin><RangeEnd operator="lt">2.0</RangeEnd></VersionNumber><VersionNumber operator="ge">3.0</VersionNumber>',
    );
    expect(draftOf(aVuldefDocument(old, 'version="2.0"')).facts.affected?.at(-1)).toMatchObject({
      ranges: ['>=1.0 <2.0', '>=3.0'],
    });
  });

  it('is withdrawn when its overview says so', () => {
    const { facts, prose } = draftOf(
      aVuldefDocument(VULDEF_RECORD.replace('<Overview>', '<Overview>** 削除 ** 重複のため。')),
    );
    expect(facts.state).toBe('withdrawn');
    expect(facts.withdrawal).toMatchObject({ at: '2030-03-01T15:00:00+09:00' });
    expect(prose[0]?.markdown).toMatch(/^重複のため。/u);
  });

  it('comes back from our own export as it went out', () => {
    const record = anAdvisoryRecord();
    for (const language of ['ja', 'en'] as const) {
      const readings = read(renderVuldef(record, language, 'Asia/Tokyo'));
      expectSound(readings);
      expect(listUnknown(readings)).toEqual([]);
      const draft = draftOf(renderVuldef(record, language, 'Asia/Tokyo'));
      expect(draft.facts.title).toBe(record.title[language]);
      const millis = (moments: readonly { at: string }[]) => moments.map(({ at }) => epochMilliseconds(at));
      expect(millis(draft.facts.revisions).slice(0, record.revisions.length)).toEqual(
        millis(record.revisions),
      );
      expect(draft.facts.affected?.map(({ ranges = [] }) => ranges)).toEqual(
        record.products.map(({ ranges }) => ranges),
      );
      const cves = new Set(draft.facts.vulnerabilities.flatMap(({ cve }) => cve ?? []));
      expect([...cves]).toEqual(record.vulnerabilities.flatMap(({ cve }) => cve ?? []));
      expect(draft.facts.credits?.map(({ role }) => role)).toEqual(record.credits.map(({ role }) => role));
      const notices = draft.facts.vendors?.flatMap(({ notices: list = [] }) => list.map(({ url }) => url));
      expect(notices).toEqual(record.vendors.flatMap((vendor) => vendor.notices.map(({ url }) => url)));
      expectSections(draft, record, language);
    }
  });

  it('throws for no bytes that were changed', () => {
    const text = aVuldefDocument(VULDEF_RECORD);
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
      { seed: 8, numRuns: 150 },
    );
  });

  it('throws for no text in place of another', () => {
    const parts = aVuldefDocument(VULDEF_RECORD).split(/(?<=>)(?=[^<\s])|(?<=[^>\s])(?=<)/u);
    const values = [
      '',
      ' ',
      '2030',
      'x'.repeat(5000),
      '** 削除 **',
      '[2030年99月99日]',
      'CVE-2030-1001',
      '&lt;script&gt;',
      'javascript:1',
      '\uFFFD',
      '1.0 以前、',
    ];
    fc.assert(
      fc.property(fc.nat(parts.length - 1), fc.constantFrom(...values), (place, value) => {
        expectSound(read(parts.map((part, index) => (index === place ? value : part)).join('')));
      }),
      { seed: 9, numRuns: 150 },
    );
  });
});

function expectSections(draft: Draft, record: ReturnType<typeof anAdvisoryRecord>, language: Language): void {
  const written = (record.sections[language] ?? [])
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
  const said = draft.prose.map(({ markdown }) => markdown.replaceAll('\\', '')).join('\n');
  for (const text of written) expect(said).toContain(text.split('\n')[0]);
}

it('reads every phrase that the export makes of a range', () => {
  for (const range of ['*', '=1.0', '<=1.0', '<2', '>=1.0 <2.0', '>=1.0 <=2.0', '>1.0 <2.0', '>1', '>=3']) {
    const text = aVuldefDocument(
      VULDEF_RECORD.replace('2.0 以前', toRangePhrase(range, 'ja')).replace(
        /<VersionNumber>v6[^/]*\/VersionNumber>/u,
        '',
      ),
    );
    expect(draftOf(text).facts.affected?.at(-1)?.ranges).toEqual([range]);
  }
});
