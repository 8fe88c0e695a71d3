import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';

const origin: Pick<
  AdvisoryRecord,
  | 'id'
  | 'slug'
  | 'family'
  | 'languages'
  | 'urls'
  | 'title'
  | 'state'
  | 'urgent'
  | 'tlp'
  | 'publisher'
  | 'licence'
> = {
  id: 'TEST#00000001',
  slug: 'TEST00000001',
  family: { prefix: 'TEST#', path: 'test', name: { ja: '試験情報', en: 'Test notes' }, alert: false },
  languages: ['ja', 'en'],
  urls: {
    ja: 'https://site.example/test/TEST00000001/',
    en: 'https://site.example/en/test/TEST00000001/',
  },
  title: { ja: 'テスト製品における試験用の脆弱性', en: 'Fictional vulnerability in Test Product' },
  state: 'published',
  urgent: { reason: { ja: '攻撃が観測されました。', en: 'Attacks were observed.' } },
  tlp: 'CLEAR',
  publisher: {
    name: { ja: '架空の調整機関', en: 'Fictional Coordinator' },
    namespace: 'https://publisher.example',
    category: 'coordinator',
    contact: 'contact@site.example',
    policyUrl: 'https://publisher.example/policy',
  },
  licence: {
    name: { ja: 'クリエイティブ・コモンズ 表示 4.0 国際', en: 'CC BY 4.0' },
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
};

const history: Pick<AdvisoryRecord, 'publishedAt' | 'updatedAt' | 'revisions' | 'translated' | 'timeline'> = {
  publishedAt: '2026-03-10T03:00:00Z',
  updatedAt: '2026-03-20T03:00:00Z',
  revisions: [
    {
      number: 1,
      at: '2026-03-10T03:00:00Z',
      summary: { ja: '公開しました。', en: 'Published.' },
      changes: [],
    },
    {
      number: 2,
      at: '2026-03-20T03:00:00Z',
      summary: { ja: 'ベータ社の情報を追加しました。', en: 'Added Beta Inc.' },
      changes: [{ part: 'vendors', added: ['Beta Inc.'], edited: ['Alpha Inc.'] }, { part: 'impact' }],
    },
  ],
  translated: { en: 2 },
  timeline: [
    { on: '2025-11-01', event: 'reported', note: { ja: '研究者から', en: 'By a researcher' } },
    { on: '2025-11-05', event: 'vendor-notified' },
    { on: '2026-03-10', event: 'published' },
    { on: '2026-03-15', event: 'attack-observed' },
  ],
};

const content: Omit<AdvisoryRecord, keyof typeof origin | keyof typeof history> = {
  sections: {
    ja: [
      {
        id: 'overview',
        heading: '概要',
        text: 'テスト製品には脆弱性があります。',
        html: '<p>テスト製品には脆弱性があります。</p>\n',
      },
      {
        id: 'impact',
        heading: '想定される影響',
        text: '任意のコードを実行されます。',
        html: '<p>任意のコードを実行されます。</p>\n',
      },
      {
        id: 'solution',
        heading: '対策方法',
        text: '更新してください。',
        html: '<p>更新してください。</p>\n',
      },
      { id: null, heading: '検証方法', text: '設定を確かめます。', html: '<p>設定を確かめます。</p>\n' },
    ],
    en: [
      {
        id: 'overview',
        heading: 'Overview',
        text: 'Test Product is vulnerable.',
        html: '<p>Test Product is vulnerable.</p>\n',
      },
      { id: 'solution', heading: 'Solution', text: 'Update it.', html: '<p>Update it.</p>\n' },
    ],
  },
  vulnerabilities: [
    {
      cve: 'CVE-1900-0001',
      assigner: 'test',
      title: { ja: 'スクリプトの注入', en: 'Script injection' },
      weaknesses: [
        {
          id: 'CWE-79',
          name: {
            ja: 'クロスサイトスクリプティング',
            en: "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
          },
          category: false,
        },
      ],
      scores: [
        {
          version: '4.0',
          vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
          score: 9.3,
          severity: 'critical',
        },
        {
          version: '3.1',
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
          score: 9.8,
          severity: 'critical',
        },
        { version: '2.0', vector: 'AV:N/AC:L/Au:N/C:P/I:P/A:P', score: 7.5, severity: 'high' },
      ],
    },
    {
      cve: 'CVE-1900-0002',
      weaknesses: [
        {
          id: 'CWE-264',
          name: { ja: '認可・権限・アクセス制御', en: 'Permissions, Privileges, and Access Controls' },
          category: true,
        },
      ],
      scores: [],
    },
  ],
  products: [
    {
      vendor: 'alpha',
      name: { ja: 'テスト製品', en: 'Test Product' },
      ranges: ['>=1.0 <2.0', '=0.9'],
      fixed: ['2.0'],
      note: { ja: '日本語版のみ', en: 'Japanese edition only' },
      cpe: 'cpe:2.3:a:alpha:test_product:*:*:*:*:*:*:*:*',
      purl: 'pkg:npm/%40alpha/test-product',
      git: {
        repository: 'https://git.example/test-product.git',
        introduced: ['0123456789abcdef0123456789abcdef01234567'],
        fixed: ['89abcdef0123456789abcdef0123456789abcdef'],
      },
    },
    {
      vendor: 'alpha',
      name: { ja: 'Router X', en: 'Router X' },
      ranges: ['*'],
      fixed: [],
      cves: ['CVE-1900-0002'],
    },
    { vendor: 'delta', name: { ja: 'Test Product', en: 'Test Product' }, ranges: [], fixed: [] },
  ],
  vendors: [
    {
      slug: 'alpha',
      name: { ja: 'アルファ社', en: 'Alpha Inc.' },
      url: 'https://alpha.example/',
      listed: true,
      status: 'affected',
      statusOn: '2026-03-10',
      exceptions: {},
      notices: [{ url: 'https://alpha.example/notice/1', label: { ja: 'お知らせ', en: 'Notice' } }],
      statement: { ja: '更新版を公開しました。', en: 'We released an update.' },
      addendum: { ja: '確認しました。', en: 'We confirmed it.' },
    },
    {
      slug: 'beta',
      name: { ja: 'ベータ社', en: 'Beta Inc.' },
      listed: true,
      status: 'not-affected',
      statusOn: '2026-03-19',
      exceptions: { 'CVE-1900-0002': 'not-affected-investigating' },
      notices: [],
      justification: 'vulnerable_code_not_present',
    },
    {
      slug: 'gamma',
      name: { ja: 'Gamma', en: 'Gamma' },
      listed: true,
      status: 'notified',
      exceptions: {},
      notices: [],
    },
    { slug: 'delta', name: { ja: 'Delta', en: 'Delta' }, listed: false, exceptions: {}, notices: [] },
  ],
  references: [
    {
      title: { ja: '解説', en: 'Explanation' },
      url: 'https://reference.example/1',
      publisher: { ja: '架空の研究所', en: 'Fictional Labs' },
      language: 'ja',
    },
  ],
  credits: [
    {
      name: { ja: '試験 太郎', en: 'Taro Shiken' },
      affiliation: { ja: '架空の研究所', en: 'Fictional Labs' },
      role: 'finder',
    },
    { affiliation: { ja: '架空の大学', en: 'Fictional University' }, role: 'reporter' },
  ],
  route: 'partnership',
  related: [{ id: 'TEST#00000002', url: 'https://site.example/test/TEST00000002/' }, { id: 'OTHER-1' }],
};

/** A fictional advisory that uses every field of the record, a withdrawal aside. */
export const fictionalRecord: AdvisoryRecord = { ...origin, ...history, ...content };
