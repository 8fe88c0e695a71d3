import type { Language } from '#domain/language.ts';

interface Words {
  /** The first revision. */
  published: string;
  /** The first revision, where something was known before. */
  publishedAfter: (day: string) => string;
  /** A later state of which the source only says when it came. */
  updated: string;
  /** A vulnerability that stands for all of them, because the source rates them together. */
  together: string;
  /** Why it was withdrawn, where the source does not say. */
  withdrawn: string;
}

/** The few words of a draft that come from no document. */
export const WORDS: Readonly<Record<Language, Words>> = {
  ja: {
    published: '公開',
    publishedAfter: (day) => `公開 (最初の公表は ${day})`,
    updated: '更新',
    together: '全体の評価 (CVE ごとの内訳なし)',
    withdrawn: '情報源で削除されました。',
  },
  en: {
    published: 'Published',
    publishedAfter: (day) => `Published (first made public on ${day})`,
    updated: 'Updated',
    together: 'Overall rating (not given for each CVE)',
    withdrawn: 'It was removed at its source.',
  },
};
