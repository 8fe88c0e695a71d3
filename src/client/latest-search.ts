import type { SearchEngine, SearchRequest } from '#search/search-engine.ts';
import { type AnswerWithAlternatives, searchWithAlternatives } from './alternative-counts.ts';

/** What becomes of a search; for an overtaken one nothing is called any more. */
export interface SearchOutcome {
  /** The answer takes noticeably long. */
  slow: () => void;
  answered: (answer: AnswerWithAlternatives) => void;
  failed: () => void;
}

/** In milliseconds; a note that appears earlier only flickers. */
const PAUSE_BEFORE_SLOW = 300;

/** Asks an engine one thing after the other, so that a slow answer never replaces a newer one. */
export class LatestSearch {
  readonly #engine: SearchEngine;
  #turn = 0;

  constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  /** Forgets the search that is under way. */
  cancel(): void {
    this.#turn += 1;
  }

  async ask(request: SearchRequest, { slow, answered, failed }: SearchOutcome): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const timer = setTimeout(() => {
      if (turn === this.#turn) slow();
    }, PAUSE_BEFORE_SLOW);
    const answer = await searchWithAlternatives(this.#engine, request).catch(() => undefined);
    clearTimeout(timer);
    if (turn !== this.#turn) return;
    if (answer === undefined) failed();
    else answered(answer);
  }
}
