import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../tests/builders/a-catalog.ts';
import { childOf, childrenOf, parseXml } from '../../tests/builders/parsed-xml.ts';
import { FEED_SYNTAXES } from './addresses.ts';
import type { PlannedFile } from './plan.ts';
import { planSite } from './plan-site.ts';

const translated = anAdvisory({ id: 'TEST#00000001' }, { translations: inEnglish() });
const untranslated = anAdvisory({
  id: 'TEST#00000002',
  publishedAt: '2025-02-01T12:00:00+09:00',
  revisions: [
    { at: '2025-02-01T12:00:00+09:00', summary: '公開しました。' },
    { at: '2026-11-10T12:00:00+09:00', summary: '更新しました。' },
  ],
});
const withdrawn = anAdvisory({
  id: 'TEST#00000003',
  publishedAt: '2026-05-01T12:00:00+09:00',
  state: 'withdrawn',
  withdrawal: { at: '2026-06-01T09:00:00+09:00', reason: '重複していました。' },
});

const answered = anAdvisory(
  {
    id: 'TEST#00000004',
    revisions: [
      { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
      {
        at: '2026-04-01T12:00:00+09:00',
        summary: '回答を追加しました。',
        changes: [{ part: 'vendors', edited: ['アルファ社'], removed: ['消えた社'] }],
      },
    ],
  },
  { translations: inEnglish() },
);

const site = {
  advisories: [translated, untranslated, withdrawn],
} as const;

function plan(parts: Parameters<typeof aCatalog>[0] = site) {
  return planSite(aCatalog(parts));
}

function fileAt(address: string, parts: Parameters<typeof aCatalog>[0] = site): string {
  const file = plan(parts).find(
    (each): each is PlannedFile => each.address === address && each.kind === 'file',
  );
  if (file === undefined) throw new Error(`No file at ${address}.`);
  return file.render();
}

describe('feeds', () => {
  const entriesOf = (address: string, parts: Parameters<typeof aCatalog>[0] = site) =>
    childrenOf(parseXml(fileAt(address, parts)), 'entry');
  const textOf = (entry: ReturnType<typeof parseXml> | undefined, name: string) =>
    entry && childOf(entry, name).text;

  it('name themselves by the address at which they stand, in every syntax', () => {
    for (const syntax of FEED_SYNTAXES) {
      expect(fileAt(`/en/feeds/all.${syntax}`)).toContain(`https://site.example/en/feeds/all.${syntax}`);
    }
  });

  it('tell the latest change first, whether it was a publication, an update or a withdrawal', () => {
    expect(entriesOf('/feeds/all.atom').map((entry) => textOf(entry, 'id'))).toEqual([
      'tag:publisher.example,2025:TEST00000002/ja',
      'tag:publisher.example,2026:TEST00000003/ja',
      'tag:publisher.example,2026:TEST00000001/ja',
    ]);
    expect(entriesOf('/feeds/updated.atom')).toHaveLength(2);
    expect(entriesOf('/feeds/urgent.atom')).toHaveLength(0);
  });

  it('give a translation an id of its own and tell an untranslated advisory in its language', () => {
    const entries = entriesOf('/en/feeds/all.atom');
    expect(entries.map((entry) => textOf(entry, 'id'))).toContain(
      'tag:publisher.example,2026:TEST00000001/en',
    );
    expect(entries[0]?.attributes['xml:lang']).toBe('ja');
    expect(entries[0] && childOf(entries[0], 'link').attributes['href']).toBe(
      'https://site.example/test/TEST00000002/',
    );
  });

  it('keep the id of an updated advisory, raise its date and say what changed', () => {
    const updated = anAdvisory({
      revisions: [
        { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
        {
          at: '2026-04-01T12:00:00+09:00',
          summary: '版を追加しました。',
          changes: [{ part: 'affected', added: ['テスト製品 3'] }],
        },
      ],
    });
    const [before] = entriesOf('/feeds/all.atom', { advisories: [anAdvisory()] });
    const [after] = entriesOf('/feeds/all.atom', { advisories: [updated] });
    expect(textOf(after, 'id')).toBe(textOf(before, 'id'));
    expect(textOf(before, 'updated')).toBe('2026-03-10T03:00:00.000Z');
    expect(textOf(after, 'updated')).toBe('2026-04-01T03:00:00.000Z');
    expect(textOf(after, 'content')).toMatch(/第2版.*版を追加しました。.*テスト製品 3/su);
    expect(textOf(before, 'content')).not.toContain('第1版');
  });

  it('call changed rows by their names in the entry’s language and mark those that have none in it', () => {
    const content = textOf(entriesOf('/en/feeds/all.atom', { advisories: [answered] })[0], 'content');
    expect(content).toContain('Vendor Status: changed “Alpha Inc.”');
    expect(content).toContain('removed “<span lang="ja">消えた社</span>”');
  });

  it('keep a withdrawn advisory as an entry that says so and why', () => {
    const entry = entriesOf('/feeds/all.atom').find((each) => textOf(each, 'id')?.includes('TEST00000003'));
    expect(textOf(entry, 'title')).toContain('【撤回】');
    expect(textOf(entry, 'content')).toContain('重複していました。');
  });

  it('hold the whole of a year but never more than fifty entries elsewhere', () => {
    const advisories = Array.from({ length: 60 }, (_, place) =>
      anAdvisory({ id: `TEST#${String(place).padStart(8, '0')}` }),
    );
    expect(entriesOf('/feeds/2026.atom', { advisories })).toHaveLength(60);
    expect(entriesOf('/feeds/all.atom', { advisories })).toHaveLength(50);
    expect(entriesOf('/vendors/alpha/feed.atom', { advisories })).toHaveLength(50);
  });

  it('have a basis that changes whenever their bytes do', () => {
    const variants = [
      site,
      { ...site, advisories: [translated, untranslated] },
      {
        ...site,
        advisories: [
          anAdvisory({ title: '別の題名' }, { translations: inEnglish() }),
          untranslated,
          withdrawn,
        ],
      },
      { ...site, site: { title: '別のサイト' } },
      { ...site, now: '2026-12-02T03:00:00Z' },
      { ...site, vendors: { alpha: { name: '改名社' } } },
      { advisories: [answered] },
      { advisories: [answered], vendors: { alpha: { name: { ja: 'アルファ社', en: 'Renamed Inc.' } } } },
    ];
    const byAddress = Map.groupBy(
      variants.flatMap((variant) => plan(variant)).filter((each) => each.kind === 'file' && each.basis),
      ({ address }) => address,
    );
    expect(byAddress.size).toBeGreaterThan(20);
    for (const files of byAddress.values()) {
      const known = new Map<string, string>();
      for (const file of files) {
        if (file.kind !== 'file' || !file.basis) continue;
        const bytes = file.render();
        expect(known.get(file.basis()) ?? bytes).toBe(bytes);
        known.set(file.basis(), bytes);
      }
    }
  });

  it('make the links of the prose absolute and keep hostile titles as text', () => {
    const advisory = anAdvisory(
      { title: '<script>alert(1)</script> ]]> & 題' },
      { body: '## 概要\n\n[一覧](/advisories/) と [表](#affected)。`href="/x"` は文字です。\n' },
    );
    const [entry] = entriesOf('/feeds/all.atom', { advisories: [advisory] });
    expect(textOf(entry, 'title')).toBe(
      'TEST#00000001 &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; 題',
    );
    const content = textOf(entry, 'content');
    expect(content).toContain('href="https://site.example/advisories/"');
    expect(content).toContain('href="https://site.example/test/TEST00000001/#affected"');
    expect(content).toMatch(/href=(?:"|&quot;)\/x/u);
  });
});
