/**
 * The parts an advisory is made of, in the order JVN shows them. The ids are fixed and English in every language:
 * they are the fragment identifiers of a page (`…/JVN13199224/#solution`) and therefore a public interface.
 */
export const SECTION_IDS = [
  'overview',
  'affected',
  'details',
  'impact',
  'solution',
  'vendors',
  'references',
  'addendum',
  'analysis',
  'credits',
  'related',
  'history',
] as const;

export type SectionId = (typeof SECTION_IDS)[number];

/** For each section the headings that name it; the first is the one to write and to show, the others are accepted. */
export type SectionHeadings = Readonly<Record<SectionId, readonly [string, ...string[]]>>;

/** The headings of every language a site has words for, by language tag. */
export type SectionVocabulary = Readonly<Record<string, SectionHeadings>>;

export const SECTION_HEADINGS = {
  ja: {
    overview: ['概要'],
    affected: ['影響を受けるシステム'],
    details: ['詳細情報'],
    impact: ['想定される影響'],
    solution: ['対策方法'],
    vendors: ['ベンダ情報'],
    references: ['参考情報'],
    addendum: ['補足情報', '調整機関からの補足情報'],
    analysis: ['分析結果'],
    credits: ['謝辞'],
    related: ['関連文書'],
    history: ['更新履歴'],
  },
  en: {
    overview: ['Overview'],
    affected: ['Products Affected'],
    details: ['Description', 'Details'],
    impact: ['Impact'],
    solution: ['Solution'],
    vendors: ['Vendor Status'],
    references: ['References'],
    addendum: ['Addendum'],
    analysis: ['Analysis'],
    credits: ['Credits'],
    related: ['Related', 'Other Information'],
    history: ['Update History'],
  },
} as const satisfies SectionVocabulary;
