import type { Language } from '#domain/language.ts';
import { advisory } from './advisory.ts';

/** What the templates say in Japanese. Every other language has exactly these keys. */
export const pages = {
  advisory,
  languageName: '日本語',
  frame: {
    skip: '本文へ移動',
    menu: 'メインメニュー',
    languages: '言語',
    trail: 'パンくずリスト',
    home: 'ホーム',
    notice: 'お知らせ',
    footer: 'このサイトの情報',
    about: '案内',
    publisher: '発行者',
    contact: '連絡先',
    licence: '利用条件',
    repository: 'リポジトリ',
    feeds: '配信',
    onlyListThere: 'このページにはこの言語の版がないため、一覧へ移動します',
    onlyIn: { ja: '日本語のみ', en: '英語のみ' } satisfies Record<Language, string>,
    linkTo: (heading: string) => `「${heading}」へのリンク`,
  },
};
