import { parseTypedVersion } from '#domain/typed-version.ts';
import { answerVersion, type VersionTable } from '#domain/version-table.ts';
import { fillWords, findPart, findTemplate } from './page-words.ts';
import { type Answered, renderAnswers } from './version-answers.ts';

/**
 * `<version-check>` answers “is my version affected?” in the page, by the generator's own rule. Nothing that is typed
 * leaves the page or is stored.
 *
 * ```html
 * <version-check scope="products" example="4.0.1">
 *   <script type="application/json">…</script>      a VersionTable; or the attribute src="…/versions.json", loaded on first use
 *   <template data-form>                            shown in its place, and only with script
 *     <form>
 *       <select name="product"><option value="">…     the places of products in the table; '' wishes all
 *       <input name="version" /><button>
 *     </form>
 *     <div role="status" data-part="status"></div>  one answer whole, or the counts of several, or what is wrong
 *     <div data-part="answers"></div>               several answers
 *     <div data-part="caution" hidden>…             shown with every answer
 *   </template>
 *   <template data-group>, <template data-fold>, <template data-item>, <template data-message="…">: see `version-answers.ts`
 * </version-check>
 * ```
 */
class VersionCheck extends HTMLElement {
  #table: Promise<VersionTable> | undefined;

  connectedCallback(): void {
    const template = this.querySelector('template[data-form]');
    if (!(template instanceof HTMLTemplateElement)) return;
    template.replaceWith(template.content);
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask(form);
    });
    form.addEventListener('focusin', () => {
      this.#load().catch(() => undefined);
    });
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    const input = fieldOf(form, 'version');
    const typed = parseTypedVersion(input.value);
    const wrong = 'problem' in typed;
    input.setAttribute('aria-invalid', String(wrong));
    if (wrong) {
      this.#say(`problem-${typed.problem}`);
      input.focus();
      return;
    }
    try {
      this.#say('loading');
      this.#answer(await this.#load(), fieldOf(form, 'product').value, typed.version);
    } catch {
      this.#say('failed');
    }
  }

  #answer(table: VersionTable, product: string, version: string): void {
    const answered: Answered[] = table.entries
      .filter((entry) => product === '' || entry.product === Number(product))
      .map((entry) => ({ entry, answer: answerVersion(entry, version) }));
    const groups = renderAnswers(this, table, answered, version);
    if (answered.length === 1) this.#show(groups, []);
    else {
      const count = (verdict: string) => answered.filter(({ answer }) => answer.verdict === verdict).length;
      const counts = { affected: count('affected'), unknown: count('unknown'), outside: count('outside') };
      this.#show([fillWords(findTemplate(this, '[data-message="found"]'), { version, ...counts })], groups);
    }
    findPart(this, 'caution').hidden = false;
  }

  #say(message: string): void {
    const template = findTemplate(this, `[data-message="${message}"]`);
    this.#show([fillWords(template, { example: this.getAttribute('example') ?? '' })], []);
    findPart(this, 'caution').hidden = true;
  }

  #show(status: readonly (Node | string)[], answers: readonly Node[]): void {
    findPart(this, 'status').replaceChildren(...status);
    findPart(this, 'answers').replaceChildren(...answers);
  }

  /** The table, read once; after a failure the next question tries again. */
  #load(): Promise<VersionTable> {
    this.#table ??= this.#read().catch((error: unknown) => {
      this.#table = undefined;
      throw error;
    });
    return this.#table;
  }

  async #read(): Promise<VersionTable> {
    const address = this.getAttribute('src');
    if (address === null) return JSON.parse(this.querySelector('script')?.textContent ?? '') as VersionTable;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as VersionTable;
  }
}

/** Inputs and selects alike; both have what is used of an input here. */
function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

customElements.define('version-check', VersionCheck);
