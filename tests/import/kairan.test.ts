import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { loadContent } from '#catalog/load-content.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { Draft } from '#scripts/import/draft.ts';
import { kairan } from '#scripts/import/kairan/kairan.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../content');
const NOW = '2100-01-01T00:00:00Z';

function withSlugs({ facts, vendors = [] }: Draft) {
  const slugs = new Map(vendors.map(({ name, slug }) => [name, slug]));
  const slug = <Row extends { vendor: string }>(row: Row) => ({
    ...row,
    vendor: slugs.get(row.vendor) ?? '',
  });
  return { ...facts, affected: facts.affected?.map(slug), vendors: facts.vendors?.map(slug) };
}

describe('the sample site, imported from its content directory', () => {
  const files = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
    .filter((name) => kairan.accepts(name))
    .map((name) => ({ path: name, text: readFileSync(path.join(CONTENT, name), 'utf8') }));
  const readings = [...kairan.read(files, { languages: ['ja', 'en'], timezone: 'Asia/Tokyo', now: NOW })];
  const content = loadContent(CONTENT);

  it('comes whole', () => {
    expect(readings.filter((reading) => !('draft' in reading))).toEqual([]);
    expect(readings).toHaveLength(content.advisories.length);
    expect(readings.length).toBeGreaterThan(40);
  });

  it('tells the same facts, but for statements that translations bring', () => {
    for (const reading of readings) {
      if (!('draft' in reading)) continue;
      const original = content.advisories.find(({ facts }) => facts?.id === reading.name)?.facts;
      const facts = advisorySchema.parse(withSlugs(reading.draft));
      const bare = ({ vendors, ...rest }: typeof facts) => ({
        ...rest,
        vendors: vendors.map(({ vendor, status, statusOn, cves, notices }) => ({
          vendor,
          status,
          statusOn,
          cves,
          notices,
        })),
      });
      expect(original && bare(facts), reading.name).toEqual(original && bare(original));
    }
  });

  it('keeps every word of the prose as it is written', () => {
    for (const reading of readings) {
      if (!('draft' in reading)) continue;
      const { prose, translations = {} } = reading.draft;
      const written = JSON.stringify(reading.document.value);
      const sections = [prose, ...Object.values(translations).map((each) => each.prose)].flat();
      for (const { markdown } of sections) expect(written).toContain(JSON.stringify(markdown).slice(1, -1));
    }
  });

  it('loses nothing but the numbers of the revisions that translations tell', () => {
    const dropped = readings.flatMap(({ document }) =>
      listOutcomes(document).filter(
        ({ outcome }) => outcome.kind === 'dropped' || outcome.kind === 'normalised',
      ),
    );
    expect([...new Set(dropped.map(({ pointer }) => pointer.replace(/.*\//u, '')))]).toEqual(['revision']);
  });
});
