import { describe, expect, it } from 'vitest';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import { formatJson } from '#formats/format-json.ts';
import { anAdvisoryRecord } from '../../../tests/builders/an-advisory-record.ts';
import type { Reading, SourceFile } from '../format.ts';
import { kairan } from './kairan.ts';

const ADVISORY = `---
id: "TEST#00000001"
title: テスト製品における脆弱性
publishedAt: 2026-03-10T12:00:00+09:00
urgent: true
vulnerabilities:
  - cve: CVE-1900-0001
affected:
  - vendor: alpha
    product: Test Product
    fixed: ["1.10"]
vendors:
  - vendor: alpha
    status: affected
    statement: 修正しました。
revisions:
  - at: 2026-03-10T12:00:00+09:00
    summary: 公開しました。
---

## 概要

テスト製品には *脆弱性* があります。

:::note
注意
:::

## 対策方法

![画面](TEST00000001/screen.png)

1.10 に更新してください。

検証方法
---

確かめます。
`;

const ENGLISH = `---
title: Vulnerability in Test Product
revision: 1
statements:
  alpha: We fixed it.
---

## Overview

Test Product is vulnerable.

## Solution

Update it.
`;

const FOLDER: readonly SourceFile[] = [
  { path: 'old/content/site.yaml', text: 'languages: [ja, en]\n' },
  {
    path: 'old/content/vendors/alpha.yaml',
    text: 'name: { ja: アルファ, en: Alpha }\nformerNames: [Aleph]\nurl: https://alpha.example/\n',
  },
  { path: 'old/content/redirects.yaml', text: '"/old/1.html": /jp/TEST00000001/\n' },
  { path: 'old/content/advisories/2026/TEST00000001.md', text: ADVISORY },
  { path: 'old/content/advisories/2026/TEST00000001.en.md', text: ENGLISH },
];

function read(files: readonly SourceFile[], now = '2026-06-01T00:00:00Z'): Reading[] {
  return [...kairan.read(files, { languages: ['ja'], timezone: 'Asia/Tokyo', now })];
}

function withAdvisory(text: string): SourceFile[] {
  return FOLDER.map((file) => (file.path.endsWith('0001.md') ? { ...file, text } : file));
}

