import type { CvssSeverity } from '#domain/cvss.ts';
import type { Language } from '#domain/language.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { PendingAnswer } from '#formats/record/positions.ts';
import { ROLE_WORDS } from '#formats/record/role-words.ts';

/**
 * What a CSAF document says in words of its own: everything that no advisory says but its reader needs. `reading/` knows
 * documents by these words, so they change by a decision of their own and not with a label of the pages.
 */
export interface CsafWords {
  /** What stands between the items of a list. */
  comma: string;
  severities: Record<CvssSeverity, string>;
  statuses: Record<VendorStatus, string>;
  /** By the name of the event or role; unknown ones are told by their name. */
  events: Readonly<Record<string, string>>;
  /** What is known of attacks where an advisory has several vulnerabilities: it does not say which one they exploit. */
  attacksOnSeveral: Readonly<Record<string, string>>;
  roles: Readonly<Record<string, string>>;
  anonymous: string;
  productsOf: (vendor: string) => string;
  updateTo: (versions: string) => string;
  fixReleased: string;
  noFix: string;
  /** What is known of products whose vendor has not answered for good. */
  pending: Record<PendingAnswer, string>;
  notAffected: (vendor: string) => string;
  /** The page of the advisory, by the language of the page. */
  webPage: Record<Language, string>;
  titles: {
    withdrawal: string;
    urgent: string;
    translation: string;
    statement: (vendor: string) => string;
    addendum: (vendor: string) => string;
    notice: (vendor: string) => string;
    weaknesses: string;
    scores: string;
  };
  translationBehind: (revision: number, latest: number) => string;
  withdrawn: (reason: string) => string;
  category: (weakness: string) => string;
}

/** A name in front of kana: behind Latin letters stands a blank. */
function spaced(name: string): string {
  return /[!-~]$/.test(name) ? `${name} ` : name;
}

const ja: CsafWords = {
  comma: '、',
  severities: { critical: '緊急', high: '重要', medium: '警告', low: '注意', none: 'なし' },
  statuses: {
    affected: '該当製品あり',
    'affected-investigating': '該当製品あり(調査中)',
    'not-affected': '該当製品なし',
    'not-affected-investigating': '該当製品なし(調査中)',
    unknown: '不明',
    notified: '脆弱性情報提供済み',
  },
  events: {
    reported: '届出',
    accepted: '受理',
    'vendor-notified': '製品開発者へ通知',
    'fix-released': '修正版の公開',
    published: '脆弱性情報の公表',
    'exploit-published': '攻撃コードが公開されています。',
    'attack-observed': 'この脆弱性を悪用した攻撃が確認されています。',
  },
  attacksOnSeveral: {
    'exploit-published': 'この情報に記載されたいずれかの脆弱性について、攻撃コードが公開されています。',
    'attack-observed': 'この情報に記載されたいずれかの脆弱性を悪用した攻撃が確認されています。',
  },
  roles: ROLE_WORDS.ja,
  anonymous: '氏名非公開',
  productsOf: (vendor) => `${spaced(vendor)}の製品`,
  updateTo: (versions) => `修正されたバージョンに更新してください: ${versions}`,
  fixReleased: '修正版が公開されています。',
  noFix: 'この情報に、対策方法の記載はありません。',
  pending: {
    'affected-investigating':
      '影響を受ける製品があり、その範囲は調査中です。ベンダが提供する情報をご確認ください。',
    'not-affected-investigating':
      '影響を受ける製品は確認されていませんが、調査中です。ベンダが提供する情報をご確認ください。',
    unknown: '影響の有無は不明です。ベンダが提供する情報をご確認ください。',
    notified:
      '脆弱性情報はベンダに提供済みで、影響の有無は確認中です。ベンダが提供する情報をご確認ください。',
  },
  notAffected: (vendor) => `${spaced(vendor)}は、影響を受ける製品はないと回答しています。`,
  webPage: { ja: 'ウェブページ、日本語', en: 'ウェブページ、英語' },
  titles: {
    withdrawal: '撤回の理由',
    urgent: '緊急',
    translation: '翻訳について',
    statement: (vendor) => `開発者の回答: ${vendor}`,
    addendum: (vendor) => `調整機関の補足: ${vendor}`,
    notice: (vendor) => `開発者からの情報: ${vendor}`,
    weaknesses: '脆弱性の種類(CWE)',
    scores: 'その他の評価(CVSS)',
  },
  translationBehind: (revision, latest) =>
    `この文書の文章は、原文の第${revision}版の翻訳です。原文の最新版は第${latest}版です。`,
  withdrawn: (reason) => `撤回: ${reason}`,
  category: (weakness) => `${weakness}(カテゴリ)`,
};

const en: CsafWords = {
  comma: ', ',
  severities: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', none: 'None' },
  statuses: {
    affected: 'Vulnerable',
    'affected-investigating': 'Vulnerable, investigating',
    'not-affected': 'Not Vulnerable',
    'not-affected-investigating': 'Not Vulnerable, investigating',
    unknown: 'Unknown',
    notified: 'Information provided',
  },
  events: {
    reported: 'Reported',
    accepted: 'Accepted',
    'vendor-notified': 'Vendor notified',
    'fix-released': 'Fix released',
    published: 'Vulnerability published',
    'exploit-published': 'An exploit has been published.',
    'attack-observed': 'Attacks that exploit this vulnerability have been observed.',
  },
  attacksOnSeveral: {
    'exploit-published': 'An exploit of at least one vulnerability of this advisory has been published.',
    'attack-observed': 'Attacks that exploit at least one vulnerability of this advisory have been observed.',
  },
  roles: ROLE_WORDS.en,
  anonymous: 'anonymous',
  productsOf: (vendor) => `Products of ${vendor}`,
  updateTo: (versions) => `Update to a fixed version: ${versions}`,
  fixReleased: 'A fix has been released.',
  noFix: 'This advisory states no solution.',
  pending: {
    'affected-investigating':
      'Some products are affected; the vendor is investigating which. Please follow the information of the vendor.',
    'not-affected-investigating':
      'No affected products are known; the vendor is still investigating. Please follow the information of the vendor.',
    unknown: 'Whether products are affected is unknown. Please follow the information of the vendor.',
    notified:
      'The vendor has been informed; whether products are affected is not known yet. Please follow the information of the vendor.',
  },
  notAffected: (vendor) => `${vendor} states that none of its products are affected.`,
  webPage: { ja: 'Web page in Japanese', en: 'Web page in English' },
  titles: {
    withdrawal: 'Reasoning for Withdrawal',
    urgent: 'Urgent',
    translation: 'About this translation',
    statement: (vendor) => `Vendor statement: ${vendor}`,
    addendum: (vendor) => `Coordinator’s addendum: ${vendor}`,
    notice: (vendor) => `Vendor notice: ${vendor}`,
    weaknesses: 'Weaknesses (CWE)',
    scores: 'Further scores (CVSS)',
  },
  translationBehind: (revision, latest) =>
    `The text of this document translates revision ${revision} of the original, whose latest revision is ${latest}.`,
  withdrawn: (reason) => `Withdrawn: ${reason}`,
  category: (weakness) => `${weakness} (category)`,
};

export const CSAF_WORDS: Record<Language, CsafWords> = { ja, en };
