import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../tests/builders/a-catalog.ts';
import { vendorsOf } from './build-catalog.ts';
import { updated, urgent } from './queries.ts';

const AT = '2026-03-10T12:00:00+09:00';
const ids = (advisories: readonly { id: string }[]) => advisories.map(({ id }) => id);

describe('buildCatalog', () => {
  it('keeps an advisory under embargo to the very second of its publication', () => {
    const build = (now: string) => aCatalog({ now, advisories: [anAdvisory({ publishedAt: AT })] });
    const before = build('2026-03-10T02:59:59Z');
    expect([ids(before.advisories), ids(before.embargoed)]).toEqual([[], ['TEST#00000001']]);
    expect(before.advisoryBySlug.size + before.advisoriesByVendor.size).toBe(0);
    const after = build('2026-03-10T03:00:00Z');
    expect([ids(after.advisories), ids(after.embargoed)]).toEqual([['TEST#00000001'], []]);
  });

  it('puts the newest first, and ids in order within a moment', () => {
    const { advisories } = aCatalog({
      advisories: [
        anAdvisory({ id: 'TEST#00000003', publishedAt: AT }),
        // The same moment, written in another zone.
        anAdvisory({ id: 'TEST#00000002', publishedAt: '2026-03-10T03:00:00Z' }),
        anAdvisory({ id: 'TEST#00000001', publishedAt: '2026-03-10T12:00:01+09:00' }),
      ],
    });
    expect(ids(advisories)).toEqual(['TEST#00000001', 'TEST#00000002', 'TEST#00000003']);
  });

  it('counts days and years in the zone of the site', () => {
    const publishedAt = '2025-12-31T15:30:00Z';
    const [inTokyo] = aCatalog({ advisories: [anAdvisory({ publishedAt })] }).advisories;
    expect([inTokyo?.publishedOn, inTokyo?.year]).toEqual(['2026-01-01', 2026]);
    const berlin = { timezone: 'Europe/Berlin' };
    const [inBerlin] = aCatalog({ site: berlin, advisories: [anAdvisory({ publishedAt })] }).advisories;
    expect([inBerlin?.publishedOn, inBerlin?.year]).toEqual(['2025-12-31', 2025]);
  });

  it('takes the last change from the revisions whose time has come, and from a withdrawal', () => {
    const revisions = [
      { at: AT, summary: '公開' },
      { at: '2026-04-01T12:00:00+09:00', summary: '更新' },
      { at: '2099-01-01T00:00:00+09:00', summary: '先の更新' },
    ];
    const [revised] = aCatalog({ advisories: [anAdvisory({ revisions })] }).advisories;
    expect([revised?.updatedOn, revised?.texts.ja?.revision]).toEqual(['2026-04-01', 2]);
    const withdrawal = { at: '2026-05-01T09:00:00+09:00', reason: '誤り' };
    const [withdrawn] = aCatalog({
      advisories: [anAdvisory({ revisions, state: 'withdrawn', withdrawal })],
    }).advisories;
    expect(withdrawn?.updatedOn).toBe('2026-05-01');
  });

  it('shows translations into languages of the site only', () => {
    const advisory = anAdvisory({}, { translations: inEnglish() });
    const languagesOf = (languages: string[]) =>
      Object.keys(aCatalog({ site: { languages }, advisories: [advisory] }).advisories[0]?.texts ?? {});
    expect(languagesOf(['ja', 'en'])).toEqual(['ja', 'en']);
    expect(languagesOf(['ja'])).toEqual(['ja']);
  });

  it('finds an advisory under every vendor that it names, once', () => {
    const advisory = anAdvisory({
      affected: [
        { vendor: 'alpha', product: 'A' },
        { vendor: 'beta', product: 'B' },
      ],
      vendors: [{ vendor: 'alpha' }, { vendor: 'gamma', status: 'not-affected' }],
    });
    const catalog = aCatalog({ advisories: [advisory] });
    expect([...catalog.advisoriesByVendor.keys()]).toEqual(['alpha', 'gamma', 'beta']);
    expect(catalog.advisories.map(vendorsOf)).toEqual([['alpha', 'gamma', 'beta']]);
  });

  it('gives equal digests to equal advisories only', () => {
    const digestOf = (title: string) =>
      aCatalog({ advisories: [anAdvisory({ title })] }).advisories[0]?.digest;
    expect(digestOf('一')).toBe(digestOf('一'));
    expect(digestOf('一')).not.toBe(digestOf('二'));
  });
});

describe('queries', () => {
  it('an advisory counts as updated from its second revision on', () => {
    const second = [
      { at: AT, summary: '公開' },
      { at: '2026-04-01T12:00:00+09:00', summary: '更新' },
    ];
    const catalog = aCatalog({
      advisories: [anAdvisory(), anAdvisory({ id: 'TEST#00000002', revisions: second })],
    });
    expect(ids(updated(catalog))).toEqual(['TEST#00000002']);
  });

  it('a withdrawn advisory is no longer urgent', () => {
    const mark = { urgent: { reason: '攻撃' } };
    const withdrawal = { at: '2026-05-01T09:00:00+09:00', reason: '誤り' };
    const catalog = aCatalog({
      advisories: [
        anAdvisory(mark),
        anAdvisory({ ...mark, id: 'TEST#00000002', state: 'withdrawn', withdrawal }),
        anAdvisory({ id: 'TEST#00000003' }),
      ],
    });
    expect(ids(urgent(catalog))).toEqual(['TEST#00000001']);
  });
});
