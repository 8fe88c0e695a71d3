import type { Credit, TimelineEntry, VendorRow } from '#domain/advisory.ts';
import type { ChangedPart } from '#domain/revision.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { CvssSeverity } from '#domain/cvss.ts';
import { cvssReasons } from './cvss-reasons.ts';

const severities: Record<CvssSeverity, string> = {
  critical: '緊急',
  high: '重要',
  medium: '警告',
  low: '注意',
  none: 'なし',
};

const statuses: Record<VendorStatus, string> = {
  affected: '該当製品あり',
  'affected-investigating': '該当製品あり(調査中)',
  'not-affected': '該当製品なし',
  'not-affected-investigating': '該当製品なし(調査中)',
  unknown: '不明',
  notified: '脆弱性情報提供済み',
};

const statusMeanings: Record<VendorStatus, string> = {
  affected: '影響を受ける製品があります。修正版が出た後も、この表示は変わりません。',
  'affected-investigating': '影響を受ける製品があり、ほかの製品についても調査が続いています。',
  'not-affected': '影響を受ける製品はないと、ベンダが回答しています。',
  'not-affected-investigating': '現時点で影響を受ける製品は見つかっておらず、調査が続いています。',
  unknown: '影響の有無は分かっていません。',
  notified: '脆弱性情報を提供しましたが、回答はまだ得られていません。',
};

const parts: Record<ChangedPart, string> = {
  title: '題名',
  state: '公開の状態',
  urgent: '緊急の表示',
  overview: '概要',
  affected: '影響を受けるシステム',
  solution: '対策方法',
  impact: '想定される影響',
  details: '詳細情報',
  vulnerabilities: '脆弱性と評価',
  vendors: 'ベンダ情報',
  addendum: '補足情報',
  analysis: '分析結果',
  references: '参考情報',
  credits: '謝辞',
  timeline: '経緯',
  related: '関連文書',
};

const events: Record<TimelineEntry['event'], string> = {
  reported: '届出',
  accepted: '受理',
  'vendor-notified': '製品開発者へ通知',
  'fix-released': '修正版の公開',
  published: '脆弱性情報の公表',
  'exploit-published': '攻撃コードの公開',
  'attack-observed': '攻撃の観測',
};

const roles: Record<Credit['role'], string> = {
  finder: '発見者',
  reporter: '報告者',
  analyst: '分析者',
  coordinator: '調整者',
  'remediation-developer': '修正の作成者',
  other: '協力者',
};

/** The VEX justifications, as answers to “why not?”. */
const justifications: Record<NonNullable<VendorRow['justification']>, string> = {
  component_not_present: '該当するコンポーネントを含んでいません。',
  vulnerable_code_not_present: '脆弱性のあるコードを含んでいません。',
  vulnerable_code_not_in_execute_path: '脆弱性のあるコードは実行されません。',
  vulnerable_code_cannot_be_controlled_by_adversary: '脆弱性のあるコードを攻撃者が操ることはできません。',
  inline_mitigations_already_exist: '攻撃を防ぐ仕組みがすでに組み込まれています。',
};

const list = (rows: readonly string[]) => rows.map((row) => `「${row}」`).join('');

/** What a citation is made of; the day is `YYYY-MM-DD`. */
interface Citation {
  publisher: string;
  title: string;
  id: string;
  revision: number;
  day: string;
  address: string;
}

