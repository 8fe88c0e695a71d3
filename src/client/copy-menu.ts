import { copyElement, fillWords, findTemplate } from './page-words.ts';

/**
 * `<copy-menu>` gives every text inside it that readers copy a button.
 *
 * `[data-copy="what it is called"]` is such a text; `data-source="id"` names another element that holds it.
 * `template[data-part="button"]` is the button, `template[data-part="state"]` the live region, and
 * `template[data-message="copied"]` and `"refused"` hold what is announced; `{what}` stands for the text’s name.
 */
class CopyMenu extends HTMLElement {
  #state: Element | undefined;

  connectedCallback(): void {
    if (this.#state) return;
    this.#state = copyElement(findTemplate(this, '[data-part="state"]'));
    this.append(this.#state);
    for (const text of this.querySelectorAll<HTMLElement>('[data-copy]')) text.after(this.#buttonFor(text));
  }

  #buttonFor(text: HTMLElement): Element {
    const button = copyElement(findTemplate(this, '[data-part="button"]'));
    const what = text.dataset['copy'] ?? '';
    button.ariaLabel = button.ariaLabel?.replace('{what}', what) ?? what;
    button.addEventListener('click', () => {
      void this.#copy(this.#sourceOf(text), what);
    });
    return button;
  }

  #sourceOf(text: HTMLElement): Element {
    return document.getElementById(text.dataset['source'] ?? '') ?? text;
  }

  /** A refused clipboard leaves the text selected, so that readers can copy it themselves. */
  async #copy(source: Element, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      this.#say('copied', what);
    } catch {
      source.closest('details')?.setAttribute('open', '');
      getSelection()?.selectAllChildren(source);
      this.#say('refused', what);
    }
  }

  #say(message: string, what: string): void {
    this.#state?.replaceChildren(fillWords(findTemplate(this, `[data-message="${message}"]`), { what }));
  }
}

customElements.define('copy-menu', CopyMenu);
