import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory } from '../../../tests/builders/a-catalog.ts';
import { buildFrame } from '../frame.ts';
import { buildSiteIndex } from '../site-index.ts';
import type { AboutView } from '../view.ts';
import { aboutView } from './about-view.ts';

type Parts = NonNullable<Parameters<typeof aCatalog>[0]>;

/** The view of one page of a site. */
function viewOf(slug: string, parts: Parts, language = 'ja'): AboutView {
  const index = buildSiteIndex(aCatalog(parts));
  const page = index.catalog.pages.find((each) => each.slug === slug && each.language === language);
  if (page === undefined) throw new Error(`No page ${language}/${slug}.`);
  return aboutView(index, page);
}

const page = (slug: string, more: Record<string, unknown> = {}) => ({
  slug,
  language: 'ja' as const,
  ...more,
});
const TREE = [
  page('about'),
  page('guides', { partOf: 'about' }),
  page('terms', { partOf: 'about' }),
  page('report', { partOf: 'guides' }),
  page('reading', { partOf: 'guides' }),
  { slug: 'report', language: 'en' as const, partOf: 'guides' },
];

describe('the chapter of a page', () => {
  const chapterOf = (slug: string, pages: Parts['pages'] = TREE) => {
    const { chapter } = viewOf(slug, { pages });
    return chapter && [chapter.address, ...chapter.pages.map(({ address }) => address)];
  };

  it('is those below the page, or those beside it where none is below', () => {
    expect(chapterOf('about')).toEqual(['/about/about/', '/about/guides/', '/about/terms/']);
    expect(chapterOf('terms')).toEqual(chapterOf('about'));
    expect(chapterOf('guides')).toEqual(['/about/guides/', '/about/report/', '/about/reading/']);
    expect(chapterOf('report')).toEqual(chapterOf('guides'));
  });

  it('holds no page of another language, and is absent where the page above has not been translated', () => {
    expect(viewOf('report', { pages: TREE }, 'en').chapter).toBeUndefined();
    expect(viewOf('report', { pages: TREE }, 'en').head.trail).toHaveLength(2);
  });

  it('is absent from a page that stands alone', () => {
    expect(chapterOf('about', [page('about')])).toBeUndefined();
  });

  it('shows the way down from home', () => {
    const { trail } = viewOf('report', { pages: TREE }).head;
    expect(trail.map(({ address }) => address)).toEqual([
      '/',
      '/about/about/',
      '/about/guides/',
      '/about/report/',
    ]);
  });

  it('keeps what stands at the foot of every page short', () => {
    const { about } = buildFrame(aCatalog({ pages: TREE }), 'ja');
    expect(about.map(({ address }) => address)).toEqual(['/about/about/', '/about/guides/', '/about/terms/']);
  });

  it('comes to an end where refused content goes in circles, as a preview shows it', () => {
    const circle = [page('a', { partOf: 'b' }), page('b', { partOf: 'a' }), page('c', { partOf: 'c' })];
    expect(viewOf('a', { pages: circle }).head.trail).toHaveLength(3);
    expect(viewOf('c', { pages: circle }).head.trail).toHaveLength(2);
  });
});

describe('a translation of a page', () => {
  const behind = (original: string, translation: string, language = 'en') =>
    viewOf(
      'about',
      {
        pages: [
          { slug: 'about', language: 'ja', updatedOn: original },
          { slug: 'about', language: 'en', updatedOn: translation },
        ],
      },
      language,
    ).behind;

  it('says that it is older than its original, and where that is', () => {
    expect(behind('2026-02-01', '2026-01-31')).toEqual({
      originalOn: '2026-02-01',
      originalAddress: '/about/about/',
    });
  });

  it('says nothing when it is as new or newer, and an original never does', () => {
    expect(behind('2026-02-01', '2026-02-01')).toBeUndefined();
    expect(behind('2026-02-01', '2026-02-02')).toBeUndefined();
    expect(behind('2026-02-01', '2026-02-02', 'ja')).toBeUndefined();
  });
});

describe('what pages draw from the site', () => {
  it('is its own timers', () => {
    const { timers } = viewOf('about', { pages: [page('about')], site: { timers: { triageDays: '3' } } });
    expect(timers).toMatchObject({ triageDays: 3, websiteTargetDays: 90 });
  });

  it('is the first identifier of each family, and none where nothing was published', () => {
    const advisories = ['TEST#00000002', 'TEST#00000001'].map((id, place) =>
      anAdvisory({ id, publishedAt: `2026-0${place + 1}-10T12:00:00+09:00` }),
    );
    const examples = (written: Parts['advisories']) =>
      viewOf('about', { pages: [page('about')], ...(written && { advisories: written }) }).families.map(
        ({ example }) => example,
      );
    expect(examples(advisories)[0]).toBe('TEST#00000002');
    expect(examples([])[0]).toBeUndefined();
  });
});
