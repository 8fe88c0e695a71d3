import type { Advisory } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import type { Language } from '#domain/language.ts';
import { type Words, wordsOf } from '#i18n/words.ts';
import { advisoryAddress, formatUrl, yearCsvAddress } from './addresses.ts';
import { formatCsv } from './csv.ts';
import { tableBasis } from './page-basis.ts';
import type { PlannedFile } from './plan.ts';
import { titleOf } from './rows.ts';
import type { Shelf, SiteIndex } from './site-index.ts';
import { vendorName } from './vendor-name.ts';

/** The list of every year as a table file, of all families and of each one, in one language. */
export function planYearCsv(index: SiteIndex, language: Language): PlannedFile[] {
  const { site } = index.catalog;
  const shelves: [path: string | undefined, shelf: Shelf][] = [
    [undefined, index.all],
    ...site.families.flatMap(({ path }): [string, Shelf][] => {
      const shelf = index.families.get(path);
      return shelf ? [[path, shelf]] : [];
    }),
  ];
  return shelves.flatMap(([path, { years }]) =>
    years.map(([year, advisories]) => ({
      kind: 'file' as const,
      address: yearCsvAddress(site, language, year, path),
      type: 'text/csv',
      render: () => renderYear(index, language, advisories),
      basis: () => tableBasis(index, language, advisories),
    })),
  );
}

function renderYear(index: SiteIndex, language: Language, advisories: readonly Advisory[]): string {
  const { columns } = wordsOf(language).lists.csv;
  const keys = Object.keys(columns) as Column[];
  const rows = advisories.map((advisory) => {
    const cells = toCells(index, language, advisory);
    return keys.map((key) => cells[key]);
  });
  return formatCsv([keys.map((key) => columns[key]), ...rows]);
}

type Column = keyof Words['lists']['csv']['columns'];

/** Several values of one cell are separated by semicolons; a cell of yes or no says yes or nothing. */
function toCells(index: SiteIndex, language: Language, advisory: Advisory): Record<Column, string> {
  const { catalog } = index;
  const { facts, id, publishedOn, updatedOn } = advisory;
  const { worst, fixAvailable } = index.assess(advisory);
  const { pages, lists } = wordsOf(language);
  const yes = (holds: boolean) => (holds ? lists.csv.yes : '');
  return {
    id,
    title: titleOf(index, language, advisory).text,
    publishedOn,
    updatedOn,
    severity: worst ? pages.advisory.severities[worst.severity] : '',
    score: worst ? worst.score.toFixed(1) : '',
    version: worst ? worst.version : '',
    urgent: yes(facts.urgent !== false),
    fix: yes(fixAvailable),
    withdrawn: yes(facts.state === 'withdrawn'),
    cves: facts.vulnerabilities.flatMap(({ cve }) => cve ?? []).join('; '),
    vendors: vendorsOf(advisory)
      .map((slug) => vendorName(catalog, slug, language).text)
      .join('; '),
    url: formatUrl(catalog.site, advisoryAddress(catalog.site, language, advisory)),
  };
}
