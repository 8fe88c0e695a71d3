import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../../tests/builders/a-catalog.ts';
import { childOf, childrenOf, parseXml } from '../../../tests/builders/parsed-xml.ts';
import { buildSiteIndex } from '../site-index.ts';
import { buildExports } from './exports.ts';
import { planJvnrss } from './jvnrss.ts';

type Parts = Parameters<typeof aCatalog>[0];

const planOf = (parts: Parts) => planJvnrss(buildExports(buildSiteIndex(aCatalog(parts))));

function feedAt(address: string, parts: Parts) {
  const file = planOf(parts).find((each) => each.address === address);
  return parseXml(file?.render() ?? '');
}

const idsAt = (address: string, parts: Parts) =>
  childrenOf(feedAt(address, parts), 'item').map((item) => childOf(item, 'sec:identifier').text);

const updatedAt = (at: string) => [
  { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
  { at, summary: '更新しました。' },
];

describe('the JVNRSS feeds', () => {
  it('hold what was written in their language, latest change first', () => {
    const advisories = [
      anAdvisory({ id: 'TEST#00000001' }, { translations: inEnglish() }),
      anAdvisory({ id: 'TEST#00000002', revisions: updatedAt('2026-05-01T12:00:00+09:00') }),
      anAdvisory(
        { id: 'TEST#00000003', revisions: updatedAt('2026-04-01T12:00:00+09:00') },
        { translations: inEnglish() },
      ),
    ];
    expect(idsAt('/rss/jvn.rdf', { advisories })).toEqual([
      'TEST#00000002',
      'TEST#00000003',
      'TEST#00000001',
    ]);
    expect(idsAt('/en/rss/jvn.rdf', { advisories })).toEqual(['TEST#00000003', 'TEST#00000001']);
  });

  it('hold fifty at most', () => {
    const advisories = Array.from({ length: 60 }, (_, place) =>
      anAdvisory({ id: `TEST#${String(place).padStart(8, '0')}` }),
    );
    expect(idsAt('/rss/jvn.rdf', { advisories })).toHaveLength(50);
  });

  it('name themselves and use the namespace of the settings', () => {
    const namespace = 'http://jvn.jp/rss/mod_sec/3.0/';
    const root = feedAt('/en/rss/jvn.rdf', { site: { jvnrss: { namespace } } });
    expect(childOf(root, 'channel').attributes['rdf:about']).toBe('https://site.example/en/rss/jvn.rdf');
    expect(root.attributes).toMatchObject({ 'xmlns:sec': namespace, 'xml:lang': 'en' });
  });

  it('have a basis that changes with settings and advisories and not with the clock', () => {
    const basesOf = (parts: Parts) => planOf(parts).map(({ basis }) => basis?.());
    const before = basesOf({});
    expect(basesOf({ now: '2026-11-21T03:00:00Z' })).toEqual(before);
    for (const changed of [
      { site: { title: '別のサイト' } },
      { advisories: [anAdvisory({ title: '別の題名' })] },
      { vendors: { alpha: { name: '改名社' } } },
    ]) {
      expect(basesOf(changed)[0]).not.toBe(before[0]);
    }
    expect(new Set(before).size).toBe(2);
  });
});
