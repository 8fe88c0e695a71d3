import { PAGE_COMPONENTS } from '#markdown/parse-page.ts';
import { listParsedPages } from '../parsed-pages.ts';
import type { Rule } from '../rule.ts';

const components = PAGE_COMPONENTS.map((name) => `<${name}>`);

export const pageProgram: Rule = {
  code: 'PAG003',
  severity: 'error',
  text: {
    ja: {
      title: '案内ページに文ではないものがあります',
      what: '「{code}」は案内ページに書けません。',
      why: '案内ページは文として読めるものだけにします。プログラムや HTML は、サイトを作るときに初めて失敗したり、検査できないものを公開したりします。',
      remedy: `Markdown で書き、部品は ${components.join('、')} だけを属性なしで使ってください。文字としての { と < は \\{ と \\< です。`,
    },
    en: {
      title: 'Page with something other than text',
      what: '“{code}” has no place in a page.',
      why: 'Pages are plain text. A program or HTML could fail while the site is built, or publish what no check has seen.',
      remedy: `Write it in Markdown; the only components are ${components.join(', ')}, without attributes. As characters, { and < are written \\{ and \\<.`,
    },
  },
  *check(context) {
    for (const [file, { programs }] of listParsedPages(context)) {
      for (const program of programs) yield { file, place: program, params: { code: program.code } };
    }
  },
};
