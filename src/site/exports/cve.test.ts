import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../../tests/builders/a-catalog.ts';
import { cnaShape } from '../../../tests/builders/cna-shape.ts';
import { buildSiteIndex } from '../site-index.ts';
import { planCve } from './cve.ts';
import { buildExports } from './exports.ts';

const cna = { orgId: '00000000-0000-4000-9000-000000000001', shortName: 'test' };
const own = { vulnerabilities: [{ cve: 'CVE-1900-0001', assigner: 'test' }] };
const english = { translations: inEnglish() };

function planned(advisories: ReturnType<typeof anAdvisory>[], site: Written = { cna }) {
  const exports = buildExports(buildSiteIndex(aCatalog({ site, advisories })));
  return exports.entries.flatMap((entry) =>
    planCve(exports, entry).map((file) => ({ from: entry.advisory.id, ...file })),
  );
}

describe('the file of a CVE', () => {
  it('is planned for the CNA’s own one and can be made', () => {
    const [file, ...others] = planned([anAdvisory(own, english)]);
    expect(others).toEqual([]);
    expect(file?.address).toBe('/cve/CVE-1900-0001.json');
    expect(() => cnaShape.parse(JSON.parse(file?.render() ?? ''))).not.toThrow();
  });

  it.each([
    ['the site is no CNA', anAdvisory(own, english), {}],
    ['there is no English', anAdvisory(own), { cna }],
    ['the site has no English', anAdvisory(own, english), { cna, languages: ['ja'] }],
    ['nobody is named as assigner', anAdvisory({}, english), { cna }],
    [
      'the overview tells nothing that may be told',
      anAdvisory(own, { translations: inEnglish({}, '## Overview\n\nSee TEST#00000001.\n') }),
      { cna },
    ],
  ])('is not planned where %s', (_, advisory, site) => {
    expect(planned([advisory], site)).toEqual([]);
  });

  it('is made by the first of several advisories that tell of it', () => {
    const later = { ...own, id: 'TEST#00000002', publishedAt: '2026-04-01T12:00:00+09:00' };
    const files = planned([anAdvisory(later, english), anAdvisory(own, english)]);
    expect(files.map(({ from }) => from)).toEqual(['TEST#00000001']);
  });
});
