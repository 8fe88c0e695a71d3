import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { formatDay } from '#domain/dates.ts';
import type { SearchHit } from '#search/search-engine.ts';
import { HitRenderer } from './render-hit.ts';

const PAGE = `<!doctype html><html lang="ja"><body>
  <template data-hit data-locale="ja"><li>
    <p><span data-part="id"></span> <span data-part="date"></span> <span data-part="marks"></span></p>
    <p data-part="title"></p><p data-part="excerpt"></p><p data-part="section"></p>
  </li></template>
  <template data-open><p><a href="/search/" data-part="open">開く<span data-part="opened"></span></a></p></template>
  <template data-severity="high"><span class="severity">重要 <b data-part="score"></b> <span data-part="version"></span></span></template>
  <template data-severity="unrated"><span class="severity">未評価</span></template>
  <template data-tag="fix"><span class="tag">修正版あり</span></template>
  <template data-tag="urgent"><span class="tag">緊急</span></template>
  <template data-only="en"><span class="only">英語のみ</span></template>
  <template data-message="section">「{heading}」を読む</template>
</body></html>`;
const { document } = parseHTML(PAGE);

const hit: SearchHit = {
  url: '/jp/JVN1/',
  id: 'JVN#1',
  title: '製品の脆弱性',
  language: 'ja',
  date: '2024-01-02',
  severity: 'high',
  score: 7,
  cvss: '3.1',
  fix: true,
  urgent: false,
  tier: 'text',
  excerpt: {
    parts: [
      { text: '…この', found: false },
      { text: '製品', found: true },
    ],
    section: { id: 'solution', heading: '対策方法' },
  },
};

function render(changes: Partial<SearchHit> = {}): HTMLElement {
  return new HitRenderer(document).render({ ...hit, ...changes });
}

describe('a hit', () => {
  it('shows number, day, marks, title, excerpt and the section in which the words stand', () => {
    const item = render();
    expect(item.textContent.replaceAll(/\s+/g, ' ').trim()).toBe(
      'JVN#1 2024年1月2日 重要 7.0 CVSS v3.1修正版あり 製品の脆弱性…この製品「対策方法」を読む',
    );
    expect(item.querySelector('mark')?.textContent).toBe('製品');
    expect([...item.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/jp/JVN1/',
      '/jp/JVN1/#solution',
    ]);
  });

  it('says in which language its title is', () => {
    const item = render({ language: 'en', title: 'A flaw' });
    expect(item.querySelector('[data-part="title"] a')?.getAttribute('lang')).toBe('en');
    expect(item.querySelector('.only')?.textContent).toBe('英語のみ');
  });

  it('offers to open what the query names', () => {
    const opener = render({ tier: 'id' }).querySelector('[data-part="open"]');
    expect(opener?.getAttribute('href')).toBe('/jp/JVN1/');
    expect(opener?.textContent).toBe('開くJVN#1');
  });

  it('has no excerpt, section or score when the index has none', () => {
    const { url, id, title, language, date, tier } = hit;
    const bare: SearchHit = { url, id, title, language, date, tier, fix: false, urgent: true };
    const item = new HitRenderer(document).render(bare);
    expect(item.querySelector('[data-part="excerpt"], [data-part="section"]')).toBeNull();
    expect(item.querySelector('.severity')?.textContent).toBe('未評価');
    expect([...item.querySelectorAll('.tag')].map((tag) => tag.textContent)).toEqual(['緊急']);
  });

  it('is text, whatever an index holds', () => {
    const item = render({
      title: '<img src=x onerror=alert(1)>',
      id: '<b>1</b>',
      date: '<script>',
      severity: '"]',
      excerpt: { parts: [{ text: '<mark><i>', found: true }] },
    });
    expect(item.querySelector('img, i, script')).toBeNull();
    expect(item.querySelectorAll('b')).toHaveLength(0);
    expect(item.querySelector('mark')?.textContent).toBe('<mark><i>');
  });

  it.each(['javascript:alert(1)', 'https://evil.example/', '//evil.example/', '/\\evil.example', ''])(
    'never leads to %j',
    (url) => {
      expect(render({ url, tier: 'id' }).querySelectorAll('a[href]')).toHaveLength(0);
    },
  );

  it.each([
    ['ja', 'ja'],
    ['en', 'en-GB'],
  ] as const)('writes days as the pages in %s do', (language, locale) => {
    const page = parseHTML(PAGE).document;
    page.querySelector('[data-hit]')?.setAttribute('data-locale', locale);
    for (const date of ['2024-01-02', '1999-12-31', '2026-09-30']) {
      const item = new HitRenderer(page).render({ ...hit, date });
      expect(item.querySelector('time')?.textContent).toBe(formatDay(date, language));
    }
  });
});
