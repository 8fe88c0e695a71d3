/** What the folder pages of the CSAF provider say, in Japanese. Every other language has exactly these keys. */
export const csafFolders = {
  elsewhere: 'ほかの場所',
  up: '上の階層へ',
  provider: 'CSAF による脆弱性情報の提供',
  experimentalProvider: 'CSAF 2.1 による脆弱性情報の提供(試験)',
  documents: (version: string, label: string) => `CSAF ${version} の文書(TLP:${label})`,
  documentsOf: (version: string, year: number) => `CSAF ${version} の文書(${year}年)`,
  lead: '脆弱性情報を、機械で処理できる CSAF (Common Security Advisory Framework) の文書で提供しています。',
  /** How to check what was fetched. */
  beside: '各文書には、取得したファイルを確かめるためのハッシュ値のファイルが付いています。',
  experimental:
    'CSAF 2.1 は策定中の規格です。ここにある文書は試験的に提供するもので、予告なく変わることがあります。正式な文書は CSAF 2.0 の文書です。',
  count: (count: number) => `文書${count}件`,
  /** What a document is, before the name of its language. */
  views: {
    advisory: '脆弱性情報の全文',
    vex: 'VEX: 製品ごとの影響の有無',
  },
  inLanguage: (view: string, language: string) => `${view}(${language})`,
  changed: (moment: string) => `最終更新 ${moment}`,
  items: {
    metadata: '提供者の情報と、文書の所在',
    service: 'ROLIE サービス文書',
    category: 'ROLIE カテゴリ文書',
    feed: '全文書の ROLIE フィード',
    documents: '年ごとの文書',
    experimental: 'CSAF 2.1 の文書(試験)',
    index: '全文書のファイル名の一覧',
    changes: '全文書の更新日時の一覧、新しい順',
  },
};
