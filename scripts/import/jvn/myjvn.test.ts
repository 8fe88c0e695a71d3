import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OKA_PRODUCT, OKA_RECORD } from '../../../tests/builders/an-oka-record.ts';
import { expectSound, listUnknown } from '../../../tests/builders/sound-readings.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../format.ts';
import { myjvn } from './myjvn.ts';
import { completeDraft } from '../complete-draft.ts';

const readText = (text: string): Reading[] => [
  ...myjvn.read([{ path: 'a.json', text }], { languages: ['ja'], timezone: 'Asia/Tokyo' }),
];
const read = (value: unknown): Reading[] => readText(JSON.stringify(value));

function draftOf(value: unknown): Draft {
  const [reading] = read(value);
  if (reading === undefined || !('draft' in reading)) throw new Error(JSON.stringify(reading));
  return completeDraft(reading.draft);
}

describe('a record of MyJVN API 4.0', () => {
  it('becomes a draft in which each CVE has its own rating', () => {
    expect(draftOf(OKA_RECORD)).toMatchObject({
      language: 'ja',
      facts: {
        id: 'JVNDB-2030-000001',
        revisions: [
          { at: '2030-01-10T12:00:00+09:00', summary: '公開' },
          { at: '2030-03-01T15:00:00+09:00', summary: '対策を更新' },
        ],
        vulnerabilities: [
          { cve: 'CVE-2030-1001', cvss: ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'] },
          { cve: 'CVE-2030-1002', cvss: ['CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N'] },
          { title: '全体の評価 (CVE ごとの内訳なし)', cwe: ['CWE-79'] },
        ],
        affected: [
          {
            ...{ vendor: '架空社', product: '架空ソフト', ranges: ['=4.0.0', '<1.0.6'] },
            ...{ cpe: 'cpe:2.3:a:example:kakuu:*:*:*:*:*:*:*:*', purl: 'pkg:npm/kakuu' },
          },
        ],
        related: ['JVN#12345678'],
      },
      prose: [
        { id: 'overview', markdown: '架空ソフトには、次の脆弱性が存在します。' },
        {
          id: 'impact',
          markdown:
            '**CVE-2030-1001**\n\n任意のコードを実行される。\n\n**CVE-2030-1002**\n\nスクリプトを実行される。',
        },
        { id: 'solution', markdown: '**アップデートする**\n\n最新版にしてください。' },
      ],
    });
  });

  it('is the same alone, in a feed, in a list of the drafts, and in a STIX bundle', () => {
    const draft = draftOf(OKA_RECORD);
    const holder = { type: 'jvn-jp-sdo', id: 'jvn-jp-sdo--1' };
    expect(draftOf({ 'VULDEF-Document': [OKA_RECORD] })).toEqual(draft);
    expect(draftOf({ 'jvndb-datafeed': { entry: [OKA_RECORD] } })).toEqual(draft);
    expect(
      draftOf({
        type: 'bundle',
        objects: [{ type: 'identity' }, { ...holder, 'VULDEF-Document': [OKA_RECORD] }],
      }),
    ).toEqual(draft);
    expect(draftOf({ type: 'bundle', objects: [{ ...holder, ...OKA_RECORD }] })).toEqual(draft);
  });

  it('accounts for every value', () => {
    const readings = read(OKA_RECORD);
    expectSound(readings);
    expect(listUnknown(readings)).toEqual([]);
  });

  it.each([
    [
      'without its identifier',
      { tracking: { initial_release_date: '2030-01-10T12:00:00+09:00' } },
      { why: 'missing', at: '/document/tracking/id' },
    ],
    ['not for everybody', { distribution: { tlp: { label: 'AMBER' } } }, { why: 'label', what: 'AMBER' }],
    ['a draft', { tracking: { ...OKA_RECORD.document.tracking, status: 'draft' } }, { why: 'unpublished' }],
    ['in a third language', { lang: 'ko', title: 'x' }, { why: 'language', what: 'ko' }],
  ])('is refused when it is %s', (_, change, refusal) => {
    expect(read({ ...OKA_RECORD, document: { ...OKA_RECORD.document, ...change } })).toMatchObject([
      { refusal },
    ]);
  });
});

describe('an overview of MyJVN API 4.0', () => {
  const entry = {
    title: '架空ソフトにおける脆弱性',
    id: 'JVNDB-2030-000002',
    summary: '架空ソフトには脆弱性が存在します。',
    link: 'https://jvndb.jvn.jp/ja/contents/2030/JVNDB-2030-000002.html',
    modified: '2030-02-01T10:00:00+09:00',
    created: '2030-01-10T12:00:00+09:00',
    public: '2030-01-08T00:00:00+09:00',
    references: [
      { url: 'https://www.cve.org/CVERecord?id=CVE-2030-1003', summary: 'CVE-2030-1003', source: 'CVE' },
    ],
    products: [
      {
        vname: '架空社',
        pname: '架空ソフト',
        product_id: OKA_PRODUCT,
        product_ids: { cpe: 'cpe:2.3:a:example:kakuu:*:*:*:*:*:*:*:*' },
      },
    ],
    metrics: [
      {
        content: {
          cvss_v3: { version: '3.0', vectorString: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
        },
      },
    ],
    cwes: [
      {
        id: 'CWE-502',
        name: 'デシリアライゼーション',
        url: 'https://cwe.mitre.org/data/definitions/502.html',
      },
    ],
  };

  it('gives a draft for each entry', () => {
    const readings = read({ feed: { lang: 'ja', entry: [entry] } });
    expectSound(readings);
    expect(listUnknown(readings)).toEqual([]);
    expect(readings).toMatchObject([
      {
        draft: {
          facts: {
            id: 'JVNDB-2030-000002',
            vulnerabilities: [{ cve: 'CVE-2030-1003', cwe: ['CWE-502'] }],
            revisions: [
              { summary: '公開 (最初の公表は 2030年1月8日)' },
              { at: '2030-02-01T10:00:00+09:00', summary: '更新' },
            ],
          },
          retired: ['/ja/contents/2030/JVNDB-2030-000002.html'],
        },
      },
    ]);
  });

  it('reads the names that its first drafts had', () => {
    const { created, modified, products, cwes, ...rest } = entry;
    const old = {
      ...{ ...rest, published: created, update: modified },
      products: products.map(({ vname, pname }) => ({
        vendor: vname,
        product: pname,
        product_ids: [{ swid: OKA_PRODUCT }, { cpe: 'cpe:/a:example:kakuu' }],
      })),
      references: [
        ...rest.references,
        ...cwes.map(({ url }) => ({ url, summary: 'デシリアライゼーション(CWE-502)' })),
      ],
    };
    const now = draftOf({ feed: { lang: 'ja', entry: [entry] } });
    expect(draftOf({ feed: { generator: { language: 'ja-JP' }, entry: [old] } })).toEqual(now);
  });
});

describe('other answers', () => {
  it.each([
    ['vendors', { jvn_product_dictionary: {}, status: {} }],
    ['statistics', { dataTotal: {}, status: {} }],
    ['alerts', { feed: { entry: [{ id: 'MYJVN-ALT-2030-0001', title: 'x', 'sec:items': [] }] } }],
  ])('%s are passed over', (_, value) => {
    expect(read(value)).toMatchObject([{ skipped: { why: 'not-an-advisory' } }]);
  });

  it.each([
    [
      '<Result xmlns="http://jvndb.jvn.jp/myjvn/Results"><VendorInfo/></Result>',
      { skipped: { why: 'not-an-advisory' } },
    ],
    ['<html/>', { refusal: { why: 'other-format', what: 'html' } }],
    ['{"a": 1}', { refusal: { why: 'other-format' } }],
    ['[]', { refusal: { why: 'other-format' } }],
    ['{\n  "status": {\n    "retMax": ,\n', { refusal: { why: 'syntax', at: '3:15' } }],
    ['\uFEFF{"status": {}}', { skipped: { why: 'not-an-advisory' } }],
    ['', { refusal: { why: 'syntax' } }],
  ])('%j is judged', (text, outcome) => {
    expect(readText(text)).toMatchObject([outcome]);
  });
});

it('throws for no value in place of another', () => {
  const json = JSON.stringify(OKA_RECORD);
  let count = 0;
  JSON.parse(json, (_key, value: unknown) => ((count += 1), value));
  fc.assert(
    fc.property(fc.nat(count - 1), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
      let here = -1;
      const changed = JSON.parse(json, (_key, each: unknown) =>
        (here += 1) === place ? value : each,
      ) as unknown;
      expectSound(read(changed));
    }),
    { seed: 11, numRuns: 400 },
  );
});
