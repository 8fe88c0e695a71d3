import type { RemedyView } from '#site/advisory-view.ts';

type Phrase = string | ((fixed: number, products: number) => string);

/** What is said about a remedy; `undefined` when the words hold nothing for its kind. */
export function remedyPhrase(
  { kind, fixedProducts, products }: RemedyView,
  phrases: Readonly<Partial<Record<RemedyView['kind'], Phrase>>>,
): string | undefined {
  const phrase = phrases[kind];
  return typeof phrase === 'function' ? phrase(fixedProducts, products) : phrase;
}
