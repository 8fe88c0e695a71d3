import { type Choices, type Facet, FACETS } from '#search/search-engine.ts';
import type { FacetLabels } from './facet-labels.ts';
import { copyElement, findPart, findTemplate } from './page-words.ts';

/** Chosen values as buttons that take them back, above the results. */
export class ChosenList {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;

  constructor(
    root: HTMLElement,
    events: { removed: (facet: Facet, value: string) => void; cleared: () => void },
  ) {
    this.#root = root;
    this.#list = findPart(root, 'chosen-values');
    this.#list.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>('button');
      if (button) events.removed(button.name as Facet, button.value);
    });
    findPart(root, 'clear').addEventListener('click', events.cleared);
  }

  show(choices: Choices, labels: FacetLabels): void {
    const chosen = FACETS.flatMap((facet) => (choices[facet] ?? []).map((value) => ({ facet, value })));
    const hadFocus = this.#focused();
    this.#root.hidden = chosen.length === 0;
    this.#list.replaceChildren(
      ...chosen.map(({ facet, value }) => this.#item(facet, value, labels.label(facet, value))),
    );
    if (hadFocus !== -1) this.#focusNear(hadFocus);
  }

  #item(facet: Facet, value: string, label: string): HTMLElement {
    const item = copyElement(findTemplate(this.#root, '[data-chosen]'));
    const button = findPart(item, 'remove') as HTMLButtonElement;
    button.name = facet;
    button.value = value;
    findPart(item, 'label').append(label);
    return item;
  }

  #focused(): number {
    const { activeElement } = this.#root.ownerDocument;
    return [...this.#list.children].findIndex((item) => item.contains(activeElement));
  }

  /** The button that had the focus is gone; the one that took its place is where the reader goes on. */
  #focusNear(index: number): void {
    const buttons = [...this.#list.querySelectorAll('button')];
    const next = buttons[Math.min(index, buttons.length - 1)];
    next?.focus();
  }
}
