import { formatSearchState, parseSearchState, type SearchState } from './search-address.ts';

/** What an entry of the history knows beside its address: how far the list was read. */
export interface Place {
  /** How many hits were shown. */
  limit?: number;
  /** The hit that was opened, by its address. */
  opened?: string;
}

/**
 * Keeps the address equal to what is asked. Whatever was asked on purpose is an entry of its own, to which Back leads;
 * all letters typed in a row change one entry.
 */
export class AddressHistory {
  #asked = location.search !== '';

  get state(): SearchState {
    return parseSearchState(location.search);
  }

  get place(): Place {
    return toPlace(history.state);
  }

  typed(state: SearchState): void {
    this.#write(state, this.#asked ? 'push' : 'replace');
    this.#asked = false;
  }

  /** The reader pressed Enter on what was typed. */
  submitted(state: SearchState): void {
    this.#write(state, this.#asked ? 'push' : 'replace');
    this.#asked = true;
  }

  /** The reader chose a filter, an order or a link. */
  chosen(state: SearchState): void {
    this.#write(state, 'push');
    this.#asked = true;
  }

  /** Keeps in the present entry how far the list was read. */
  remember(place: Place): void {
    history.replaceState({ ...this.place, ...place }, '');
  }

  onReturn(returned: () => void): void {
    window.addEventListener('popstate', () => {
      this.#asked = true;
      returned();
    });
  }

  #write(state: SearchState, how: 'push' | 'replace'): void {
    const address = location.pathname + formatSearchState(state);
    if (address === location.pathname + location.search) return;
    if (how === 'push') history.pushState({}, '', address);
    else history.replaceState({}, '', address);
  }
}

/** Whether the reader came to this page by Back or Forward. */
export function isReturn(): boolean {
  return performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward');
}

/** An entry may have been written by anything; whatever is no place is none. */
function toPlace(value: unknown): Place {
  const { limit, opened } = Object(value) as Record<string, unknown>;
  return {
    ...(typeof limit === 'number' && { limit }),
    ...(typeof opened === 'string' && { opened }),
  };
}
