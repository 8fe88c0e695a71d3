/** Titles, descriptions, menus and feeds in Japanese. Every other language has exactly these keys. */
export const site = {
  menu: {
    advisories: '脆弱性情報',
    vendors: 'ベンダ',
    search: '検索',
    feeds: 'フィード',
    statistics: '統計',
    about: 'このサイトについて',
  },
  home: 'ホーム',
  /** Titles of pages, without the site's name. */
  titles: {
    advisories: '脆弱性情報',
    advisoriesOf: (year: number) => `${year}年の脆弱性情報`,
    familyOf: (family: string, year: number) => `${family}(${year}年)`,
    vendors: 'ベンダ一覧',
    vendor: (name: string) => `${name}に関する脆弱性情報`,
    search: '検索',
    feeds: 'フィード',
    notFound: 'ページが見つかりません',
  },
  trail: {
    year: (year: number) => `${year}年`,
  },
  /** One sentence for search engines and previews of links. */
  descriptions: {
    advisories: (site: string) => `${site}が最近12か月に公開した脆弱性情報の一覧です。`,
    advisoriesOf: (year: number, count: number) => `${year}年に公開した脆弱性情報${count}件の一覧です。`,
    family: (family: string) => `${family}のうち、最近12か月に公開したものの一覧です。`,
    familyOf: (family: string, year: number, count: number) =>
      `${family}のうち、${year}年に公開した${count}件の一覧です。`,
    vendors: '公開した脆弱性情報に名前のあるベンダ(製品開発者)の一覧です。',
    vendor: (name: string, count: number) =>
      `${name}に関する脆弱性情報${count}件と、それぞれの対応状況です。`,
    search: '番号、CVE、製品名、ベンダ名、本文の語で脆弱性情報を探せます。',
    feeds: '脆弱性情報の公開と更新を受け取るためのフィードの一覧です。',
    notFound: '指定されたアドレスのページはありません。',
  },
  feeds: {
    all: '公開と更新',
    updated: '更新のみ',
    urgent: '緊急のみ',
    alerts: '注意喚起',
    critical: '深刻度が「緊急」(CVSS)のもの',
    high: '深刻度が「重要」以上(CVSS)のもの',
    calendar: '公開日のカレンダー',
    siteEvent: 'サイトの予定',
    year: (year: number) => `${year}年の公開分`,
    title: (site: string, selection: string) => `${site}: ${selection}`,
    link: (selection: string, syntax: string) => `${selection}(${syntax})`,
    descriptions: {
      all: '公開した脆弱性情報と、その更新です。',
      updated: '公開後に更新または撤回した脆弱性情報です。',
      urgent: '早急な対応を推奨する脆弱性情報です。',
      alerts: '広く注意を促すための情報です。',
      critical: 'CVSS の深刻度が「緊急」の脆弱性情報です。編集上の「緊急」とは別のものです。',
      high: 'CVSS の深刻度が「重要」か「緊急」の脆弱性情報です。',
      calendar: '最近12か月に公開した脆弱性情報と、サイトの予定です。',
      year: (year: number) => `${year}年に公開した脆弱性情報です。`,
      vendor: (name: string) => `${name}に関する脆弱性情報です。`,
    },
  },
  /** What an entry of a feed says around the advisory's own words. */
  entry: {
    withdrawn: (title: string) => `【撤回】${title}`,
    urgent: (title: string) => `【緊急】${title}`,
    withdrawal: (day: string) => `この情報は ${day} に撤回されました。`,
    revision: (number: number, day: string) => `第${number}版(${day})`,
    page: 'この情報のページを開く',
  },
  redirect: {
    title: 'ページは移動しました',
    moved: 'このページは次のアドレスへ移動しました。',
  },
};
