import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { countUnreachable, type UnreachableQuarter } from '#statistics/count-unreachable.ts';
import { chartCsvAddress } from '../addresses.ts';
import { oncePer } from '#domain/once.ts';
import type { SiteIndex } from '../site-index.ts';
import type { ChartView } from '../statistics-views.ts';
import { type Chart, placeChart, quarterLabel, SHOWN_QUARTERS, tell } from './charts.ts';
import { presentQuarter } from './count-site.ts';

export const UNREACHABLE_CHART = 'unreachable';

/** How the list of unreachable developers grew and shrank; nothing before there was any entry. */
export function unreachableChart(index: SiteIndex, language: Language): Chart | undefined {
  const present = presentQuarter(index);
  const quarters = countEntries(index).toReversed();
  const { titles, findings, columns } = wordsOf(language).statistics;
  const [newest] = quarters;
  if (newest === undefined) return undefined;
  const toRow = ({ quarter, listed, answered, standing }: UnreachableQuarter) => ({
    ...quarterLabel(quarter, language, present),
    cells: [listed, answered, standing].map((count) => tell(count, language)),
  });
  return {
    id: UNREACHABLE_CHART,
    title: titles.unreachable,
    finding: newest.standing === undefined ? titles.unreachable : findings.unreachable(newest.standing),
    table: {
      columns: [columns.quarter, columns.listed, columns.answered, columns.standing],
      rows: quarters.slice(0, SHOWN_QUARTERS).map(toRow),
    },
    all: quarters.map(toRow),
  };
}

/** What became of the list in each quarter until the present one, earliest first. */
export const countEntries = oncePer((index: SiteIndex): readonly UnreachableQuarter[] =>
  countUnreachable(index.catalog.unreachable.map(toCounted), presentQuarter(index)),
);

/** The same where it stands, on two pages. */
export function unreachableChartView(index: SiteIndex, language: Language): ChartView | undefined {
  const chart = unreachableChart(index, language);
  return chart && placeChart(chart, language, chartCsvAddress(index.catalog.site, language, chart.id));
}

function toCounted({ stages, answeredOn }: SiteIndex['catalog']['unreachable'][number]) {
  return {
    ...(stages && { listedOn: stages.listed }),
    ...(answeredOn !== undefined && { answeredOn }),
  };
}
