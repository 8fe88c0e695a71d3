import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { parseAdvisoryId } from '#domain/advisory-id.ts';
import { siteSchema } from '#domain/site.ts';
import { vendorSchema } from '#domain/vendor.ts';
import { parseVersionRange } from '#domain/version-range.ts';
import { buildAdvisories, buildContent, createWorld, SITE, type ContentText } from './generate-content.ts';
import { buildAdvisory } from './generated-advisory.ts';
import { toVendorFacts } from './generated-vendor.ts';
import { createRandom, createZipf } from './random.ts';
import { formatYaml } from './yaml-text.ts';

function digestOf(size: number, seed: number): string {
  const hash = createHash('sha256');
  for (const { file, text } of buildContent(createWorld(size, seed))) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

/** YAML as the site reads it: every scalar is text. */
function readText(yaml: string): unknown {
  return parse(yaml, { schema: 'failsafe' });
}

describe('generated content', () => {
  const world = createWorld(300);
  const advisories = [...buildAdvisories(world)];

  it('is the same, byte for byte, for the same size and seed', () => {
    expect(digestOf(120, 7)).toBe(digestOf(120, 7));
    expect(digestOf(120, 7)).not.toBe(digestOf(120, 8));
    expect(digestOf(120, 7)).not.toBe(digestOf(121, 7));
  });

  it('is what it was: other bytes would make figures of different days incomparable, so change this knowingly', () => {
    expect(digestOf(120, 1)).toBe('65e84d89211f0c41364ae061d554e9f60228ec4d753268d8a39eee7c77717603');
  });

  it('depends on the place of an advisory only, not on those that were made before', () => {
    expect(buildAdvisory(world, 250)).toEqual(advisories[250]);
    expect(buildAdvisory(createWorld(300), 250)).toEqual(advisories[250]);
  });

  it('comes one file at a time, so that memory does not grow with the size', () => {
    const files = buildContent(createWorld(50_000));
    const first = Array.from({ length: 3 }, () => files.next()).map(({ value }) => (value as ContentText).file);
    expect(first).toEqual(['site.yaml', 'pages/ja/site.mdx', 'pages/en/site.mdx']);
  });

  it('satisfies the schemas of advisories, translations, vendors and the site', () => {
    for (const { facts, translation } of advisories) {
      expect(() => advisorySchema.parse(readText(formatYaml(facts)))).not.toThrow();
      if (translation) expect(() => translationSchema.parse(readText(formatYaml(translation.words)))).not.toThrow();
    }
    for (const vendor of world.vendors) vendorSchema.parse(readText(formatYaml(toVendorFacts(vendor))));
    expect(siteSchema.parse(readText(formatYaml(SITE))).families).toHaveLength(3);
  });

  it('gives every advisory an identifier of its own that belongs to its family', () => {
    const { families } = siteSchema.parse(readText(formatYaml(SITE)));
    for (const { facts, slug, family } of advisories) {
      expect(parseAdvisoryId(facts.id, families)).toMatchObject({ slug, family: { path: family } });
    }
    expect(new Set(advisories.map(({ slug }) => slug)).size).toBe(advisories.length);
  });

  it('writes version ranges that the range language understands', () => {
    const ranges = advisories.flatMap(({ facts }) => (facts.affected ?? []).flatMap((row) => row.ranges ?? []));
    expect(ranges.filter((range) => 'problem' in parseVersionRange(range))).toEqual([]);
    expect(new Set(ranges).size).toBeGreaterThan(50);
  });

  it('is published from the oldest to the newest over twenty years, and one more is the newest of all', () => {
    const moments = advisories.map(({ facts }) => facts.publishedAt);
    expect(moments).toEqual(moments.toSorted());
    expect(new Set(advisories.map(({ year }) => year)).size).toBe(20);
    expect(buildAdvisory(world, world.size).facts.publishedAt > (moments.at(-1) ?? '')).toBe(true);
  });

  it('has a translation for one advisory in three', () => {
    expect(advisories.filter(({ translation }) => translation !== undefined)).toHaveLength(100);
  });

  it('names only vendors that have a file', () => {
    const slugs = new Set(world.vendors.map(({ slug }) => slug));
    const named = advisories.flatMap(({ facts }) => [...(facts.vendors ?? []), ...(facts.affected ?? [])]);
    expect(named.filter(({ vendor }) => !slugs.has(vendor))).toEqual([]);
  });
});

describe('chance', () => {
  it('follows Zipf’s law: the first rank comes up about twice as often as the second', () => {
    const [random, choose] = [createRandom(3), createZipf(50)];
    const counts = new Array<number>(50).fill(0);
    for (let round = 0; round < 20_000; round += 1) {
      const rank = choose(random);
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    expect((counts[0] ?? 0) / (counts[1] ?? 1)).toBeCloseTo(2, 0);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('draws samples without repetition and in the order of the list', () => {
    const random = createRandom(5);
    for (let round = 0; round < 50; round += 1) {
      const sample = random.sample([1, 2, 3, 4, 5], 3);
      expect(sample).toEqual([...new Set(sample)].toSorted());
      expect(sample).toHaveLength(3);
    }
  });
});

describe('formatYaml', () => {
  it('is read back as the same value', () => {
    const value = {
      plain: '公開されている資料 1',
      hash: 'KRN#1',
      colon: 'a: b',
      number: '4.0',
      empty: [],
      flow: ['>=1.0 <2.0', '*'],
      list: [{ url: 'https://a.example/', label: { ja: '告知', en: 'yes' } }, { note: ' blank ' }],
    };
    expect(readText(formatYaml(value))).toEqual(value);
  });
});
