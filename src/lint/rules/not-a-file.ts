import type { Rule } from '../rule.ts';

export const notAFile: Rule = {
  code: 'SRC011',
  severity: 'error',
  kinds: ['not-a-file'],
  text: {
    ja: {
      title: '通常のファイルではありません',
      what: 'これは通常のファイルではありません（シンボリックリンクなど）。',
      why: 'リンクをたどると、content フォルダの外にあるものが公開されかねません。',
      remedy: 'リンクの代わりに、ファイルそのものを置いてください。',
    },
    en: {
      title: 'Not a regular file',
      what: 'This is no regular file but a symbolic link or the like.',
      why: 'Through a link, something outside the content folder could be published.',
      remedy: 'Put the file itself here instead of the link.',
    },
  },
};
