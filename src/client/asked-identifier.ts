import { type FamilyShape, identifierIn } from './identifier-in-path.ts';

/**
 * `<asked-identifier families='[["JVN#","[0-9]{8}"]]'><template>…{id}…<a href="/search/">` shows its template on the
 * page for unknown addresses when the address holds an identifier; its links get the query.
 */
class AskedIdentifier extends HTMLElement {
  connectedCallback(): void {
    const families = JSON.parse(this.getAttribute('families') ?? '[]') as FamilyShape[];
    const id = identifierIn(location.pathname + location.hash, families);
    const template = this.querySelector('template');
    if (id === undefined || !template) return;
    const words = document.createTreeWalker(template.content, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const text = words.currentNode as Text;
      text.data = text.data.replaceAll('{id}', () => id);
    }
    template.replaceWith(template.content);
    // Inside the template a link has no address yet that a query could be added to.
    for (const link of this.querySelectorAll('a')) link.search = `?q=${encodeURIComponent(id)}`;
  }
}

customElements.define('asked-identifier', AskedIdentifier);
