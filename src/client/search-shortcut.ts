/**
 * `<search-opener>` adds its template to the masthead: a button, and the dialog that it opens, also by Ctrl+K or ⌘K.
 * Nothing else loads before the first opening; what suggests while the reader types comes then. Without it the form in
 * the dialog still leads to the search page.
 */
class SearchOpener extends HTMLElement {
  #helped: Promise<void> | undefined;

  connectedCallback(): void {
    const template = this.querySelector('template');
    const dialog = template?.content.querySelector('dialog');
    const button = template?.content.querySelector('button');
    if (!template || !dialog || !button) return;
    const isApple = /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent);
    const hint = button.querySelector('kbd');
    if (isApple && hint) hint.textContent = hint.getAttribute('data-apple');
    button.setAttribute('aria-keyshortcuts', isApple ? 'Meta+K' : 'Control+K');
    this.append(template.content);
    const open = (): void => {
      if (!dialog.open) dialog.showModal();
      dialog.querySelector('input')?.select();
      this.#helped ??= this.#help(dialog);
    };
    button.addEventListener('click', open);
    dialog.addEventListener('keydown', (event) => {
      // A search field would take the first Escape to clear itself.
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
    document.addEventListener('keydown', (event) => {
      const modified = isApple ? event.metaKey : event.ctrlKey;
      if (!modified || event.altKey || event.shiftKey || event.isComposing) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      open();
    });
  }

  async #help(dialog: HTMLDialogElement): Promise<void> {
    try {
      const { startSearchDialog } = await import('./search-dialog.ts');
      await startSearchDialog(dialog);
    } catch {
      this.#helped = undefined;
    }
  }
}

customElements.define('search-opener', SearchOpener);
