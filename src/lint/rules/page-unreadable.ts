import { listParsedPages } from '../parsed-pages.ts';
import type { Rule } from '../rule.ts';

/** In English as the parser's messages are. */
const TOO_COMPLEX = 'Brackets or program code out of all proportion';

export const pageUnreadable: Rule = {
  code: 'PAG002',
  severity: 'error',
  text: {
    ja: {
      title: '案内ページが MDX として読めません',
      what: 'ここから先を読めません（{message}）。',
      why: 'この案内ページを作れないため、サイト全体を作れません。',
      remedy:
        '文字としての { と < は \\{ と \\< と書くか、`…` でコードにします。部品のタグは開いたものを必ず閉じてください。',
    },
    en: {
      title: 'Page that cannot be read as MDX',
      what: 'Nothing can be read from here on ({message}).',
      why: 'The page cannot be built, and so the whole site cannot.',
      remedy:
        'Write { and < that are meant as characters as \\{ and \\<, or as code: `…`. Close every tag of a component.',
    },
  },
  *check(context) {
    for (const [file, { refused, explosive }] of listParsedPages(context)) {
      if (explosive !== undefined) yield { file, place: explosive, params: { message: TOO_COMPLEX } };
      if (refused !== undefined) yield { file, place: refused, params: { message: refused.message } };
    }
  },
};
