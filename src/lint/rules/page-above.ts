import type { PageFile } from '#catalog/content.ts';
import type { Rule } from '../rule.ts';

export const pageAbove: Rule = {
  code: 'PAG004',
  severity: 'error',
  text: {
    ja: {
      title: '案内ページの上に置けるページではありません',
      what: 'partOf の「{above}」は、このページの上に置けません。',
      why: '読者は、上のページから下のページへ、また隣のページへ進みます。ないページや、輪になった並びからは進めません。',
      remedy:
        'partOf に、pages/ にあるほかのページのファイル名を、拡張子なしで書いてください。上のページをたどって、このページに戻ってはなりません。いちばん上のページには partOf を書きません。',
    },
    en: {
      title: 'Page below one that cannot stand above it',
      what: 'The page “{above}” of partOf cannot stand above this one.',
      why: 'Readers go from a page to those below and beside it. No way leads from a page that does not exist, or out of a circle.',
      remedy:
        'Let partOf name another page in pages/ by its file’s name, without the extension. The pages above must not come back to this one; the uppermost has no partOf.',
    },
  },
  *check({ content: { pages } }) {
    for (const page of pages) {
      const above = page.facts?.partOf;
      if (above === undefined || endsAbove(pages, page)) continue;
      yield { file: page.file, path: ['partOf'], params: { above } };
    }
  },
};

/** Whether the pages above exist, in this language or another, and come to an end. */
function endsAbove(pages: readonly PageFile[], page: PageFile): boolean {
  const seen = new Set([page.slug]);
  for (
    let above = page.facts?.partOf;
    above !== undefined;
    above = findPage(pages, page, above)?.facts?.partOf
  ) {
    if (seen.has(above) || findPage(pages, page, above) === undefined) return false;
    seen.add(above);
  }
  return true;
}

function findPage(pages: readonly PageFile[], { language }: PageFile, slug: string): PageFile | undefined {
  const named = pages.filter((other) => other.slug === slug);
  return named.find((other) => other.language === language) ?? named[0];
}
