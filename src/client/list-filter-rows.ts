import { type FilterRow, foldRowText } from './list-filter-match.ts';

interface ListedRow extends FilterRow {
  element: HTMLElement;
}

/** The rows of a list and their groups (months, letters), read from the page once. */
export interface ListedRows {
  total: number;
  /** Hides the rows that fail a test, and every group without any row left; answers how many rows remain. */
  show(isWanted: (row: FilterRow) => boolean): number;
}

/** @param selector which elements inside the list are its rows */
export function readListedRows(list: HTMLElement, selector: string): ListedRows {
  const rows: ListedRow[] = [...list.querySelectorAll<HTMLElement>(selector)].map((element) => ({
    element,
    text: foldRowText(`${element.textContent} ${element.dataset['text'] ?? ''}`),
    values: element.dataset,
  }));
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')].map((group) => ({
    group,
    own: rows.filter(({ element }) => group.contains(element)),
    links: document.querySelectorAll(`a[href="#${group.id}"]`),
  }));
  return {
    total: rows.length,
    show(isWanted) {
      for (const row of rows) row.element.hidden = !isWanted(row);
      for (const { group, own, links } of groups) {
        group.hidden = own.every(({ element }) => element.hidden);
        for (const link of links) setTarget(link, group);
      }
      return rows.filter(({ element }) => !element.hidden).length;
    },
  };
}

/** A link to what is hidden leads nowhere, so it becomes plain text for as long. */
function setTarget(link: Element, { id, hidden }: HTMLElement): void {
  if (hidden) link.removeAttribute('href');
  else link.setAttribute('href', `#${id}`);
}
