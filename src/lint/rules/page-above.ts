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
        'partOf に、同じ言語のフォルダ（pages/<言語>/）にあるほかのページのファイル名を、拡張子なしで書いてください。上のページをたどって、このページに戻ってはなりません。いちばん上のページには partOf を書きません。',
    },
    en: {
      title: 'Page below one that cannot stand above it',
      what: 'The page “{above}” of partOf cannot stand above this one.',
      why: 'Readers go from a page to those below and beside it. No way leads from a page that does not exist, or out of a circle.',
      remedy:
        'Let partOf name another page of the same language, in the same folder, by its file’s name without the extension. The pages above must not come back to this one; the uppermost has no partOf.',
    },
  },
  *check({ content: { pages } }) {
    const known = new Map(pages.map((page) => [keyOf(page, page.slug), page]));
    for (const page of pages) {
      const above = page.facts?.partOf;
      if (above === undefined || canStandAbove(known, page, above)) continue;
      yield { file: page.file, path: ['partOf'], params: { above } };
    }
  },
};

type KnownPages = ReadonlyMap<string, PageFile>;

/** Whether the page above exists in this language, and the way up does not come back. What is wrong further up is told there. */
function canStandAbove(known: KnownPages, page: PageFile, above: string): boolean {
  const parent = known.get(keyOf(page, above));
  return parent !== undefined && !leadsTo(known, parent, page);
}

function leadsTo(known: KnownPages, from: PageFile, page: PageFile): boolean {
  const seen = new Set<PageFile>();
  for (
    let next: PageFile | undefined = from;
    next !== undefined && !seen.has(next);
    next = parentOf(known, next)
  ) {
    if (next === page) return true;
    seen.add(next);
  }
  return false;
}

function parentOf(known: KnownPages, page: PageFile): PageFile | undefined {
  const above = page.facts?.partOf;
  return above === undefined ? undefined : known.get(keyOf(page, above));
}

/** Readers stay in their language, so a page of another one is none above. */
function keyOf({ language }: PageFile, slug: string): string {
  return `${language}/${slug}`;
}
