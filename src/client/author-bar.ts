/*
 * Keeps the author bar of the preview up to date: when the check of the newest change is done, the page is asked for
 * again and what only the preview has is put in place of what stands there. Nothing else of the page moves.
 */
class AuthorBar extends HTMLElement {
  connectedCallback(): void {
    import.meta.hot?.on('kairan:checked', () => void this.#refresh());
  }

  async #refresh(): Promise<void> {
    const response = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    const wasOpen = this.querySelector('details')?.open;
    for (const element of document.querySelectorAll('#author-bar, #author-list')) {
      const next = fresh.getElementById(element.id);
      if (next) element.replaceWith(document.importNode(next, true));
    }
    const details = this.querySelector('details');
    if (details && wasOpen !== undefined) details.open = wasOpen;
  }
}

customElements.define('author-bar', AuthorBar);
