import type { Language } from '#domain/language.ts';

/** What somebody did who is thanked, by the role of the credit. A role that is not here is told by its own name. */
export const ROLE_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ja: {
    finder: '発見者',
    reporter: '報告者',
    analyst: '分析者',
    coordinator: '調整者',
    'remediation-developer': '修正の作成者',
    other: '協力者',
  },
  en: {
    finder: 'Finder',
    reporter: 'Reporter',
    analyst: 'Analyst',
    coordinator: 'Coordinator',
    'remediation-developer': 'Author of the fix',
    other: 'Contributor',
  },
};
