/** The few words that rendering itself puts into a body. */
export interface MarkdownWords {
  readonly note: string;
  readonly warning: string;
  readonly tip: string;
  readonly footnotes: string;
  /** Accessible name of the link back from a footnote; `{number}` stands for its number. */
  readonly backToText: string;
  readonly done: string;
  readonly open: string;
}

const WORDS = {
  ja: {
    note: '注記',
    warning: '警告',
    tip: 'ヒント',
    footnotes: '脚注',
    backToText: '脚注 {number} の本文へ戻る',
    done: '完了',
    open: '未完了',
  },
  en: {
    note: 'Note',
    warning: 'Warning',
    tip: 'Tip',
    footnotes: 'Footnotes',
    backToText: 'Back to footnote {number} in the text',
    done: 'Done',
    open: 'Not done',
  },
} satisfies Record<string, MarkdownWords>;

/** @throws for a language that has no words yet */
export function wordsFor(language: string): MarkdownWords {
  if (language === 'ja' || language === 'en') return WORDS[language];
  throw new Error(`No words for Markdown in language "${language}".`);
}
