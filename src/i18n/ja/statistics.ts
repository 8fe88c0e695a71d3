import type { LedgerPart, LedgerSeries } from '#domain/statistics-ledger.ts';

const parts: Record<LedgerPart, string> = {
  software: 'ソフトウェア製品',
  website: 'ウェブサイト',
  total: '合計',
};

const series: Record<LedgerSeries, string> = {
  received: '届出',
  accepted: '受理',
  refused: '不受理',
  handled: '取扱終了',
  corrected: '修正完了',
};

const number = (value: number) => value.toLocaleString('en-US');

/** What the statistics say in Japanese. Every other language has exactly these keys. */
export const statistics = {
  title: '統計',
  description: '公開した脆弱性情報と、届出の件数の統計です。四半期ごとの数を、表と CSV でも示します。',
  number,
  /** What stands where a number is not known. */
  unknown: '—',
  parts,
  preliminary: '速報',
  preliminaryNote: '「速報」の四半期はまだ終わっていません。数は増えることがあります。',
  asOf: (day: string) => `${day}までに公開した情報による集計です。`,
  asOfNothing: '公開した情報はまだありません。',
  counted: (count: number) =>
    `公開した情報は、サイトの時間帯での公開日によって四半期に分けます。撤回した情報は数えません${count > 0 ? `(撤回 ${number(count)}件)` : ''}。図と表は直近の12四半期、CSV はすべての期間です。`,
  unknownNote: '0 は 0件、「—」は不明であることを示します。',
  headlines: '主な数',
  published: (quarter: string) => `公開した脆弱性情報(${quarter})`,
  fixRate: '公開の時点で修正版のあった情報(直近12四半期)',
  receivedAll: (day: string) => `届出の累計(${day}まで)`,
  rate: (day: string) => `1就業日あたりの届出(${day}まで)`,
  items: (count: number) => `${number(count)}件`,
  share: (part: number, all: number) => `${percent(part, all)}(${number(all)}件のうち${number(part)}件)`,
  more: (than: string, difference: number) => `${than}より${number(difference)}件多い`,
  fewer: (than: string, difference: number) => `${than}より${number(difference)}件少ない`,
  same: (than: string) => `${than}と同じ`,
  before: (quarter: string, value: string) => `${quarter}は${value}`,
  noComparison: '以前の数がないため、比較できません',
  advisories: '公開した脆弱性情報から',
  reports: '届出の集計から',
  noLedgers: '届出の集計は、まだ登録されていません。',
  daysNote: '経緯に受理日を記載した情報が公開されると、ここに日数を示します。',
  csv: 'この表の CSV',
  sources: '出典',
  sourceOf: (quarter: string) => `${quarter}の出典`,
  publishedOn: (day: string) => `${day}公表`,
  method: '集計の方法',
  rateMethod: (since: string) =>
    `1就業日あたりの届出は、届出の累計を、${since}からその四半期の末日までの就業日の数で割った値です。土日、日本の祝日、12月29日から1月3日は就業日に数えません。`,
  methods: [
    '四半期は暦年によります(1月から3月が第1四半期)。',
    '深刻度は、脆弱性ごとに最も新しい版の CVSS 基本値をとり、その中で最も高いものによります。評価の記載がないものは「未評価」です。',
    '受理から公開までの日数は、受理日を公開した情報だけで数えます。中央値と、9割がそれ以内に収まる日数(90パーセンタイル)を示します。',
    '「公開時に修正版あり」は、すべての対象製品の修正版が公開の時点で示されていたものです。',
    '届出の集計は、出典に示した文書の数をそのまま掲載しています。合計や累計のつながりは、公開のたびに検査しています。',
    '連絡不能開発者の掲載は、一覧にある記載の掲載開始日と回答日から数えます。掲載開始日を残していないものがある四半期は「—」とし、削除した記載は数えません。',
  ],
  json: '同じ数を JSON でも取得できます。',
  exploitsLink: '公表から悪用までの日数',
  columns: {
    quarter: '四半期',
    total: '合計',
    weakness: 'CWE',
    name: '名称',
    advisories: '件数',
    vendors: 'ベンダの数',
    told: '受理日の分かる情報',
    median: '中央値(日)',
    p90: '90パーセンタイル(日)',
    rate: '1就業日あたり(件)',
    listed: '新たに掲載',
    answered: '回答あり',
    standing: '期末の掲載',
  },
  fixes: {
    'at-publication': '公開時に修正版あり',
    later: '公開後に修正版',
    none: '修正版の記載なし',
    unknown: '時期は不明',
  },
  vendorGroup: (from: number, to: number | undefined) => {
    if (to === undefined) return `${from}社以上`;
    return from === to ? `${from}社` : `${from}〜${to}社`;
  },
  empty: '直近の12四半期に公開した情報はありません。',
  findings: {
    families: (quarter: string, count: number) => `${quarter}に公開した情報は${number(count)}件`,
    severity: (high: number, all: number) =>
      `${number(all)}件のうち${number(high)}件(${percent(high, all)})が CVSS 7.0 以上`,
    weaknesses: (id: string, count: number) => `最も多い弱点は ${id} で、${number(count)}件`,
    noWeaknesses: '弱点の種類(CWE)の記載はない',
    vendors: (single: number, all: number) =>
      `${number(all)}件のうち${number(single)}件は、一つのベンダだけに関わる`,
    days: (median: number, p90: number) =>
      `受理から公開までは、半数が${number(median)}日、9割が${number(p90)}日以内`,
    noDays: '受理から公開までの日数は分からない',
    fix: (part: number, all: number) =>
      `${number(all)}件のうち${number(part)}件(${percent(part, all)})は、公開時に修正版があった`,
    counts: {
      quarter: (quarter: string, of: LedgerSeries, count: number) =>
        `${quarter}の${series[of]}は${number(count)}件`,
      cumulative: (day: string, of: LedgerSeries, count: number) =>
        `${series[of]}は、${day}までに合わせて${number(count)}件`,
    },
    rate: (day: string, rate: string) => `${day}まで、1就業日あたり${rate}件の届出`,
    unreachable: (count: number) => `連絡不能開発者一覧に掲載しているのは${number(count)}件`,
  },
  titles: {
    families: '四半期ごとの公開件数',
    severity: '深刻度',
    weaknesses: '弱点の種類(CWE)',
    vendors: '1件に関わるベンダの数',
    days: '受理から公開までの日数',
    fix: '公開時の修正版の有無',
    counts: {
      quarter: (of: LedgerSeries) => `四半期ごとの${series[of]}`,
      cumulative: (of: LedgerSeries) => `${series[of]}の累計`,
    },
    rate: '1就業日あたりの届出',
    unreachable: '連絡不能開発者の掲載',
  },
  summary: (title: string, rows: number) => `${title}の図。${number(rows)}行の数は、続く表と同じです。`,
  exploits: {
    title: '公表から悪用までの日数',
    description:
      '脆弱性と対策が公表されてから、攻撃コードが現れ、攻撃が観測されるまでの日数です。文書に記録された例と、このサイトの情報の経緯によります。',
    lead: '脆弱性と対策が公表されると、悪用する方法の研究も始まります。公表から悪用までの時間が短いほど、更新を急ぐ必要があります。',
    documented: '文書に記録された例',
    noneDocumented: '文書に記録された例は、まだ登録されていません。',
    fromHere: 'このサイトの情報から',
    noneHere: '攻撃コードの公開や攻撃の観測を経緯に記載した情報は、まだありません。',
    finding: (sooner: number, all: number) =>
      `経緯に記載のある${number(all)}件のうち${number(sooner)}件は、公開以前に悪用されていた`,
    columns: {
      id: '番号',
      published: '公表',
      exploit: '攻撃コードの公開',
      toExploit: '公表からの日数',
      attack: '攻撃の観測',
      toAttack: '公表からの日数',
      what: '攻撃の名称',
    },
    marks: ['攻撃コードの公開', '攻撃の観測'] as [exploit: string, attack: string],
    days: (days: number) => `${number(days)}日`,
    unknownNote: '「—」は日付が分からないことを示します。図の左の縦線が公表の日です。',
    mostNote: (count: number) => `新しいものから${number(count)}件を図に示します。CSV にはすべてがあります。`,
    ofAdvisory: '公開から悪用まで',
    ofAdvisorySummary: (told: string) => `公開の日から数えた日数の図。${told}。`,
    toExploit: (days: string) => `攻撃コードの公開まで ${days}`,
    toAttack: (days: string) => `攻撃の観測まで ${days}`,
  },
};

function percent(part: number, all: number): string {
  return all === 0 ? '—' : `${Math.round((part * 100) / all)}%`;
}
