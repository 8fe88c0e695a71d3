import type { Rule } from '../rule.ts';

export const controlCharacter: Rule = {
  code: 'SRC003',
  severity: 'error',
  kinds: ['control-character'],
  text: {
    ja: {
      title: '使えない文字があります',
      what: '文字 {codePoint} は公開できません。',
      why: '制御文字や壊れた文字は HTML にも XML にも書けず、フィードが読めなくなります。読む向きを変える文字は、文を書かれたとおりに見せません。',
      remedy: 'その文字を消してください。多くは貼り付けたときに紛れ込んだものです。',
    },
    en: {
      title: 'Character that cannot be published',
      what: 'The character {codePoint} cannot be published.',
      why: 'Control characters and broken ones may stand neither in HTML nor in XML, and feeds with them cannot be read; those that turn the reading direction around make a text read otherwise than it is written.',
      remedy: 'Delete the character. Most of them slip in when text is pasted.',
    },
  },
};
