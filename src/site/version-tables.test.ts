import { describe, expect, it } from 'vitest';
import type { VersionTable } from '#domain/version-table.ts';
import { aCatalog, anAdvisory, inEnglish } from '../../tests/builders/a-catalog.ts';
import type { PlannedFile } from './plan.ts';
import { planSite } from './plan-site.ts';

type Parts = Parameters<typeof aCatalog>[0];

function tablesOf(parts: Parts): PlannedFile[] {
  return planSite(aCatalog(parts)).filter(
    (each): each is PlannedFile => each.kind === 'file' && each.address.endsWith('/versions.json'),
  );
}

const first = anAdvisory({ id: 'TEST#00000001' }, { translations: inEnglish() });
const second = anAdvisory({ id: 'TEST#00000002', publishedAt: '2026-04-10T12:00:00+09:00' });
const embargoed = anAdvisory({ id: 'TEST#00000003', publishedAt: '2026-11-21T12:00:00+09:00' });

describe('the version tables of vendors', () => {
  it('speak of public advisories that stand, the newest first', () => {
    const withdrawn = anAdvisory({
      id: 'TEST#00000004',
      state: 'withdrawn',
      withdrawal: { at: '2026-06-01T09:00:00+09:00', reason: '重複していました。' },
    });
    const [table] = tablesOf({ advisories: [first, second, embargoed, withdrawn] });
    const { sources } = JSON.parse(table?.render() ?? '') as VersionTable;
    expect(sources.map(({ title }) => title?.text.split(' ')[0])).toEqual(['TEST#00000002', 'TEST#00000001']);
  });

  it('have a basis that changes whenever their bytes do', () => {
    const advisories = [first, second, embargoed];
    const variants: Parts[] = [
      { advisories },
      { advisories: [first, second] },
      { advisories, now: '2026-11-22T03:00:00Z' },
      { advisories: [first, anAdvisory({ id: 'TEST#00000002', title: '別の題名' })] },
      { advisories: [anAdvisory({ id: 'TEST#00000001' }), second] },
      { advisories, site: { title: '別のサイト' } },
    ];
    const byAddress = Map.groupBy(variants.flatMap(tablesOf), ({ address }) => address);
    expect(byAddress.size).toBe(2);
    for (const files of byAddress.values()) {
      const bytesOf = new Map<string, string>();
      for (const file of files) {
        const basis = file.basis?.() ?? '';
        expect(bytesOf.get(basis) ?? file.render()).toBe(file.render());
        bytesOf.set(basis, file.render());
      }
      expect(bytesOf.size).toBeGreaterThan(4);
    }
  });
});
