import { type Choices, type Facet, FACETS } from '#search/search-engine.ts';
import type { AnswerWithAlternatives } from './alternative-counts.ts';
import type { FacetLabels } from './facet-labels.ts';
import { FacetList } from './facet-list.ts';
import { addUncounted, toFacetValues } from './facet-values.ts';
import { fillWords, findPart, findTemplate } from './page-words.ts';

/** What results can be narrowed by, with counts; on a narrow screen it stands behind one button. */
export class FacetPanel {
  readonly #root: HTMLElement;
  readonly #toggle: HTMLButtonElement;
  readonly #lists = new Map<Facet, FacetList>();

  /** @param root holds the button and the panel */
  constructor(root: HTMLElement, chose: (choices: Choices) => void) {
    this.#root = findPart(root, 'facets');
    this.#toggle = findPart(root, 'facets-toggle') as HTMLButtonElement;
    for (const facet of FACETS) {
      const fieldset = this.#root.querySelector<HTMLElement>(`[data-facet="${facet}"]`);
      if (fieldset) this.#lists.set(facet, new FacetList(fieldset));
    }
    this.#root.addEventListener('change', ({ target }) => {
      if ((target as HTMLInputElement).type === 'checkbox') chose(this.#choices());
    });
    this.#toggle.addEventListener('click', () => {
      this.#toggle.setAttribute('aria-expanded', String(this.#toggle.ariaExpanded !== 'true'));
    });
  }

  show(answer: AnswerWithAlternatives, choices: Choices, labels: FacetLabels): void {
    for (const [facet, list] of this.#lists) {
      const counts = answer.facets[facet];
      const values = toFacetValues(facet, counts, choices[facet] ?? [], labels);
      const offered = answer.uncounted.includes(facet) ? addUncounted(facet, values, labels) : values;
      list.show(offered, answer.partialFacets?.includes(facet) ?? false);
    }
    const count = FACETS.reduce((sum, facet) => sum + (choices[facet]?.length ?? 0), 0);
    const name = count === 0 ? 'filters' : 'filters-chosen';
    const words = findTemplate(this.#toggle.parentNode ?? this.#root, `[data-message="${name}"]`);
    this.#toggle.textContent = fillWords(words, { count });
  }

  #choices(): Choices {
    const boxes = [...this.#root.querySelectorAll<HTMLInputElement>('input:checked')];
    const chosen = Object.groupBy(
      boxes,
      (box) => box.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? '',
    );
    return Object.fromEntries(
      FACETS.flatMap((facet) => {
        const values = chosen[facet]?.map(({ value }) => value);
        return values === undefined ? [] : [[facet, values]];
      }),
    );
  }
}
