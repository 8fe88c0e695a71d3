import type { Language } from '#domain/language.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2018-12` → 2018年12月 or December 2018; anything after the month is ignored. */
export function formatMonth(period: string, language: Language): string {
  const [year = '', month = ''] = period.split('-');
  const number = Number(month);
  return language === 'ja' ? `${year}年${number}月` : `${MONTHS[number - 1] ?? ''} ${year}`;
}
