import type { Day } from './dates.ts';
import type { Language } from './language.ts';

/** A quarter of a calendar year, `2018-Q4`. Quarters compare correctly as text. */
export type Quarter = string;

/** The shape of a quarter; it also names the files of ledgers. */
export const quarterPattern = /^\d{4}-Q[1-4]$/;

/** Reads a quarter, or gives nothing for any other text. */
export function parseQuarter(text: string): Quarter | undefined {
  return quarterPattern.test(text) ? text : undefined;
}

export function quarterOf(day: Day): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The quarter that lies `count` quarters after another, before it when negative. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const number = ordinalOf(quarter) + count;
  return `${String(Math.floor(number / 4)).padStart(4, '0')}-Q${(number % 4) + 1}`;
}

/** How many quarters lie from one to another: 1 for two that follow each other. */
export function quartersFrom(from: Quarter, to: Quarter): number {
  return ordinalOf(to) - ordinalOf(from);
}

function ordinalOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
}

export function firstDayOf(quarter: Quarter): Day {
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1;
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

export function lastDayOf(quarter: Quarter): Day {
  const month = Number(quarter.slice(6)) * 3;
  const day = month === 3 || month === 12 ? 31 : 30;
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-${day}`;
}

/** A quarter for reading: `2018年第4四半期`, `Q4 2018`. */
export function formatQuarter(quarter: Quarter, language: Language): string {
  const [year, number] = [quarter.slice(0, 4), quarter.slice(6)];
  return language === 'ja' ? `${year}年第${number}四半期` : `Q${number} ${year}`;
}
