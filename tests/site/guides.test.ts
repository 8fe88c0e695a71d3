import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { VENDOR_STATUSES } from '#domain/vendor-status.ts';
import { attributes, readPages } from './built-site.ts';

const pages = readPages(inject('sampleSite'));
const other = readPages(inject('otherSite'));

function documentOf(address: string, of = pages): Document {
  const page = of.find((each) => each.address === address);
  if (page === undefined) throw new Error(`No page ${address}.`);
  return page.document;
}

function textsOf(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
}

const LANGUAGES = [
  { home: '/', language: 'ja' },
  { home: '/en/', language: 'en' },
];

describe.each(LANGUAGES)('the guides in $language', ({ home, language }) => {
  const root = `${home}about/`;
  const guides = readdirSync(`content/pages/${language}`).map(
    (file) => `${root}${file.replace(/\.mdx$/u, '')}/`,
  );
  const chapter = (address: string) => attributes(documentOf(address), '.chapter a', 'href');

  it('are all two clicks from the home page, without its footer', () => {
    const leads = attributes(documentOf(home), '.masthead a, main a', 'href');
    const first = leads.filter((address) => guides.includes(address));
    const reached = [...first, ...first.flatMap((address) => chapter(address))];
    expect(reached).toEqual(expect.arrayContaining(guides));
  });

  it('lead to those beside them, and mark where the reader is', () => {
    for (const address of guides) {
      const here = attributes(documentOf(address), '.chapter [aria-current="page"]', 'href');
      expect([address, here]).toEqual([address, [address]]);
    }
    expect(chapter(`${root}for-vendors/`)).toEqual(chapter(`${root}report/`));
  });

  it('list their sections where there are more than three, and tell their versions', () => {
    for (const address of guides) {
      const document = documentOf(address);
      const sections = document.querySelectorAll('.prose h2').length;
      const listed = document.querySelectorAll('.page-contents a').length;
      expect([address, listed]).toEqual([address, sections > 3 ? sections : 0]);
      expect(document.querySelectorAll('.page .opening time, .page-changes time').length).toBeGreaterThan(1);
    }
  });
});

describe.each(LANGUAGES)('how to read an advisory in $language', ({ home }) => {
  const document = documentOf(`${home}about/how-to-read/`);

  it('names the sections that advisories have, and no other', () => {
    const rows = textsOf(document, '#section-legend th[scope="row"]');
    const advisories = pages.filter(({ address }) => /^\/(?:en\/)?(?:jp|vu|icsa)\/[A-Z]/u.test(address));
    const own = advisories.filter(({ address }) => address.startsWith('/en/') === (home === '/en/'));
    const shown = new Set(own.flatMap((each) => textsOf(each.document, '.advisory-body .heading h2')));
    expect(shown.size).toBeGreaterThan(8);
    expect(rows).toEqual(expect.arrayContaining([...shown]));
    expect(new Set(rows).size).toBe(13);
  });

  it('explains every status and every family, with an identifier where there is one', () => {
    expect(document.querySelectorAll('#status-legend tbody tr').length).toBe(VENDOR_STATUSES.length);
    expect(textsOf(document, '.families dt')).toEqual(['JVN#', 'JVNVU#', 'JVNTA#', 'ICSA-']);
    expect(textsOf(document, '.family-example .id').length).toBe(3);
  });
});

describe('time limits in guides', () => {
  /** Years and days of the calendar, and what the reports of IPA count, are no time limits of this site. */
  const OTHERS =
    /\d+ ?月 ?\d+ ?日|(?:45|90) ?日以内に(?:公開|修正)された|within (?:45|90) days(?= of acceptance|\.$)/gmu;
  const TYPED = /\d+ ?(?:日|就業日|営業日|days?|business days?|months?|か月)/u;

  it('are never typed', () => {
    const typed = LANGUAGES.flatMap(({ language }) =>
      readdirSync(`content/pages/${language}`).flatMap((file) => {
        const text = readFileSync(`content/pages/${language}/${file}`, 'utf8').replace(
          /^---\n[^]*?\n---\n/u,
          '',
        );
        const found = TYPED.exec(text.replaceAll(OTHERS, ''));
        return found ? [`${language}/${file}: ${found[0]}`] : [];
      }),
    );
    // The calendar of the feeds holds as many months as the engine puts into it.
    expect(typed).toEqual(['ja/notifications.mdx: 12か月']);
  });

  it('are those of the site, in prose, in the figures and in the table', () => {
    const document = documentOf('/about/process/', other);
    const text = document.querySelector('.prose')?.textContent ?? '';
    expect(textsOf(document, '.flow-limit')).toContain('Target: 60 days from the start of the coordination');
    expect(textsOf(document, '.time-limit')).toEqual([
      ...[
        '1 business day',
        '60 days',
        '30 days',
        '7 days',
        '100 days',
        '120 days',
        '2 business days',
        '8 days',
      ],
    ]);
    expect(text).not.toMatch(/\b(?:45|90|14|180|5) (?:business )?days/u);
  });
});
