import { SECTION_IDS, SECTION_HEADINGS } from '#domain/section.ts';
import type { Language } from '#domain/language.ts';
import { cvssMetricNames } from '#domain/cvss-metrics.ts';
import { wordsOf } from '#i18n/words.ts';

/**
 * The engine's words as Hugo data. A phrase with values becomes a pattern for Hugo's `printf`, so that both sides say
 * the same in the same number of bytes.
 */
export function toHugoWords(language: Language): unknown {
  const { pages, site } = wordsOf(language);
  const headings = Object.fromEntries(SECTION_IDS.map((id) => [id, SECTION_HEADINGS[language][id][0]]));
  const { advisory } = pages;
  const named = { ...headings, timeline: advisory.timeline };
  return toPatterns({ pages: { ...pages, advisory: { ...advisory, headings: named } }, site });
}

/** The names of CVSS metrics by version (`v3.1`), metric and value. */
export function toHugoMetrics(language: Language): unknown {
  const entries = Object.entries(cvssMetricNames).map(([version, metrics]) => [
    `v${version}`,
    Object.fromEntries(
      Object.entries(metrics).map(([key, names]) => [
        key,
        {
          name: names[language],
          values: Object.fromEntries(
            Object.entries(names.values).map(([value, words]) => [value, words[language]]),
          ),
        },
      ]),
    ),
  ]);
  return Object.fromEntries(entries);
}

function toPatterns(value: unknown): unknown {
  if (typeof value === 'function') return toPattern(value as (...values: unknown[]) => unknown);
  if (Array.isArray(value)) return value.map(toPatterns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPatterns(inner)]));
}

function toPattern(phrase: (...values: unknown[]) => unknown): unknown {
  const values = Array.from({ length: phrase.length }, () => '%v');
  try {
    return phrase(...values);
  } catch {
    // The last value of the sentences about changes is a list.
    return phrase(...values.slice(1), ['%v']);
  }
}
