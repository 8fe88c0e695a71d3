import type { Rule } from '../rule.ts';

export const unexpectedFile: Rule = {
  code: 'SRC010',
  severity: 'error',
  kinds: ['unexpected-file'],
  text: {
    ja: {
      title: '置き場所のないファイルです',
      what: 'このファイルは、名前と場所からは何のファイルか分かりません。',
      why: '知らない名前のファイルは読まれず、書いたつもりの情報が公開されません。',
      remedy:
        'advisories/<年>/<識別子>.md、vendors/<名前>.yaml、pages/<言語>/<名前>.mdx、statistics/<年>-Q<四半期>.yaml、statistics/exploits.yaml、unreachable/<管理番号>.yaml（UR-2026-0001 のような、英大文字1〜4字と数字。# は - にします）のいずれかの形（点で始まらない名前）にするか、ファイルを消してください。',
    },
    en: {
      title: 'File that has no place here',
      what: 'The name and the folder of this file do not tell what it is.',
      why: 'A file of unknown name is not read, so what it says would never be published.',
      remedy:
        'Name it advisories/<year>/<id>.md, vendors/<name>.yaml, pages/<language>/<name>.mdx, statistics/<year>-Q<n>.yaml, statistics/exploits.yaml or unreachable/<number>.yaml (one to four capital letters and digits, such as UR-2026-0001, with - for #), with no name that begins with a dot, or delete it.',
    },
  },
};
