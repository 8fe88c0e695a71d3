import { type Day, type Instant, parseDay, parseInstant } from '#domain/dates.ts';
import type { LocalizedText } from '#domain/language.ts';
import { nearest } from '#domain/nearest.ts';
import { CaseError } from './case-error.ts';

/**
 * A flag that a verb cannot do without.
 * @throws {CaseError} when it is missing
 */
export function requireFlag<Value>(value: Value | undefined, flag: string): Value {
  if (value === undefined || value === '') throw new CaseError('missing-flag', { flag });
  return value;
}

/**
 * One of the values that a flag may have.
 * @throws {CaseError} with the nearest value for any other
 */
export function readChoice<Choice extends string>(
  text: string,
  flag: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw new CaseError('unknown-value', {
    flag,
    value: text,
    nearest: nearest(text, choices) ?? '',
    choices: choices.join(', '),
  });
}

/** @throws {CaseError} for what is no calendar day */
export function readDay(text: string | undefined, flag: string): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (typeof day !== 'string') throw new CaseError('no-day', { flag, value: text });
  return day;
}

/** @throws {CaseError} for what is no moment with its offset from UTC */
export function readInstant(text: string, flag: string): Instant {
  const instant = parseInstant(text);
  if (typeof instant !== 'string') throw new CaseError('no-instant', { flag, value: text });
  return instant;
}

/** The text in each language that was given, such as `--summary-ja` and `--summary-en`. */
export function readLocalized(ja: string | undefined, en: string | undefined, flag: string): LocalizedText {
  if (!ja && !en) throw new CaseError('missing-flag', { flag: `${flag}-ja, ${flag}-en` });
  return { ...(ja && { ja }), ...(en && { en }) };
}
