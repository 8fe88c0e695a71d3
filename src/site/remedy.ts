import type { Advisory } from '#catalog/catalog.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import { mainActionOf, readActionHeads } from '#domain/solution-action.ts';
import type { RemedyView } from './advisory-view.ts';
import type { Assessment } from './assessment.ts';

/**
 * What the advisory lets its readers do. It is told from the original, so that every language says the same.
 * @param languages the site's languages, first one first
 */
export function toRemedy(
  { facts, texts }: Pick<Advisory, 'facts' | 'texts'>,
  { fixAvailable }: Pick<Assessment, 'fixAvailable'>,
  languages: readonly Language[],
): RemedyView {
  const original = texts[firstLanguage({ languages })];
  const solution = original?.body.sections.find(({ id }) => id === 'solution');
  const products = facts.affected.length;
  // What was withdrawn promises nothing, and its solution is not summed up either.
  if (facts.state === 'withdrawn') return { kind: solution ? 'stated' : 'none', fixedProducts: 0, products };
  const fixedProducts = facts.affected.filter(({ fixed }) => fixed.length > 0).length;
  return { kind: kindOf(fixAvailable, fixedProducts, solution?.html), fixedProducts, products };
}

function kindOf(fixAvailable: boolean, fixedProducts: number, html: string | undefined): RemedyView['kind'] {
  if (fixAvailable) return 'fixed';
  if (fixedProducts > 0) return 'partly-fixed';
  if (html === undefined || html.trim() === '') return 'none';
  return mainActionOf(readActionHeads(html)) ?? 'stated';
}
