import type { SearchHit } from './search-engine.ts';

/** Fills the page’s own template with a hit. Only text and one address come from the index. */
export function renderHit(template: HTMLTemplateElement, hit: SearchHit): DocumentFragment {
  const fragment = template.content.cloneNode(true) as DocumentFragment;
  const part = (name: string): Element | null => fragment.querySelector(`[data-part="${name}"]`);
  const link = part('link');
  if (link instanceof HTMLAnchorElement && isSitePath(hit.url)) link.href = hit.url;
  link?.append(hit.title);
  const language = hit.meta['language'];
  if (language) for (const name of ['link', 'excerpt']) part(name)?.setAttribute('lang', language);
  part('id')?.append(hit.meta['id'] ?? '');
  part('date')?.append(hit.meta['date'] ?? '');
  part('date')?.setAttribute('datetime', hit.meta['date'] ?? '');
  part('excerpt')?.append(...hit.excerpt.map(({ text, found }) => (found ? mark(text) : text)));
  return fragment;
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.append(text);
  return element;
}

function isSitePath(url: string): boolean {
  return /^\/(?!\/)/.test(url);
}
