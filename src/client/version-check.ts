import { fillWords, findPart, findTemplate } from './page-words.ts';
import type { VersionQuestions } from './version-questions.ts';

/**
 * `<version-check>` answers “is my version affected?” in the page, by the generator's own rule. Nothing that is typed
 * leaves the page or is stored. What answers is loaded when a reader turns to the field.
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
  #questions: Promise<VersionQuestions> | undefined;

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
    const prepare = (): void => {
      this.#open(form)
        .then((questions) => questions.prepare())
        .catch(() => undefined);
    };
    for (const turned of ['focusin', 'pointerenter']) form.addEventListener(turned, prepare, { once: true });
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    this.ariaBusy = 'true';
    try {
      this.#say('loading');
      await (await this.#open(form)).ask();
    } catch {
      this.#say('failed');
    } finally {
      this.ariaBusy = null;
    }
  }

  /** Loads what answers, once; after a failure the next question tries again, where the browser does. */
  #open(form: HTMLFormElement): Promise<VersionQuestions> {
    this.#questions ??= import('./version-questions.ts').then(
      ({ VersionQuestions }) => new VersionQuestions(this, form),
    );
    this.#questions.catch(() => {
      this.#questions = undefined;
    });
    return this.#questions;
  }

  #say(message: string): void {
    findPart(this, 'status').replaceChildren(fillWords(findTemplate(this, `[data-message="${message}"]`)));
    findPart(this, 'answers').replaceChildren();
    findPart(this, 'caution').hidden = true;
  }
}

customElements.define('version-check', VersionCheck);
