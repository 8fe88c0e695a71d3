import type { Cvss } from '#domain/cvss.ts';
import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';

/** The metrics that rate the consequences, by the system that suffers them; the letters are those of the vectors. */
const IMPACTS = {
  own: ['C', 'I', 'A', 'VC', 'VI', 'VA'],
  subsequent: ['SC', 'SI', 'SA'],
} as const;

/** How the values of those metrics are told: version 2 says “partial” and “complete”, the later ones “low” and “high”. */
const LEVELS = { high: ['H', 'C'], low: ['L', 'P'] } as const;

/**
 * What a score rests on, in plain sentences: how an attack arrives, what it needs, what it does.
 * Metrics that make no difference to readers (an unchanged scope, no further requirement) say nothing.
 */
export function cvssReasons({ metrics }: Pick<Cvss, 'metrics'>, language: Language): string[] {
  const words = wordsOf(language).pages.advisory.reasons;
  const sentences: Partial<Record<string, Partial<Record<string, string>>>> = words.metrics;
  const conditions = metrics.flatMap(({ key, value }) => sentences[key]?.[value] ?? []);
  return [...conditions, ...impactsOf(metrics, language)];
}

function impactsOf(metrics: Cvss['metrics'], language: Language): string[] {
  const words = wordsOf(language).pages.advisory.reasons;
  const told = (['own', 'subsequent'] as const).flatMap((system) =>
    (['high', 'low'] as const).flatMap((level) => {
      const hit = metrics.filter(
        ({ key, value }) =>
          IMPACTS[system].some((metric) => metric === key) && LEVELS[level].some((each) => each === value),
      );
      const losses = hit.map(({ key }) => words.losses[lossOf(key)]);
      return losses.length === 0 ? [] : words[system][level](losses);
    }),
  );
  return told.length === 0 ? [words.noImpact] : told;
}

/** The last letter of an impact metric names what is lost, in every version. */
function lossOf(key: string): 'C' | 'I' | 'A' {
  const letter = key.at(-1);
  return letter === 'C' || letter === 'I' ? letter : 'A';
}
