import type { Choices, Facet, SearchOrder } from '#search/search-engine.ts';
import type { AnswerWithAlternatives } from './alternative-counts.ts';
import { ChosenList } from './chosen-list.ts';
import { FacetLabels } from './facet-labels.ts';
import { FacetPanel } from './facet-panel.ts';
import { HitList } from './hit-list.ts';
import { copyElement, findPart, findTemplate, toWordNodes } from './page-words.ts';
import { HitRenderer } from './render-hit.ts';
import type { SearchState } from './search-address.ts';

/** What a reader does with an answer. */
interface AnswerEvents {
  chose: (choices: Choices) => void;
  ordered: (order: SearchOrder) => void;
  /** Wants more hits. */
  more: () => void;
  /** Wants older years to be searched as well. */
  earlier: () => void;
}

/** An answer with everything that changes it. It stands in `<template data-answer>` until there is a script. */
export class AnswerArea {
  readonly hits: HitList;
  readonly #root: HTMLElement;
  readonly #labels: FacetLabels;
  readonly #facets: FacetPanel;
  readonly #chosen: ChosenList;
  #choices: Choices = {};

  /** @param page holds the templates and a place with data-part="answer" */
  constructor(page: HTMLElement, events: AnswerEvents) {
    this.#root = copyElement(findTemplate(page, '[data-answer]'));
    findPart(page, 'answer').append(this.#root);
    this.hits = new HitList(this.#root, new HitRenderer(page));
    this.#labels = new FacetLabels(page);
    this.#facets = new FacetPanel(this.#root, events.chose);
    this.#chosen = new ChosenList(findPart(this.#root, 'chosen'), {
      removed: (facet, value) => {
        events.chose(removeChoice(this.#choices, facet, value));
      },
      cleared: () => {
        events.chose({});
      },
    });
    findPart(this.#root, 'more').addEventListener('click', events.more);
    findPart(this.#root, 'earlier').addEventListener('click', events.earlier);
    for (const radio of this.#orders())
      radio.addEventListener('change', () => {
        events.ordered(radio.value === 'newest' ? 'newest' : 'relevance');
      });
  }

  hide(): void {
    this.#root.hidden = true;
  }

  show(answer: AnswerWithAlternatives, { choices, order }: SearchState): void {
    this.#choices = choices;
    // Filters without anything to filter are no help.
    this.#root.hidden = answer.total === 0 && Object.keys(choices).length === 0;
    this.#labels.learn(answer.facets);
    for (const radio of this.#orders()) radio.checked = radio.value === order;
    this.#facets.show(answer, choices, this.#labels);
    this.#chosen.show(choices, this.#labels);
    this.hits.show(answer.hits);
    const all = answer.total <= answer.hits.length && answer.searchedBackTo === undefined;
    findPart(this.#root, 'more').hidden = all;
    this.#showPartial(answer.searchedBackTo);
  }

  #showPartial(searchedBackTo: number | undefined): void {
    const partial = findPart(this.#root, 'partial');
    partial.hidden = searchedBackTo === undefined;
    const words = findTemplate(partial, '[data-message="partial"]');
    const note = findPart(partial, 'note');
    if (searchedBackTo !== undefined) note.replaceChildren(...toWordNodes(words, { year: searchedBackTo }));
  }

  #orders(): HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>('input[name="order"]')];
  }
}

function removeChoice(choices: Choices, facet: Facet, value: string): Choices {
  const left = Object.entries({
    ...choices,
    [facet]: (choices[facet] ?? []).filter((each) => each !== value),
  });
  return Object.fromEntries(left.filter(([, values]) => values.length > 0));
}
