import type { Rule } from '../rule.ts';

export const unsafeImage: Rule = {
  code: 'TXT022',
  severity: 'error',
  kinds: ['unsafe-image'],
  text: {
    ja: {
      title: '使えない画像です',
      what: '画像「{url}」は使えません。',
      why: '外部の画像は読者を追跡でき、フォルダの外の画像は公開してはならないものかもしれません。',
      remedy:
        '画像を、この情報と同じ名前のフォルダに置き、そこからのパスで書いてください（png、jpg、gif、webp、avif）。',
    },
    en: {
      title: 'Unsafe image',
      what: 'The image “{url}” cannot be used.',
      why: 'An image of another host can track readers, and one outside the folder may not be meant for the public.',
      remedy:
        'Put the picture into the folder with the advisory’s name and write its path from there (png, jpg, gif, webp, avif).',
    },
  },
};
