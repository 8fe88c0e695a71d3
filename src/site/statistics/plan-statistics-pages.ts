import { type Language, plainText } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { chartCsvAddress, exploitTimesAddress, statisticsAddress } from '../addresses.ts';
import { formatCsv } from '../csv.ts';
import type { ExportPlan } from '../exports/plan-exports.ts';
import { statisticsBasis } from '../page-basis.ts';
import type { PlannedFile, PlannedPage } from '../plan.ts';
import type { SiteIndex } from '../site-index.ts';
import { exploitTimesView } from '../views/exploit-times-view.ts';
import { hasJson, statisticsView } from '../views/statistics-view.ts';
import { ADVISORY_CHARTS, advisoryChart } from './advisory-charts.ts';
import type { Chart } from './charts.ts';
import { tellsDays } from './count-site.ts';
import {
  advisoryExploitChart,
  OWN_EXPLOITS,
  studyChart,
  studyId,
  tellsOfExploits,
} from './exploit-charts.ts';
import { ledgerChart, ledgerChartIds } from './ledger-charts.ts';
import { countEntries, UNREACHABLE_CHART, unreachableChart } from './unreachable-chart.ts';

/** The pages of statistics in one language. */
export function planStatisticsPages(
  index: SiteIndex,
  language: Language,
  exports: ExportPlan,
): PlannedPage[] {
  const { site } = index.catalog;
  const basis = () => statisticsBasis(index, language);
  return [
    {
      kind: 'page',
      language,
      address: statisticsAddress(site, language),
      view: () => statisticsView(index, language, exports),
      basis: () => `${basis()} ${hasJson(exports)}`,
    },
    {
      kind: 'page',
      language,
      address: exploitTimesAddress(site, language),
      view: () => exploitTimesView(index, language),
      basis,
    },
  ];
}

/** The numbers of every chart as a table file: all rows, where the page shows the newest. */
export function planChartFiles(index: SiteIndex, language: Language): PlannedFile[] {
  const { site, exploits } = index.catalog;
  const file = (id: string, chart: () => Chart | undefined, page?: 'time-to-exploit'): PlannedFile => ({
    kind: 'file',
    address: chartCsvAddress(site, language, id, page),
    type: 'text/csv',
    render: () => renderTable(chart(), language),
    basis: () => statisticsBasis(index, language),
  });
  return [
    ...ADVISORY_CHARTS.filter((id) => id !== 'days' || tellsDays(index)).map((id) =>
      file(id, () => advisoryChart(index, language, id)),
    ),
    ...(countEntries(index).length > 0
      ? [file(UNREACHABLE_CHART, () => unreachableChart(index, language))]
      : []),
    ...ledgerChartIds(index).map((id) => file(id, () => ledgerChart(index, language, id))),
    ...(exploits?.studies ?? []).map((study, place) =>
      file(studyId(place), () => studyChart(study, place, index, language), 'time-to-exploit'),
    ),
    ...(tellsOfExploits(index)
      ? [file(OWN_EXPLOITS, () => advisoryExploitChart(index, language), 'time-to-exploit')]
      : []),
  ];
}

/** What parts thousands from hundreds for people, and stops programs. */
const groupMark = /(?<=^-?[\d,]+),(?=[\d,]+$)/g;

/** Numbers as programs read them; a cell is empty where the number is not known. */
function renderTable(chart: Chart | undefined, language: Language): string {
  if (chart === undefined) return '';
  const { preliminary, unknown } = wordsOf(language).statistics;
  const rows = (chart.all ?? chart.table.rows).map((row) => {
    const name = plainText(row.label);
    return [
      row.preliminary === true ? `${name} (${preliminary})` : name,
      ...row.cells.map(plainText).map((cell) => (cell === unknown ? '' : cell.replaceAll(groupMark, ''))),
    ];
  });
  return formatCsv([chart.table.columns, ...rows]);
}
