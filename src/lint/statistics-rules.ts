import type { Rule } from './rule.ts';
import { exploitTwice } from './rules/exploit-twice.ts';
import { futureStatisticsDay } from './rules/future-statistics-day.ts';
import { ledgerBeforeEnd } from './rules/ledger-before-end.ts';
import { ledgerExcess } from './rules/ledger-excess.ts';
import { ledgerGap } from './rules/ledger-gap.ts';
import { ledgerPart } from './rules/ledger-part.ts';
import { ledgerPrevious } from './rules/ledger-previous.ts';
import { ledgerRate } from './rules/ledger-rate.ts';
import { ledgerRateUnfounded } from './rules/ledger-rate-unfounded.ts';
import { ledgerShrinks } from './rules/ledger-shrinks.ts';
import { ledgerStep } from './rules/ledger-step.ts';
import { ledgerTooEarly } from './rules/ledger-too-early.ts';
import { ledgerTooOld } from './rules/ledger-too-old.ts';
import { ledgerTotal } from './rules/ledger-total.ts';

/** What can be wrong with the numbers and days of statistics (STA). */
export const statisticsRules: readonly Rule[] = [
  ledgerTotal,
  ledgerStep,
  ledgerRate,
  ledgerTooEarly,
  ledgerShrinks,
  ledgerGap,
  ledgerPrevious,
  exploitTwice,
  futureStatisticsDay,
  ledgerRateUnfounded,
  ledgerPart,
  ledgerExcess,
  ledgerBeforeEnd,
  ledgerTooOld,
];
