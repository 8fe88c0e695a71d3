import { isTooShort, parseQuery, type SearchQuery } from '#search/query.ts';
import type { SearchAnswer, SearchEngine } from '#search/search-engine.ts';
import { nameAnswer, readExtent } from './answer-extent.ts';
import { findExactHit, isOneIdentifier } from './exact-hit.ts';
import { LatestSearch } from './latest-search.ts';
import { fillWords, findPart, findTemplate } from './page-words.ts';
import { HitRenderer } from './render-hit.ts';
import { formatSearchState } from './search-address.ts';
import { openSearchEngine } from './site-search-engine.ts';
import { onTyped } from './typing.ts';

/** Hits that the dialog suggests; all others stand on the search page. */
const SUGGESTED = 6;

/**
 * Makes the dialog suggest while the reader types. Enter on an identifier opens that advisory, on anything else the
 * search page. How a hit looks is said by the search page, from which its templates are taken.
 * @throws when the search page cannot be loaded
 */
export async function startSearchDialog(dialog: HTMLDialogElement): Promise<void> {
  const form = dialog.querySelector<HTMLFormElement>('form[role="search"]');
  const field = form?.querySelector<HTMLInputElement>('input[name="q"]');
  if (!form || !field) throw new Error('The search dialog needs a form with a field named q.');
  const page = await loadSearchPage(form.action);
  const engine = openSearchEngine(page.getAttribute('index') ?? '/');
  const suggestions = new Suggestions(dialog, page, engine);
  onTyped(field, () => {
    suggestions.suggest(field.value);
  });
  form.addEventListener('submit', (event) => {
    const query = parseQuery(field.value);
    if (!isOneIdentifier(query)) return;
    event.preventDefault();
    void openIdentifier(engine, query, form.action);
  });
  suggestions.suggest(field.value);
}

async function loadSearchPage(address: string): Promise<Element> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The search page answered with status ${response.status}.`);
  const page = new DOMParser()
    .parseFromString(await response.text(), 'text/html')
    .querySelector('site-search');
  if (!page) throw new Error('The search page has no search.');
  return page;
}

async function openIdentifier(
  engine: SearchEngine,
  query: SearchQuery,
  searchAddress: string,
): Promise<void> {
  const hit = await findExactHit(engine, query).catch(() => undefined);
  const state = { query: query.text, choices: {}, order: 'relevance' } as const;
  location.assign(hit?.url ?? searchAddress + formatSearchState(state));
}

/** The first hits below the field, and the way to all of them. */
class Suggestions {
  readonly #dialog: HTMLDialogElement;
  readonly #page: Element;
  readonly #latest: LatestSearch;
  readonly #renderer: HitRenderer;

  constructor(dialog: HTMLDialogElement, page: Element, engine: SearchEngine) {
    this.#dialog = dialog;
    this.#page = page;
    this.#latest = new LatestSearch(engine);
    this.#renderer = new HitRenderer(page);
  }

  suggest(typed: string): void {
    const query = parseQuery(typed);
    if (isTooShort(query)) {
      this.#latest.cancel();
      this.#show([], '');
      return;
    }
    void this.#latest.ask(
      { query, choices: {}, order: 'relevance', limit: SUGGESTED },
      {
        slow: () => {
          this.#show([], this.#say('loading', query));
        },
        answered: (answer) => {
          this.#showAnswer(answer, query);
        },
        failed: () => {
          this.#show([], fillWords(findTemplate(this.#dialog, '[data-message="failed"]')));
        },
      },
    );
  }

  #showAnswer(answer: SearchAnswer, query: SearchQuery): void {
    const { total, hits, searchedBackTo } = answer;
    this.#show(
      hits.slice(0, SUGGESTED).map((hit) => this.#renderer.render(hit)),
      this.#say(nameAnswer(answer, query, false), query, readExtent(answer).count),
    );
    if (total === 0) return;
    const all = findPart(this.#dialog, 'all') as HTMLAnchorElement;
    all.hidden = total <= hits.length && searchedBackTo === undefined;
    all.search = formatSearchState({ query: query.text, choices: {}, order: 'relevance' });
  }

  #show(hits: readonly HTMLElement[], state: string): void {
    findPart(this.#dialog, 'state').textContent = state;
    findPart(this.#dialog, 'hits').replaceChildren(...hits);
    findPart(this.#dialog, 'all').hidden = true;
  }

  #say(message: string, { text: query }: SearchQuery, count = 0): string {
    return fillWords(findTemplate(this.#page, `[data-message="${message}"]`), { query, count });
  }
}
