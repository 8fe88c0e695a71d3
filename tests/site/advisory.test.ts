import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { attributes, type BuiltPage, readPages } from './built-site.ts';

const isAdvisory = ({ document }: BuiltPage) => document.querySelector('article.advisory') !== null;
const sites = (['fictionalSite', 'sampleSite', 'otherSite'] as const).map((site) => ({
  site,
  pages: readPages(inject(site)).filter(isAdvisory),
}));
const fictional = sites[0]?.pages ?? [];

function page(address: string): BuiltPage {
  const found = fictional.find((candidate) => candidate.address === address);
  if (found === undefined) throw new Error(`The built site has no ${address}.`);
  return found;
}

function textOf(address: string, selector: string): string {
  return fold(page(address).document.querySelector(selector)?.textContent);
}

function fold(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

describe.each(sites)('every advisory of the $site', ({ pages }) => {
  const wrong = (look: (page: BuiltPage) => readonly string[]) =>
    pages.flatMap((each) => look(each).map((problem) => `${each.address}: ${problem}`));

  it('answers six questions before its first heading, each with a link to the proof', () => {
    expect(pages.length).toBeGreaterThan(0);
    expect(
      wrong(({ document }) => {
        const opening = [...document.querySelectorAll('main :is(h2, .facts)')];
        const facts = [...document.querySelectorAll('.facts > div')];
        const linked = facts.filter((fact) => fact.querySelector('dd a[href^="#"]') !== null);
        return [
          ...(facts.length === 6 ? [] : [`${String(facts.length)} facts`]),
          ...(linked.length === 6 ? [] : [`${String(linked.length)} linked`]),
          ...(opening[0]?.tagName === 'DL' ? [] : ['facts after a heading']),
        ];
      }),
    ).toEqual([]);
  });

  it('has the sections that readers count on, and a summary of 120 characters at most', () => {
    expect(
      wrong(({ document }) => [
        ...['overview', 'affected', 'solution', 'details', 'vendors', 'history'].filter(
          (id) => document.querySelector(`section#${id} > .heading h2`) === null,
        ),
        ...(fold(document.querySelector('.lead')?.textContent).length <= 120 ? [] : ['long summary']),
      ]),
    ).toEqual([]);
  });

  it('has a link with a name of its own beside every heading of its sections and in its contents', () => {
    expect(
      wrong(({ document }) => {
        const sections = [...document.querySelectorAll('.advisory-body section')];
        const names = attributes(document, '.advisory-body .anchor', 'aria-label');
        const contents = attributes(document, '.contents a', 'href');
        return [
          ...sections.filter(
            ({ id }) => document.querySelector(`.heading > a.anchor[href="#${id}"]`) === null,
          ),
          ...[...document.querySelectorAll('.advisory-body > section')].filter(
            ({ id }) => !contents.includes(`#${id}`),
          ),
          ...(new Set(names).size === names.length ? [] : ['two anchors of one name']),
        ].map(String);
      }),
    ).toEqual([]);
  });

  it('can be copied by hand: its number, address, link, citation and table', () => {
    expect(
      wrong(({ document, address }) => {
        const texts = [...document.querySelectorAll('.action-panel code')].map(
          ({ textContent }) => textContent,
        );
        const whole = texts.filter((text) => text.includes(address)).length;
        const hasTable = document.querySelector('.products') !== null;
        return [
          ...(texts.length === 4 && whole === 3 ? [] : texts),
          ...(hasTable === (document.querySelector('#products-tsv') !== null) ? [] : ['no table']),
          ...(document.querySelector('.actions button, .copy-button') === null ? [] : ['dead button']),
        ];
      }),
    ).toEqual([]);
  });

  it('says on paper which advisory it is, in which revision and where it stands', () => {
    expect(
      wrong(({ document, address }) => {
        const line = fold(document.querySelector('.print-line')?.textContent);
        const id = fold(document.querySelector('.eyebrow .id')?.textContent);
        return line.includes(address) && line.startsWith(id) ? [] : [line];
      }),
    ).toEqual([]);
  });
});

describe('an advisory that was updated', () => {
  it('says above everything what changed, and leads to the entry', () => {
    const banner = '.banner[data-kind="note"]';
    expect(textOf('/xn/XVN10000005/', banner)).toBe(
      '前回からの更新: 第2版 2025年12月10日: ベンダ情報を更新しました。 ベンダ情報 +1、対策方法 変更点を見る',
    );
    expect(attributes(page('/xn/XVN10000005/').document, `${banner} a`, 'href')).toEqual(['#rev-2']);
  });

  it('tells all of thirteen revisions, newest first, by the names of rows', () => {
    const entries = [...page('/xn/XVN10000008/').document.querySelectorAll('.history > li')];
    expect(entries.map(({ id }) => id)).toEqual(
      Array.from({ length: 13 }, (_, place) => `rev-${String(13 - place)}`),
    );
    expect(fold(entries[0]?.textContent)).toContain('「架空機器 KR-493」「架空機器 KR-494」を追加しました');
    expect(textOf('/en/xn/XVN10000008/', '#rev-9')).toContain('added “כוכב בדיון”');
  });

  it('answers links to a section that is gone at the revision that tells its end', () => {
    const gone = page('/xn/XVN10000008/').document.querySelector('#analysis');
    expect(gone?.closest('li')?.id).toBe('rev-11');
  });
});

describe('what an advisory says about a fix', () => {
  const remedyOf = (address: string) => textOf(address, '.facts a[href="#solution"]');

  it('is never more than its data', () => {
    expect(remedyOf('/xn/XVN10000001/')).toBe('修正版あり');
    expect(remedyOf('/xn/XVN10000008/')).toBe('一部の製品に修正版あり(500製品中429製品)');
    expect(remedyOf('/en/xn/XVN10000008/')).toBe('Fixed version for 429 of 500 products');
    expect(remedyOf('/xn/XVN10000005/')).toBe('アップデート(修正バージョンの記載なし)');
    expect(remedyOf('/xn/XVN10000010/')).toBe('回避策のみ(修正版の記載なし)');
    expect(remedyOf('/xn/XVN10000009/')).toBe('使用の停止(修正版の記載なし)');
    expect(remedyOf('/xn/XVN10000006/')).toBe('対策方法を見る');
    expect(remedyOf('/xn/XVN10000003/')).toBe('対策方法を見る');
  });

  it('stands in a banner and at the head of the solution when there is none', () => {
    const banners = [...page('/xn/XVN10000009/').document.querySelectorAll('.banner')];
    expect(banners.map(({ textContent }) => textContent).join(' ')).toContain('修正版の記載なし');
    expect(textOf('/xn/XVN10000009/', '#solution')).toMatch(/^対策方法# ?修正版の記載はありません。/u);
    expect(textOf('/xn/XVN10000001/', '#solution')).not.toContain('記載');
  });
});

describe('the states of an advisory', () => {
  it('put their banners in order', () => {
    const kinds = (address: string) => attributes(page(address).document, '.banner', 'data-kind');
    expect(kinds('/xn/XVN10000003/')).toEqual(['withdrawn']);
    expect(kinds('/xn/XVN10000002/')).toEqual(['urgent', 'warning']);
    expect(kinds('/en/xn/XVN10000005/')).toEqual(['note', 'warning']);
    expect(textOf('/xn/XVN10000010/', '.banner')).toMatch(/^悪用を確認 2025年4月20日:/u);
  });

  it('say that there is no CVE, no score and no vendor', () => {
    expect(textOf('/xn/XVN10000009/', '.facts')).toContain('CVE は割り当てられていません');
    expect(textOf('/xn/XVN10000009/', '.facts')).toContain('未評価');
    expect(textOf('/xn/XVN10000009/', '#details')).toContain('CVSS による評価が記載されていません');
    expect(textOf('/xn/XVN10000009/', '#vendors')).toContain('記載はありません');
  });

  it('keep facts and actions of a withdrawn advisory, its number struck through', () => {
    const { document } = page('/xn/XVN10000003/');
    expect(document.querySelector('.eyebrow s.id')).not.toBeNull();
    expect(document.querySelectorAll('.actions li').length).toBe(4);
  });

  it('explain each score in plain sentences', () => {
    expect(textOf('/xn/XVN10000001/', '.reasons')).toContain('ネットワーク経由で、遠隔から攻撃できます。');
    expect(textOf('/en/xn/XVN10000001/', '.reasons')).toContain('No privileges are needed.');
  });
});

describe('a table of five hundred products', () => {
  const address = '/xn/XVN10000008/';

  it('holds every row in the page, by vendor, with the whole table to copy', () => {
    const { document } = page(address);
    expect(document.querySelectorAll('.products tbody tr[id^="product-"]').length).toBe(500);
    expect([...document.querySelectorAll('.products tr.group')].map((row) => fold(row.textContent))).toEqual([
      'כוכב בדיון (コハブ) 2製品',
      '🦊きつね計器 198製品',
      '株式会社空想ソフト 300製品',
    ]);
    const lines = document.querySelector('#products-tsv')?.textContent.split('\n') ?? [];
    expect(lines.length).toBe(501);
    expect(lines[4]).toContain("\t'=1+1\t");
  });

  it('offers its filter in a template only', () => {
    const { document } = page(address);
    expect(document.querySelector('list-filter template[data-controls]')).not.toBeNull();
    expect(document.querySelector('list-filter > form')).toBeNull();
  });

  it('weighs less than forty kilobytes on its way', () => {
    expect(gzipSync(page(address).html).length).toBeLessThan(40_000);
  });
});

describe('a table of sixty vendors', () => {
  const address = '/xn/XVN10000005/';

  it('has a heading and a way to it for each answer, in the order of the table', () => {
    const { document } = page(address);
    const groups = [
      'vendors-affected',
      'vendors-affected-investigating',
      'vendors-not-affected-investigating',
      'vendors-unknown',
      'vendors-notified',
      'vendors-not-affected',
    ];
    expect(attributes(document, '.vendors tbody', 'id')).toEqual(groups);
    expect(attributes(document, '.vendor-groups a', 'href')).toEqual(groups.map((id) => `#${id}`));
    expect(attributes(document, '.facts .status-count', 'href')).toEqual(groups.map((id) => `#${id}`));
  });

  it('tells the vendor’s words from the coordinator’s, and leads to the meaning of its own', () => {
    expect(textOf(address, '.words figcaption')).toBe('開発者の回答');
    expect(textOf(address, '.words .addendum')).toMatch(/^調整機関の補足/u);
    expect(page(address).document.querySelectorAll('caption a[href="#status-terms"]').length).toBe(1);
  });

  it('shows exceptions by vulnerability, reasons and statements in their own language', () => {
    const { document } = page('/xn/XVN10000008/');
    expect(fold(document.querySelector('#vendor-kitsune')?.textContent)).toContain(
      'CVE-1900-10009: 該当製品なし',
    );
    expect(textOf('/xn/XVN10000008/', '#vendor-geta + .words')).toContain('該当するコンポーネントを含んで');
    expect(document.querySelector('#vendor-kochav + .words blockquote [lang="en"]')).not.toBeNull();
  });
});
