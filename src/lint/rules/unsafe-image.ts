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
        '画像（png、jpg、gif、webp、avif）を、この情報のファイルの隣の同じ名前のフォルダに置き、`![画像の説明](<識別子>/fig.png)` のように、フォルダ名から書いてください（JVN#12345678 なら `JVN12345678/fig.png`）。',
    },
    en: {
      title: 'Unsafe image',
      what: 'The image “{url}” cannot be used.',
      why: 'An image of another host can track readers, and one outside the folder may not be meant for the public.',
      remedy:
        'Put the picture (png, jpg, gif, webp, avif) into the folder of the advisory’s name beside its file, and write `![what it shows](<slug>/fig.png)`, where <slug> is that name.',
    },
  },
};
