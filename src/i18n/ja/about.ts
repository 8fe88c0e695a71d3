/** What policy and help pages say around their text, in Japanese. */
export const about = {
  updatedOn: '最終更新日',
  contents: 'このページの内容',
  /** A translation that is older than its original; days are written out. */
  behind: (own: string, original: string) =>
    `この日本語版(${own}更新)は、原文(${original}更新)より前の内容です。`,
  original: '原文を読む',
  /** The end of the name of a link to a heading, behind the words of the heading itself. */
  link: 'へのリンク',
  securityPolicy: '脆弱性の取り扱い方針',
  /** The pages below one page; their list names them. */
  chapter: (lead: string) => `「${lead}」のページ`,
  changes: 'このページの変更履歴',
  version: (number: number) => `第${number}版`,
  days: (count: number) => `${count}日`,
  businessDays: (count: number) => `${count}就業日`,
  legend: {
    status: '対応状況',
    meaning: '意味',
    level: '深刻度',
    range: 'CVSS v3・v4 の基本値',
    statuses: '対応状況の表示と意味',
    levels: '深刻度の表示と CVSS の基本値の範囲',
    example: '例:',
  },
};
