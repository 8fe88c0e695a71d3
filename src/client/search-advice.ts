import type { SearchQuery } from '#search/query.ts';
import { formatSearchState } from './search-address.ts';
import { copyElement, fillWords, findPart, findTemplate } from './page-words.ts';

/** What a reader can do when there is no answer: `<template data-advice="none">`, `failed` and `offline`. */
export class SearchAdvice {
  readonly #place: HTMLElement;
  readonly #page: HTMLElement;
  readonly #list: Intl.ListFormat;

  /** @param page holds the templates and a place with data-part="advice" */
  constructor(page: HTMLElement) {
    this.#page = page;
    this.#place = findPart(page, 'advice');
    this.#list = new Intl.ListFormat(findTemplate(page, '[data-hit]').dataset['locale']);
  }

  clear(): void {
    this.#place.replaceChildren();
  }

  showFailure(kind: 'failed' | 'offline', retry: () => void): void {
    const advice = copyElement(findTemplate(this.#page, `[data-advice="${kind}"]`));
    findPart(advice, 'retry').addEventListener('click', retry);
    this.#place.replaceChildren(advice);
  }

  /** Says what was searched and offers every way to find more, those first that lead further. */
  showNone(query: SearchQuery, searchAddress: string, withoutChoices: (() => void) | undefined): void {
    const advice = copyElement(findTemplate(this.#page, '[data-advice="none"]'));
    const button = findPart(advice, 'without-choices');
    if (withoutChoices) button.addEventListener('click', withoutChoices);
    else button.remove();
    findPart(advice, 'searched').append(query.text);
    this.#fillSynonyms(findPart(advice, 'synonyms'), query);
    this.#fillSingles(findPart(advice, 'singles'), query, searchAddress);
    this.#place.replaceChildren(advice);
  }

  #fillSynonyms(line: HTMLElement, { terms }: SearchQuery): void {
    const synonyms = terms.flatMap((term) => term.synonyms);
    if (synonyms.length === 0) line.remove();
    else line.append(this.#say('alternatives', { words: this.#list.format(synonyms) }));
  }

  #fillSingles(section: HTMLElement, { terms }: SearchQuery, searchAddress: string): void {
    if (terms.length < 2) {
      section.remove();
      return;
    }
    const list = findPart(section, 'single-words');
    for (const { typed, synonyms } of terms) {
      const item = list.ownerDocument.createElement('li');
      const link = list.ownerDocument.createElement('a');
      link.href = searchAddress + formatSearchState({ query: typed, choices: {}, order: 'relevance' });
      link.dir = 'auto';
      link.append(typed);
      item.append(link);
      if (synonyms.length > 0) item.append(this.#say('single-with', { words: this.#list.format(synonyms) }));
      list.append(item);
    }
  }

  #say(name: string, values: Readonly<Record<string, string>>): string {
    return fillWords(findTemplate(this.#page, `[data-message="${name}"]`), values);
  }
}
