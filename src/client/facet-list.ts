import { foldText } from '#search/normalize.ts';
import type { FacetValue } from './facet-values.ts';
import { copyElement, fillWords, findPart, findTemplate } from './page-words.ts';

/** Values that are shown at once; the others follow a button. */
const SHOWN_AT_ONCE = 8;
/** Values that a facet with a find box shows at most; the box reaches all others. */
const SHOWN_WITH_FIND = 20;

/**
 * One facet: a `fieldset` with a list of checkboxes, a button for the whole list, and for long ones a find box.
 * An answer changes the list in place, so that the focus stays on the box that was just ticked.
 */
export class FacetList {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;
  readonly #all: HTMLButtonElement;
  readonly #find: HTMLInputElement | null;
  readonly #items = new Map<string, HTMLElement>();
  #values: readonly FacetValue[] = [];
  #whole = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#list = findPart(root, 'values');
    this.#all = findPart(root, 'all-values') as HTMLButtonElement;
    this.#find = root.querySelector<HTMLInputElement>('input[type="search"]');
    this.#all.addEventListener('click', () => {
      this.#whole = !this.#whole;
      this.#arrange();
    });
    this.#find?.addEventListener('input', () => {
      this.#arrange();
    });
  }

  /** @param partial whether the counts are lower bounds */
  show(values: readonly FacetValue[], partial: boolean): void {
    const note = this.#root.querySelector<HTMLElement>('[data-part="partial-counts"]');
    if (note) note.hidden = !partial;
    this.#values = values;
    this.#root.hidden = values.length === 0;
    for (const value of values) this.#update(value);
    const kept = new Set(values.map(({ value }) => value));
    for (const [value, item] of this.#items) {
      if (kept.has(value)) continue;
      item.remove();
      this.#items.delete(value);
    }
    this.#arrange();
  }

  #update({ value, label, count, chosen }: FacetValue): void {
    const item = this.#items.get(value) ?? copyElement(findTemplate(this.#root, '[data-value]'));
    this.#items.set(value, item);
    const box = findPart(item, 'box') as HTMLInputElement;
    box.value = value;
    box.checked = chosen;
    findPart(item, 'label').textContent = label;
    findPart(item, 'count').textContent = count === undefined ? '' : String(count);
  }

  /** Puts the values in their order and hides those that nobody asked to see. */
  #arrange(): void {
    const wanted = foldText(this.#find?.value ?? '');
    const matching = this.#values.filter(({ label, chosen }) => chosen || foldText(label).includes(wanted));
    const limit = this.#find && (this.#whole || wanted !== '') ? SHOWN_WITH_FIND : this.#limit();
    const shown = new Set(matching.filter(({ chosen }, index) => chosen || index < limit));
    for (const [index, value] of this.#values.entries()) {
      const item = this.#items.get(value.value);
      if (!item) continue;
      item.hidden = !shown.has(value);
      const there = this.#list.children[index];
      if (there !== item) this.#list.insertBefore(item, there ?? null);
    }
    const none = this.#root.querySelector<HTMLElement>('[data-part="no-value"]');
    if (none) none.hidden = matching.length > 0;
    this.#nameButton(wanted);
  }

  #limit(): number {
    return this.#whole ? Number.POSITIVE_INFINITY : SHOWN_AT_ONCE;
  }

  #nameButton(wanted: string): void {
    const most = this.#find ? SHOWN_WITH_FIND : this.#values.length;
    this.#all.hidden = wanted !== '' || this.#values.length <= SHOWN_AT_ONCE;
    this.#all.setAttribute('aria-expanded', String(this.#whole));
    const words = findTemplate(this.#root, `[data-message="${this.#whole ? 'fewer' : 'all'}"]`);
    this.#all.textContent = fillWords(words, { count: Math.min(most, this.#values.length) });
    const find = this.#find?.closest<HTMLElement>('[data-part="find"]');
    if (find) find.hidden = this.#values.length <= SHOWN_AT_ONCE;
  }
}
