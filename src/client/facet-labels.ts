import { type Facet, FACETS, type SearchAnswer } from '#search/search-engine.ts';

/**
 * The names of facet values. Those that the page knows stand in `<template data-values="severity">` as
 * `<data value="critical">緊急</data>`, in the order in which they are shown; the names of vendors come with answers.
 */
export class FacetLabels {
  readonly #labels = new Map<Facet, Map<string, string>>();

  constructor(page: ParentNode) {
    for (const facet of FACETS) {
      const template = page.querySelector<HTMLTemplateElement>(`template[data-values="${facet}"]`);
      const values = [...(template?.content.querySelectorAll('data') ?? [])];
      this.#labels.set(
        facet,
        new Map(values.map((data) => [data.getAttribute('value') ?? '', data.textContent.trim()])),
      );
    }
  }

  /** Remembers the names that an answer brings, so that a chosen value keeps its name when nothing has it any more. */
  learn(facets: SearchAnswer['facets']): void {
    for (const facet of FACETS)
      for (const { value, label } of facets[facet])
        if (label !== undefined) this.#labels.get(facet)?.set(value, label);
  }

  label(facet: Facet, value: string): string {
    return this.#labels.get(facet)?.get(value) ?? value;
  }

  /** The values that have a name. */
  values(facet: Facet): string[] {
    return [...(this.#labels.get(facet)?.keys() ?? [])];
  }

  /** Where a value stands among those of the page; unknown ones come last. */
  rank(facet: Facet, value: string): number {
    const rank = this.values(facet).indexOf(value);
    return rank === -1 ? Number.POSITIVE_INFINITY : rank;
  }
}