describe('the content directory of another site', () => {
  const [reading] = read(FOLDER);
  const draft = reading !== undefined && 'draft' in reading ? reading.draft : undefined;

  it('becomes drafts with the same facts', () => {
    expect(draft?.facts).toEqual({
      id: 'TEST#00000001',
      title: 'テスト製品における脆弱性',
      publishedAt: '2026-03-10T12:00:00+09:00',
      urgent: 'true',
      vulnerabilities: [{ cve: 'CVE-1900-0001' }],
      affected: [{ vendor: 'アルファ', product: 'Test Product', fixed: ['1.10'] }],
      vendors: [
        { vendor: 'アルファ', status: 'affected', statement: { ja: '修正しました。', en: 'We fixed it.' } },
      ],
      revisions: [{ at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' }],
    });
    expect(draft?.vendors).toEqual([
      {
        name: 'アルファ',
        slug: 'alpha',
        names: { ja: 'アルファ', en: 'Alpha' },
        aliases: ['Aleph'],
        url: 'https://alpha.example/',
      },
    ]);
    expect(draft?.retired).toEqual(['/old/1.html']);
  });

  it('keeps prose as it is written, but for images', () => {
    expect(draft?.prose).toEqual([
      { id: 'overview', markdown: 'テスト製品には *脆弱性* があります。\n\n:::note\n注意\n:::' },
      { id: 'solution', markdown: '画面\n\n1.10 に更新してください。' },
      { heading: '検証方法', markdown: '確かめます。' },
    ]);
    expect(draft?.translations?.en).toEqual({
      title: 'Vulnerability in Test Product',
      prose: [
        { id: 'overview', markdown: 'Test Product is vulnerable.' },
        { id: 'solution', markdown: 'Update it.' },
      ],
    });
  });

  it('accounts for what does not come along', () => {
    const outcomes = listOutcomes(reading?.document ?? { value: undefined, pointer: '', told: new Map() });
    expect(outcomes.filter(({ outcome }) => outcome.kind !== 'kept').map(({ outcome }) => outcome)).toEqual([
      { kind: 'normalised', after: 'without images: screen.png' },
      { kind: 'dropped', why: 'no-place' },
    ]);
  });

  it('is read as a whole, each directory for itself', () => {
    const paths = [
      ...FOLDER.map(({ path }) => path),
      'b/vendors/x.yaml',
      'api/1/advisory.json',
      'api/2/advisory.json',
    ];
    expect(paths.every((path) => kairan.accepts(path))).toBe(true);
    expect(kairan.group?.(paths).map(({ length }) => length)).toEqual([5, 1, 1, 1]);
    expect(
      ['README.md', 'pages/ja/a.mdx', 'advisories/2026/A1/a.png', 'vendors/.x.yaml'].some(kairan.accepts),
    ).toBe(false);
  });
});

describe('what is refused', () => {
  it('is what lies under embargo, with no word of it in the account', () => {
    const [reading] = read(FOLDER, '2026-03-10T02:59:59Z');
    expect(reading).toMatchObject({ refusal: { why: 'unpublished', at: '/publishedAt' } });
    expect(
      JSON.stringify(listOutcomes(reading?.document ?? { value: 1, pointer: '', told: new Map() })),
    ).not.toContain('テスト製品');
  });

  it('is everything while nobody knows what time it is', () => {
    const [reading] = [...kairan.read(FOLDER, { languages: [], timezone: 'UTC' })];
    expect(reading).toMatchObject({ refusal: { why: 'unpublished' } });
  });

  it.each([
    [ADVISORY.replace('urgent:', 'tlp: AMBER\nurgent:'), { why: 'label', at: '/tlp', what: 'TLP:AMBER' }],
    [ADVISORY.replace('urgent: true', 'urgnet: true'), { why: 'unreadable', at: '5:1' }],
    [
      ADVISORY.replace('## 概要', '<script>1</script>\n\n## 概要'),
      { why: 'unreadable', what: 'TXT020 raw-html' },
    ],
    ['no front matter', { why: 'unreadable', at: '1:1' }],
  ])('are files for which the check would fail: %#', (text, refusal) => {
    expect(read(withAdvisory(text))).toMatchObject([{ refusal }]);
  });

  it('are translations alone, in unknown languages or broken, while the advisory comes', () => {
    const files = [
      ...FOLDER.slice(0, 4),
      { path: 'old/content/advisories/2026/TEST00000001.xx.md', text: ENGLISH },
      { path: 'old/content/advisories/2026/TEST00000001.en.md', text: 'broken' },
      { path: 'old/content/advisories/2026/TEST00000002.en.md', text: ENGLISH },
    ];
    expect(read(files).map((each) => ('refusal' in each ? each.refusal.why : 'draft'))).toEqual([
      'language',
      'unreadable',
      'missing',
      'draft',
    ]);
  });
});

describe('the advisory.json of another site', () => {
  const path = 'api/TEST00000001/advisory.json';

  it('becomes a draft', () => {
    const [reading] = read([{ path, text: formatJson(anAdvisoryRecord()) }]);
    expect(reading).toMatchObject({ name: 'TEST#00000001', draft: { facts: { id: 'TEST#00000001' } } });
  });

  it.each([
    ['{', { why: 'syntax' }],
    ['{"a":1}', { why: 'other-format' }],
    [formatJson({ ...anAdvisoryRecord(), tlp: 'RED' }), { why: 'label', at: '/tlp' }],
    [formatJson({ ...anAdvisoryRecord(), id: '' }), { why: 'unreadable', at: '/id' }],
  ])('is refused where it is none: %#', (text, refusal) => {
    expect(read([{ path, text }])).toMatchObject([{ refusal }]);
  });
});
