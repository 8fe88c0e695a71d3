/** The identifier of its product. */
export const OKA_PRODUCT = 'jvnpid:1.0::example:kakuu';
const vulnerability = (cve: string, vector: string, words: string) => ({
  cve,
  product_status: { known_affected: [OKA_PRODUCT] },
  threats: [{ category: 'impact', details: words }],
  remediations: [
    {
      category: 'vendor_fix',
      details: '[アップデートする] 最新版にしてください。',
      product_ids: [OKA_PRODUCT],
    },
  ],
  metrics: [
    {
      content: { cvss_v3: { version: '3.0', vectorString: vector, baseScore: 1 }, source: 'IPA' },
      products: [OKA_PRODUCT],
    },
  ],
});

/** A made-up answer of MyJVN API 4.0 to a question for one record. */
export const OKA_RECORD = {
  $schema: 'https://jvndb.jvn.jp/schema/myjvn_vuldef_1.0.csaf.json',
  document: {
    category: 'myjvn_security_advisory',
    csaf_version: '2.1',
    distribution: { tlp: { label: 'CLEAR', url: 'https://www.first.org/tlp/' } },
    title: '架空ソフトにおける複数の脆弱性',
    lang: 'ja',
    notes: [{ category: 'description', text: '架空ソフトには、次の脆弱性が存在します。' }],
    tracking: {
      id: 'JVNDB-2030-000001',
      current_release_date: '2030-03-01T15:00:00+09:00',
      initial_release_date: '2030-01-10T12:00:00+09:00',
      public_date: '2030-01-10T00:00:00+09:00',
      status: 'final',
      version: '2',
      revision_history: [
        { date: '2030-01-05T12:00:00+09:00', number: '1', summary: '[2030年01月10日] 掲載' },
        { date: '2030-03-01T15:00:00+09:00', number: '2', summary: '[2030年03月01日] 対策を更新' },
      ],
    },
    publisher: { category: 'coordinator', name: 'IPA', namespace: 'https://www.ipa.go.jp' },
    references: [
      {
        category: 'external',
        summary: 'CVE-2030-1001',
        url: 'https://www.cve.org/CVERecord?id=CVE-2030-1001',
        type: 'advisory',
        source: 'Common Vulnerabilities and Exposures (CVE)',
      },
      {
        category: 'external',
        summary: 'JVN#12345678',
        url: 'https://jvn.jp/jp/JVN12345678/index.html',
        type: 'advisory',
        source: 'JVN',
      },
      {
        category: 'external',
        summary: 'お知らせ',
        url: 'https://vendor.example/',
        type: 'vendor',
        source: '架空社',
      },
    ],
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: '架空社',
        branches: [
          {
            category: 'product_name',
            name: '架空ソフト',
            product: {
              product_id: OKA_PRODUCT,
              name: '架空ソフト',
              product_identification_helper: {
                cpe: 'cpe:2.3:a:example:kakuu:*:*:*:*:*:*:*:*',
                purls: ['pkg:npm/kakuu'],
              },
            },
            branches: [
              {
                category: 'product_version',
                name: '4.0.0',
                product: { product_id: `${OKA_PRODUCT}:4.0.0`, name: '架空ソフト 4.0.0' },
              },
            ],
          },
        ],
      },
    ],
  },
  vulnerabilities: [
    {
      cve: '',
      cwes: [
        {
          id: 'CWE-79',
          name: 'クロスサイトスクリプティング',
          url: 'https://jvndb.jvn.jp/ja/cwe/CWE-79.html',
          version: '',
          source: 'IPA',
        },
      ],
      product_status: { known_affected: [OKA_PRODUCT] },
    },
    vulnerability(
      'CVE-2030-1001',
      'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      '任意のコードを実行される。',
    ),
    vulnerability(
      'CVE-2030-1002',
      'CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N',
      'スクリプトを実行される。',
    ),
  ],
  jvn_extension: {
    vulnid: 'JVNDB-2030-000001',
    affected: [
      {
        vendor: '架空社',
        product: '架空ソフト',
        versions: [
          {
            version: '0.0.0',
            status: 'affected',
            lessThan: '1.0.6',
            versionType: 'semver',
            description: 'バージョン 1.0.6未満',
          },
        ],
      },
    ],
  },
  status: { version: '4.0.0', method: 'getVulnDetailInfo', retCd: 0 },
};
