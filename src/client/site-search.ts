import { parseQuery, type SearchQuery, splitExact } from '#search/query.ts';
import { createPagefindEngine } from './pagefind-engine.ts';
import { renderHit } from './render-hit.ts';
import { formatSearchState, parseSearchState, type SearchState } from './search-address.ts';
import type { SearchAnswer, SearchEngine, SearchHit } from './search-engine.ts';

const STEP = 20;
const PAUSE_BEFORE_SEARCH = 250;
const PAUSE_BEFORE_LOADING_NOTE = 300;

/**
 * `<site-search index="/pagefind/">` makes the search form inside it answer on the same page.
 * All words come from the page: `<template data-message="…">` with `{query}` and `{count}`, and `<template data-hit>`.
 */
class SiteSearch extends HTMLElement {
  #engine: SearchEngine | undefined;
  #limit = STEP;
  #timer: number | undefined;
  /** Counts searches, so that a slow answer never replaces a newer one. */
  #latest = 0;

  connectedCallback(): void {
    this.#engine = createPagefindEngine(this.getAttribute('index') ?? '/pagefind/');
    this.#showFilters();
    const { form, input } = this.#controls();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#start('push');
    });
    form.addEventListener('change', (event) => {
      if (event.target !== input) this.#start('push');
    });
    input.addEventListener('input', (event) => {
      // While an input method composes, the text is not yet what the reader means.
      if (!event.isComposing) this.#startSoon();
    });
    input.addEventListener('compositionend', () => {
      this.#startSoon();
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.isComposing) event.preventDefault();
    });
    window.addEventListener('popstate', () => {
      this.#restore();
    });
    this.#part('more')?.addEventListener('click', () => {
      this.#showMore();
    });
    this.#restore();
  }

  #controls(): { form: HTMLFormElement; input: HTMLInputElement } {
    const form = this.querySelector('form');
    const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
    if (!form || !input) throw new Error('<site-search> needs a form with a field named q.');
    return { form, input };
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  #template(selector: string): HTMLTemplateElement {
    const template = this.querySelector<HTMLTemplateElement>(`template${selector}`);
    if (!template) throw new Error(`<site-search> needs template${selector}.`);
    return template;
  }

  /** Filters do nothing without a script, so they stand in a template until there is one. */
  #showFilters(): void {
    this.#controls().form.append(this.#template('[data-filters]').content.cloneNode(true));
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #asked(): SearchState {
    const chosen = this.#selects().flatMap(({ name, value }) =>
      value === '' ? [] : [[name, value] as const],
    );
    return { query: this.#controls().input.value.trim(), filters: Object.fromEntries(chosen) };
  }

  #restore(): void {
    const state = parseSearchState(
      location.search,
      this.#selects().map(({ name }) => name),
    );
    const { input } = this.#controls();
    input.value = state.query;
    for (const select of this.#selects()) select.value = state.filters[select.name] ?? '';
    this.#limit = STEP;
    void this.#search(state);
  }

  #startSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#start('replace');
    }, PAUSE_BEFORE_SEARCH);
  }

  #start(history: 'push' | 'replace'): void {
    clearTimeout(this.#timer);
    const state = this.#asked();
    const address = location.pathname + formatSearchState(state);
    if (history === 'push' && address !== location.pathname + location.search) {
      window.history.pushState(null, '', address);
    } else {
      window.history.replaceState(null, '', address);
    }
    this.#limit = STEP;
    void this.#search(state);
  }

  #showMore(): void {
    this.#limit += STEP;
    void this.#search(this.#asked());
  }

  async #search(state: SearchState): Promise<void> {
    const turn = ++this.#latest;
    const query = parseQuery(state.query);
    if (query.text === '' || /^[\w-]$/.test(query.text)) {
      this.#clear();
      if (query.text !== '') this.#say('short', state);
      return;
    }
    const loading = window.setTimeout(() => {
      this.#say('loading', state);
    }, PAUSE_BEFORE_LOADING_NOTE);
    try {
      const answer = await this.#engine?.search(query.text, { filters: state.filters, limit: this.#limit });
      if (answer && turn === this.#latest) this.#show(answer, query, state);
    } catch {
      if (turn === this.#latest) this.#fail(state);
    } finally {
      clearTimeout(loading);
    }
  }

  #show({ total, hits }: SearchAnswer, query: SearchQuery, state: SearchState): void {
    const { exact, others } = splitExact(hits, query);
    this.#fill('exact-hits', exact);
    this.#fill('hits', others);
    this.#toggle('exact', exact.length > 0);
    this.#toggle('more', total > hits.length);
    this.#say(total === 0 ? 'none' : 'found', state, total);
  }

  #fill(part: string, hits: readonly SearchHit[]): void {
    const template = this.#template('[data-hit]');
    this.#part(part)?.replaceChildren(...hits.map((hit) => renderHit(template, hit)));
  }

  #toggle(part: string, visible: boolean): void {
    const element = this.#part(part);
    if (element) element.hidden = !visible;
  }

  #fail(state: SearchState): void {
    this.#clear();
    this.#say(navigator.onLine ? 'failed' : 'offline', state);
  }

  #clear(): void {
    this.#latest += 1;
    this.#fill('exact-hits', []);
    this.#fill('hits', []);
    this.#toggle('exact', false);
    this.#toggle('more', false);
    this.#part('state')?.replaceChildren();
  }

  #say(message: string, { query }: SearchState, count = 0): void {
    const words = this.#template(`[data-message="${message}"]`).content.textContent.trim();
    const values: Readonly<Record<string, string>> = { query, count: String(count) };
    this.#part('state')?.replaceChildren(
      words.replaceAll(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all),
    );
  }
}

customElements.define('site-search', SiteSearch);
