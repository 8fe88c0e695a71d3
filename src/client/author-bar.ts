/*
 * Keeps the author bar of the preview up to date: when the check of the newest change is done, the page is asked for
 * again and what only the preview has is put in place of what stands there. Nothing else of the page moves.
 */
const FOLDED = 'kairan-author-bar-folded';
/** The news of a check is lost on a page that is just being loaded, so a page that waits for one asks as well, in milliseconds. */
const ASK_AGAIN = 1000;

class AuthorBar extends HTMLElement {
  connectedCallback(): void {
    import.meta.hot?.on('kairan:checked', () => void this.#refresh());
    this.addEventListener('toggle', this, true);
    this.#fold();
    this.#await();
  }

  #await(): void {
    if (this.querySelector('[data-checking]')) setTimeout(() => void this.#refresh(), ASK_AGAIN);
  }

  /** An author who folded the findings away does not want them back after every edit. */
  handleEvent(): void {
    sessionStorage.setItem(FOLDED, String(this.querySelector('details')?.open === false));
  }

  #fold(): void {
    const details = this.querySelector('details');
    if (details && sessionStorage.getItem(FOLDED) === 'true') details.open = false;
  }

  async #refresh(): Promise<void> {
    const response = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const element of document.querySelectorAll('#author-bar, #author-list')) {
      const next = fresh.getElementById(element.id);
      if (next) element.replaceWith(document.importNode(next, true));
    }
    this.#fold();
    this.#await();
  }
}

customElements.define('author-bar', AuthorBar);
