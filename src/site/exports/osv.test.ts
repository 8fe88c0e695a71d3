import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../../tests/builders/a-catalog.ts';
import { osvShape } from '../../../tests/builders/osv-shape.ts';
import { buildSiteIndex } from '../site-index.ts';
import { buildExports } from './exports.ts';
import { planOsv, planOsvList } from './osv.ts';

const packaged = withProduct({ purl: 'pkg:npm/example' });
const english = { translations: inEnglish() };

function withProduct(parts: Written): Written {
  return { affected: [{ vendor: 'alpha', product: '製品', ranges: ['<2.0'], ...parts }] };
}

function plan(advisory: ReturnType<typeof anAdvisory>, site: Written = {}) {
  const exports = buildExports(buildSiteIndex(aCatalog({ site, advisories: [advisory] })));
  const [list] = planOsvList(exports);
  return { files: exports.entries.flatMap((entry) => planOsv(exports, entry)), list };
}

describe('an OSV record', () => {
  it('is planned under its identifier, and listed', () => {
    const { files, list } = plan(anAdvisory(packaged, english), { osv: { prefix: 'TEST' } });
    expect(files.map(({ address }) => address)).toEqual(['/osv/TEST-00000001.json']);
    expect(osvShape.parse(JSON.parse(files[0]?.render() ?? '')).affected).toHaveLength(1);
    expect(list?.address).toBe('/osv/all.json');
    expect(list?.kind === 'file' && JSON.parse(list.render())).toEqual([
      { id: 'TEST-00000001', modified: '2026-03-10T03:00:00Z' },
    ]);
  });

  it.each([
    ['there is no English', anAdvisory(packaged)],
    ['no product is a package', anAdvisory({}, english)],
    ['the package stands in no public registry', anAdvisory(withProduct({ purl: 'pkg:generic/a' }), english)],
    ['no version is known', anAdvisory(withProduct({ purl: 'pkg:npm/a', ranges: [] }), english)],
  ])('is neither planned nor listed where %s', (_, advisory) => {
    const { files, list } = plan(advisory);
    expect(files).toEqual([]);
    expect(list?.kind === 'file' && list.render()).toBe('[]\n');
  });
});