/** What an advisory page and the marks taken from it say in Japanese. */
export const advisory = {
  severities,
  unrated: '未評価',
  statuses,
  statusMeanings,
  noStatus: '記載なし',
  parts,
  events,
  roles,
  reasons: cvssReasons,
  banner: {
    withdrawn: 'この情報は撤回されました',
    withdrawnAt: '撤回日',
    urgent: '緊急: 早急な対応を推奨します',
    urgentAt: '公開',
    attacked: '悪用を確認',
    attackedLead: 'この脆弱性を悪用した攻撃が確認されています。',
    seeTimeline: '経緯を見る',
    noSolution: '修正版の記載なし',
    seeSolution: '対策方法を見る',
    updated: (number: number) => `前回からの更新: 第${number}版`,
    seeChanges: '変更点を見る',
    behind: (revision: number) =>
      `この翻訳は原文の第${revision}版に基づいています。原文はその後更新されています。`,
    original: '最新の原文',
  },
  facts: {
    dates: '公開日 / 最終更新日',
    published: '公開日',
    updated: '最終更新日',
    revision: (number: number) => `第${number}版`,
    withdrawnAt: '撤回日',
    severity: '深刻度',
    otherScores: (count: number) => `ほか${count}件の評価`,
    cve: 'CVE',
    noCve: 'CVE は割り当てられていません',
    more: (count: number) => `ほか${count}件`,
    products: '影響を受ける製品',
    productCount: (count: number) => `${count}製品`,
    noProducts: '記載なし',
    solution: '対策',
    remedies: {
      fixed: '修正版あり',
      'partly-fixed': (fixed: number, products: number) =>
        `一部の製品に修正版あり(${products}製品中${fixed}製品)`,
      update: 'アップデート(修正バージョンの記載なし)',
      workaround: '回避策のみ(修正版の記載なし)',
      stop: '使用の停止(修正版の記載なし)',
      stated: '対策方法を見る',
      none: '記載なし',
    },
    vendors: 'ベンダの対応状況',
    noVendors: '記載なし',
    vendorCount: (count: number) => `${count}社`,
  },
  actions: {
    label: 'この情報に対する操作',
    copy: 'コピー',
    copyLead: 'この情報を伝えるときは、次の文字列をお使いください。',
    copies: { id: '番号', address: 'アドレス', markdown: 'Markdown のリンク', citation: '引用' },
    table: '製品の表',
    tableHint: '表計算ソフト用の文字列(TSV)',
    copyThis: '{what}をコピー',
    copied: '{what}をコピーしました。',
    refused: '{what}を選択しました。ブラウザがコピーを許可しなかったため、Ctrl+C などでコピーしてください。',
    citation: (of: Citation) =>
      `${of.publisher}「${of.title}」${of.id}、第${of.revision}版、${of.day}、${of.address}`,
    history: '更新履歴',
    correction: '誤りを知らせる',
  },
  contents: 'このページの内容',
  timeline: '経緯',
  solution: {
    'partly-fixed': (fixed: number, products: number) =>
      `修正バージョンが記載されているのは、${products}製品中${fixed}製品です。`,
    update: '修正されたバージョンの番号は、この情報に記載されていません。',
    workaround: '修正版の記載はありません。次の回避策をご確認ください。',
    stop: '修正版の記載はありません。製品の使用の停止をご検討ください。',
    none: 'この情報に、対策方法の記載はありません。',
    seeProducts: '製品ごとの修正バージョンを見る',
  },
  affected: {
    caption: (count: number) => `影響を受ける製品とバージョン(${count}製品)`,
    vendor: 'ベンダ',
    count: (count: number) => `${count}製品`,
    product: '製品',
    versions: '影響を受けるバージョン',
    versionsShort: '該当バージョン',
    fixed: '修正バージョン',
    cves: '該当する CVE',
    noFixed: '記載なし',
    allCves: (count: number) => `すべて(${count}件)`,
    filter: '製品名やバージョンで絞り込む',
    none: '影響を受ける製品の一覧はありません。概要と詳細情報をご確認ください。',
  },
  details: {
    withoutCve: 'CVE の割り当てのない脆弱性',
    weakness: '脆弱性の種類',
    score: 'CVSS 基本値',
    calculator: '計算機で開く',
    record: 'CVE レコード',
    unrated: 'この脆弱性には、CVSS による評価が記載されていません。',
    metrics: '評価の内訳',
    metric: '項目',
    value: '値',
    metricsCaption: (version: string) => `CVSS v${version} の評価の内訳`,
  },
  vendors: {
    caption: (count: number, day: string) => `ベンダ(製品開発者)の対応状況(${count}社、${day}時点)`,
    vendor: 'ベンダ',
    status: '対応状況',
    statusOn: '更新日',
    answeredOn: '回答',
    notifiedOn: '通知',
    notices: 'ベンダの告知',
    products: '対象製品',
    productCount: (count: number) => `${count}製品`,
    fixedCount: (count: number) => `うち修正版あり ${count}製品`,
    groups: '対応状況で移動',
    groupCount: (count: number) => `${count}社`,
    terms: '用語',
    justification: '影響を受けない理由',
    justifications,
    noNotices: '告知の記載なし',
    exceptions: '脆弱性ごとの対応状況',
    statement: '開発者の回答',
    addendum: '調整機関の補足',
    noStatement: '開発者からの回答は掲載していません。',
    meaning: '用語: 対応状況の意味',
    none: 'この情報にベンダの対応状況の記載はありません。',
  },
  references: {
    inLanguage: { ja: '日本語', en: '英語' } as Partial<Record<string, string>>,
  },
  credits: {
    routes: {
      partnership:
        'この脆弱性情報は、情報セキュリティ早期警戒パートナーシップに基づく届出を受け、製品開発者との調整を経て公表したものです。',
      developer: 'この脆弱性情報は、製品利用者への周知を目的として、製品開発者自身から報告されたものです。',
      direct:
        'この脆弱性情報は、発見者から調整機関への直接の報告を受け、製品開発者との調整を経て公表したものです。',
      overseas: 'この脆弱性情報は、海外の調整機関などとの連携により公表したものです。',
    },
    anonymous: '匿名',
    honorific: '氏',
  },
  history: {
    published: '公開',
    withdrawn: '撤回',
    number: (number: number) => `第${number}版`,
    change: {
      whole: (part: string) => `［${part}］を更新しました`,
      added: (part: string, rows: readonly string[]) => `［${part}］に${list(rows)}を追加しました`,
      removed: (part: string, rows: readonly string[]) => `［${part}］から${list(rows)}を削除しました`,
      edited: (part: string, rows: readonly string[]) => `［${part}］の${list(rows)}を修正しました`,
    },
    changes: '変更点',
    separator: '、',
    current: '最新',
    source: 'リポジトリで差分を見る',
  },
};
