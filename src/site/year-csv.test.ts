import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory } from '../../tests/builders/a-catalog.ts';
import { buildSiteIndex } from './site-index.ts';
import { planYearCsv } from './year-csv.ts';

const plan = (advisories: readonly ReturnType<typeof anAdvisory>[], language: 'ja' | 'en' = 'ja') =>
  planYearCsv(buildSiteIndex(aCatalog({ advisories })), language);

describe('the list of a year as a table file', () => {
  it('stands beside the pages of all advisories and of each family', () => {
    expect(plan([anAdvisory()]).map(({ address }) => address)).toEqual([
      '/advisories/2026.csv',
      '/test/2026.csv',
    ]);
    expect(plan([anAdvisory()], 'en')[0]?.address).toBe('/en/advisories/2026.csv');
  });

  it('has one line for its columns and one for each advisory', () => {
    const [file] = plan([anAdvisory()]);
    expect(file?.render().slice(1).trimEnd().split('\r\n')).toEqual([
      '"番号","題名","公開日","最終更新日","深刻度","CVSS 基本値","CVSS の版","緊急","修正版あり","撤回","CVE","ベンダ","URL"',
      '"TEST#00000001","テスト製品における試験用の脆弱性","2026-03-10","2026-03-10","緊急","9.8","3.1","","はい","","CVE-1900-0001","アルファ社","https://site.example/test/TEST00000001/"',
    ]);
  });

  it('lets no title become a formula', () => {
    const [file] = plan([anAdvisory({ title: '=HYPERLINK("https://evil.example")' })]);
    expect(file?.render()).toContain(`,"'=HYPERLINK(""https://evil.example"")",`);
  });
});
