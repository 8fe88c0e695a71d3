import { isTooShort, parseQuery, type SearchQuery } from '#search/query.ts';
import type { SearchEngine } from '#search/search-engine.ts';
import { AddressHistory, isReturn } from './address-history.ts';
import type { AnswerWithAlternatives } from './alternative-counts.ts';
import { AnswerArea } from './answer-area.ts';
import { findExactHit } from './exact-hit.ts';
import { LatestSearch } from './latest-search.ts';
import { findPart } from './page-words.ts';
import { SearchAdvice } from './search-advice.ts';
import { formatSearchState, type SearchState } from './search-address.ts';
import { SearchStatus } from './search-status.ts';
import { openSearchEngine } from './site-search-engine.ts';
import { isComposing, onTyped } from './typing.ts';

/** Hits that are shown at once, and that “more” adds. */
const STEP = 20;
/** Hits that Back restores at most. */
const MOST_RESTORED = 200;

/**
 * `<site-search index="/search-index/ja/">` makes the search form inside it answer on the same page.
 *
 * All words and all markup come from the page: `<template data-message="…">` with `{query}`, `{count}` and `{year}`,
 * `<template data-advice="…">`, `<template data-answer>` and the templates of a hit (see `HitRenderer`). Places are
 * marked by `data-part`: `state` for the one sentence that says what is going on, `advice`, `answer`, and `start` for
 * what is shown while nothing is asked.
 */
class SiteSearch extends HTMLElement {
  readonly #history = new AddressHistory();
  #state: SearchState = this.#history.state;
  #limit = STEP;
  /** Whether the reader asked to look at every year. */
  #everything = false;
  #engine!: SearchEngine;
  #latest!: LatestSearch;
  #answer!: AnswerArea;
  #advice!: SearchAdvice;
  #status!: SearchStatus;

  connectedCallback(): void {
    this.#engine = openSearchEngine(this.getAttribute('index') ?? '/');
    this.#latest = new LatestSearch(this.#engine);
    this.#advice = new SearchAdvice(this);
    this.#status = new SearchStatus(this);
    this.#answer = new AnswerArea(this, {
      chose: (choices) => {
        this.#choose({ ...this.#state, choices });
      },
      ordered: (order) => {
        this.#choose({ ...this.#state, order });
      },
      more: () => {
        this.#showMore();
      },
      earlier: () => {
        this.#searchEarlier();
      },
    });
    this.#listen();
    this.#open();
  }

  #field(): HTMLInputElement {
    const field = this.querySelector<HTMLInputElement>('form input[name="q"]');
    if (!field) throw new Error('<site-search> needs a form with a field named q.');
    return field;
  }

  #listen(): void {
    const field = this.#field();
    onTyped(field, () => {
      this.#ask(() => {
        this.#history.typed(this.#state);
      });
    });
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || isComposing(event) || field.value === '') return;
      event.preventDefault();
      field.value = '';
      field.dispatchEvent(new Event('input'));
    });
    this.addEventListener('click', ({ target }) => {
      const opened = (target as Element).closest('[data-part="answer"] a')?.getAttribute('href');
      if (opened) this.#history.remember({ opened });
    });
    this.#history.onReturn(() => {
      this.#restore();
    });
    window.addEventListener('online', () => {
      if (this.dataset['state'] === 'offline') this.#search();
    });
  }

  /** The first look at the address. */
  #open(): void {
    const field = this.#field();
    const { limit = STEP, opened } = this.#history.place;
    this.#limit = Math.min(limit, MOST_RESTORED);
    // Letters that were typed before the script came stay.
    const typedEarly = this.#state.query === '' ? field.value : '';
    field.value = this.#state.query || typedEarly;
    if (isReturn() && opened !== undefined)
      this.#search(() => {
        this.#answer.hits.focusAddress(opened);
      });
    else {
      if (this.#state.query !== '') field.focus();
      this.#state = { ...this.#state, query: field.value };
      this.#search();
    }
  }

  #restore(): void {
    const state = this.#history.state;
    if (formatSearchState(state) === formatSearchState(this.#state)) return;
    this.#state = state;
    this.#field().value = state.query;
    this.#limit = Math.min(this.#history.place.limit ?? STEP, MOST_RESTORED);
    this.#search();
  }

  /** Takes the query from the field. */
  #ask(record: () => void): void {
    const query = this.#field().value.trim();
    this.#state = { ...this.#state, query };
    record();
    this.#limit = STEP;
    this.#everything = false;
    this.#search();
  }

  #submit(): void {
    this.#ask(() => {
      this.#history.submitted(this.#state);
    });
    const asked = this.#state;
    findExactHit(this.#engine, parseQuery(asked.query)).then(
      (hit) => {
        if (hit && asked === this.#state) location.assign(hit.url);
      },
      // The search that runs beside it tells of the failure.
      () => undefined,
    );
  }

  #choose(state: SearchState): void {
    this.#state = state;
    this.#history.chosen(state);
    this.#limit = STEP;
    this.#search();
  }

  #showMore(): void {
    const shown = this.#limit;
    this.#limit += STEP;
    this.#history.remember({ limit: this.#limit });
    this.#search(() => {
      this.#answer.hits.focusHit(shown);
    });
  }

  #searchEarlier(): void {
    this.#everything = true;
    this.#search(() => {
      findPart(this, 'state').focus();
    });
  }

  /** @param shown called when the answer stands in the page */
  #search(shown?: () => void): void {
    const query = parseQuery(this.#state.query);
    const { choices, order } = this.#state;
    // Filters alone are a question too.
    if (query.text === '' ? Object.keys(choices).length === 0 : isTooShort(query)) {
      this.#rest(query);
      return;
    }
    findPart(this, 'start').hidden = true;
    void this.#latest.ask(
      { query, choices, order, limit: this.#limit, everything: this.#everything },
      {
        slow: () => {
          this.#status.say('loading', query);
        },
        answered: (answer) => {
          this.#show(answer, query);
          shown?.();
        },
        failed: () => {
          this.#fail(query);
        },
      },
    );
  }

  /** Nothing is asked, or too little. */
  #rest(query: SearchQuery): void {
    this.#latest.cancel();
    this.#enter('rest');
    this.#answer.hide();
    findPart(this, 'start').hidden = false;
    this.#status.clear();
    if (query.text !== '') this.#status.say('short', query);
  }

  #show(answer: AnswerWithAlternatives, query: SearchQuery): void {
    this.#enter('answered');
    this.#answer.show(answer, this.#state);
    this.#status.sayAnswer(answer, query, this.#state);
    if (answer.total > 0) return;
    const chosen = Object.keys(this.#state.choices).length > 0;
    const withoutChoices = (): void => {
      this.#choose({ ...this.#state, choices: {} });
      this.#field().focus();
    };
    this.#advice.showNone(query, location.pathname, chosen ? withoutChoices : undefined);
  }

  #fail(query: SearchQuery): void {
    const kind = navigator.onLine ? 'failed' : 'offline';
    this.#enter(kind);
    this.#answer.hide();
    this.#status.clear();
    this.#status.say(kind, query);
    this.#advice.showFailure(kind, () => {
      this.#field().focus();
      this.#search();
    });
  }

  #enter(state: 'rest' | 'answered' | 'failed' | 'offline'): void {
    this.dataset['state'] = state;
    this.#advice.clear();
  }
}

customElements.define('site-search', SiteSearch);
