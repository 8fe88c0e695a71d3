import type { SearchQuery } from '#search/query.ts';
import type { SearchAnswer } from '#search/search-engine.ts';
import { nameAnswer, readExtent } from './answer-extent.ts';
import { fillWords, findPart, findTemplate, toWordNodes } from './page-words.ts';
import type { SearchState } from './search-address.ts';

/**
 * Says what is going on: in one sentence that assistive technology reads out when it changes (`role="status"`), and in
 * the title of the document.
 */
export class SearchStatus {
  readonly #page: HTMLElement;
  readonly #line: HTMLElement;
  readonly #title = document.title;

  /** @param page holds `<template data-message="…">` and the place with data-part="state" */
  constructor(page: HTMLElement) {
    this.#page = page;
    this.#line = findPart(page, 'state');
  }

  /** Nothing is going on. */
  clear(): void {
    this.#line.replaceChildren();
    document.title = this.#title;
  }

  say(message: string, { text: query }: SearchQuery): void {
    this.#announce(this.#template(message), { query });
  }

  sayAnswer(answer: SearchAnswer, asked: SearchQuery, { choices }: SearchState): void {
    const { text: query } = asked;
    const values = { query, count: readExtent(answer).count };
    const chosen = Object.keys(choices).length > 0;
    this.#announce(this.#template(nameAnswer(answer, asked, chosen)), values);
    document.title = query === '' ? this.#title : fillWords(this.#template(nameTitle(answer)), values);
  }

  /** An answer that says the same again, as after “more”, is not read out again. */
  #announce(words: HTMLTemplateElement, values: Readonly<Record<string, string | number>>): void {
    const nodes = toWordNodes(words, values);
    const text = nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
    if (this.#line.textContent !== text) this.#line.replaceChildren(...nodes);
  }

  #template(message: string): HTMLTemplateElement {
    return findTemplate(this.#page, `[data-message="${message}"]`);
  }
}

function nameTitle(answer: SearchAnswer): string {
  return answer.total === 0 ? 'title-none' : `title${readExtent(answer).ending}`;
}
