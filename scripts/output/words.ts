import type { Language } from '#domain/language.ts';

/** The words that printers put around findings. */
export interface FindingWords {
  severity: Readonly<Record<'error' | 'warning', string>>;
  why: string;
  remedy: string;
  clean: (files: number) => string;
  summary: (errors: number, warnings: number, files: number) => string;
  explain: (code: string) => string;
  more: (count: number) => string;
}

const ja: FindingWords = {
  severity: { error: 'エラー', warning: '警告' },
  why: '理由',
  remedy: '対処',
  clean: (files) => `問題はありません（${files} ファイル）。`,
  summary: (errors, warnings, files) => `エラー ${errors} 件、警告 ${warnings} 件（${files} ファイル）。`,
  explain: (code) => `詳しい説明: npm run check -- --explain ${code}`,
  more: (count) => `ほかに ${count} 件の指摘があります。すべてを見るには npm run check を実行してください。`,
};

const en: FindingWords = {
  severity: { error: 'error', warning: 'warning' },
  why: 'why',
  remedy: 'remedy',
  clean: (files) => `No problems in ${count(files, 'file')}.`,
  summary: (errors, warnings, files) =>
    `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(files, 'file')}.`,
  explain: (code) => `More about it: npm run check -- --explain ${code}`,
  more: (number) => `${count(number, 'more finding')}. Run npm run check to see all of them.`,
};

export function findingWords(language: Language): FindingWords {
  return language === 'ja' ? ja : en;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
