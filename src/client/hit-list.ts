import type { SearchHit } from '#search/search-engine.ts';
import { findPart } from './page-words.ts';
import type { HitRenderer } from './render-hit.ts';

/** The hits in their sections, of which each has a heading and a list: `[data-tier="name"]`. */
export class HitList {
  readonly #root: HTMLElement;
  readonly #renderer: HitRenderer;

  constructor(root: HTMLElement, renderer: HitRenderer) {
    this.#root = root;
    this.#renderer = renderer;
  }

  show(hits: readonly SearchHit[]): void {
    const byTier = Map.groupBy(hits, ({ tier }) => tier);
    for (const tier of ['id', 'name', 'text'] as const) {
      const found = byTier.get(tier) ?? [];
      const section = this.#section(tier);
      section.hidden = found.length === 0;
      findPart(section, 'hits').replaceChildren(...found.map((hit) => this.#renderer.render(hit)));
    }
  }

  /** Moves the focus to a hit, counted from the first. */
  focusHit(index: number): void {
    this.#titles()[index]?.focus();
  }

  /** Moves the focus to the hit with this address, where a reader left the list. */
  focusAddress(address: string): void {
    this.#titles()
      .find((link) => link.getAttribute('href') === address)
      ?.focus();
  }

  #section(tier: string): HTMLElement {
    const section = this.#root.querySelector<HTMLElement>(`[data-tier="${tier}"]`);
    if (!section) throw new Error(`The page needs a section for the tier ${tier}.`);
    return section;
  }

  #titles(): HTMLAnchorElement[] {
    return [...this.#root.querySelectorAll<HTMLAnchorElement>('[data-part="title"] a')];
  }
}
