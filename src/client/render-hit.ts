import type { SearchHit } from './search-engine.ts';

/** Fills the page’s own template with a hit. Only text and one address come from the index. */
export function renderHit(template: HTMLTemplateElement, hit: SearchHit): DocumentFragment {
  const fragment = template.content.cloneNode(true) as DocumentFragment;
  const part = (name: string): Element | null => fragment.querySelector(`[data-part="${name}"]`);
  part('title')?.append(renderLink(hit));
  const language = hit.meta['language'];
  if (language) for (const name of ['title', 'excerpt']) part(name)?.setAttribute('lang', language);
  part('id')?.append(hit.meta['id'] ?? '');
  if (hit.meta['date']) part('date')?.append(day(hit.meta['date']));
  part('excerpt')?.append(...hit.excerpt.map(({ text, found }) => (found ? mark(text) : text)));
  return fragment;
}

function renderLink({ url, title }: SearchHit): HTMLElement {
  const link = document.createElement('a');
  if (isSitePath(url)) link.href = url;
  link.append(title);
  return link;
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.append(text);
  return element;
}

function day(date: string): HTMLTimeElement {
  const element = document.createElement('time');
  element.dateTime = date;
  element.append(date);
  return element;
}

function isSitePath(url: string): boolean {
  return /^\/(?!\/)/.test(url);
}
