import type { Language } from '#domain/language.ts';
import { countsBusinessDays, type Timer, type Timers } from '#domain/timers.ts';
import { wordsOf } from '#i18n/words.ts';

/** A clock of the site in words, such as “45 days”. */
export function formatTimeLimit(timers: Timers, timer: Timer, language: Language): string {
  const { days, businessDays } = wordsOf(language).about;
  return (countsBusinessDays(timer) ? businessDays : days)(timers[timer]);
}
