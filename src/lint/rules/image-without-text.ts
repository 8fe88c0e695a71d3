import type { Rule } from '../rule.ts';

export const imageWithoutText: Rule = {
  code: 'TXT023',
  severity: 'error',
  kinds: ['image-without-text'],
  text: {
    ja: {
      title: '画像に代わりの文がありません',
      what: '画像「{path}」に代わりの文がありません。',
      why: '画面を読み上げて使う読者には、画像の内容が伝わりません。',
      remedy: '![何が写っているか]({path}) のように書いてください。',
    },
    en: {
      title: 'Image without a text',
      what: 'The image “{path}” has no alternative text.',
      why: 'Readers who have the page read aloud learn nothing of it.',
      remedy: 'Write ![what it shows]({path}).',
    },
  },
};
