/** What pages say of themselves to other programs and in their footer, in Japanese. */
export const sharing = {
  /** The picture of a shared link. */
  picture: {
    site: '脆弱性対策情報',
    label: 'CVSS 深刻度',
    severity: (level: string) => `CVSS 深刻度: ${level}`,
  },
  /** Reports of mistakes in a published page. */
  correction: {
    link: 'このページの誤りを知らせる',
    subject: (page: string) => `[${page}] ページの誤りについて`,
    body: (url: string) => `ページ: ${url}\n\n誤りのある箇所:\n\n正しい内容と、その出典:\n`,
    never: '公開前の脆弱性については、書かないでください。',
    instead: '届出の方法',
  },
  buildRecord: { term: '生成の記録', link: '生成した日時など(JSON)' },
  /** Shown on the list to which the language switch led, because the page has no text in this language. */
  untranslated: 'ご覧になっていたページには日本語版がありません。代わりに、このページを表示しています。',
};
