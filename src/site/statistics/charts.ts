import type { Language } from '#domain/language.ts';
import { formatQuarter, type Quarter } from '#domain/quarter.ts';
import { wordsOf } from '#i18n/words.ts';
import { type BarRow, layOutBars } from '#statistics/stacked-bars.ts';
import type { ChartView, FigureView } from '../statistics-views.ts';

/** With fewer numbers a figure tells no more than its table. */
const LEAST_NUMBERS = 8;

/** Quarters that figures and tables show: three years. */
export const SHOWN_QUARTERS = 12;

/** A chart before it has a place. `all` are the rows of the file where it holds more than the page shows. */
export interface Chart extends Omit<ChartView, 'csvAddress' | 'summary'> {
  all?: ChartView['table']['rows'];
}

/** A chart where it stands. */
export function placeChart(
  { id, title, finding, note, figure, table }: Chart,
  language: Language,
  csvAddress: string,
): ChartView {
  const { summary } = wordsOf(language).statistics;
  return {
    ...{ id, title, finding, table },
    ...(table.rows.length > 0 && { csvAddress }),
    ...(note !== undefined && { note }),
    ...(figure && { figure }),
    summary: summary(title, table.rows.length),
  };
}

/** A figure of the numbers, unless they are too few to be worth one. */
export function toFigure(known: number, layOut: () => FigureView): Pick<ChartView, 'figure'> {
  return known < LEAST_NUMBERS ? {} : { figure: layOut() };
}

export function toBars(series: readonly string[], rows: readonly BarRow[]): Pick<ChartView, 'figure'> {
  const known = rows.flatMap(({ values }) => values.filter((value) => value !== undefined)).length;
  return toFigure(known, () => ({ kind: 'bars', ...layOutBars(series, rows) }));
}

/** A number as text, or the sign for what is not known. */
export function tell(value: number | undefined, language: Language): string {
  const words = wordsOf(language).statistics;
  return value === undefined ? words.unknown : words.number(value);
}

/** The name of a quarter in a figure, short in every language. */
export function shortQuarter(quarter: Quarter): string {
  return quarter.replace('-', ' ');
}

/** The first cells of a row for a quarter. */
export function quarterLabel(quarter: Quarter, language: Language, present: Quarter) {
  return {
    label: formatQuarter(quarter, language),
    ...(quarter >= present && { preliminary: true }),
  };
}
