import { parseTypedVersion } from '#domain/typed-version.ts';
import { answerVersion, type VersionTable } from '#domain/version-table.ts';
import { fillWords, findPart, findTemplate } from './page-words.ts';
import { type Answered, renderAnswers } from './version-answers.ts';

/** Reads what was typed into the form of a `<version-check>` and shows the answer; `version-check.ts` has its HTML. */
export class VersionQuestions {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  #table: Promise<VersionTable> | undefined;

  constructor(root: HTMLElement, form: HTMLFormElement) {
    this.#root = root;
    this.#form = form;
  }

  /**
   * Loads the table, once.
   * @throws when it does not come; the next call tries again
   */
  prepare(): Promise<VersionTable> {
    this.#table ??= readTable(this.#root).catch((error: unknown) => {
      this.#table = undefined;
      throw error;
    });
    return this.#table;
  }

  /** @throws when the table does not come */
  async ask(): Promise<void> {
    const input = this.#field('version');
    const typed = parseTypedVersion(input.value);
    const wrong = 'problem' in typed;
    input.setAttribute('aria-invalid', String(wrong));
    if (wrong) {
      const example = this.#root.getAttribute('example') ?? '';
      this.#show([this.#fill(`problem-${typed.problem}`, { example })], []);
      input.focus();
      return;
    }
    const product = this.#field('product').value;
    this.#answer(await this.prepare(), product, typed.version);
  }

  #answer(table: VersionTable, product: string, version: string): void {
    const answered: Answered[] = table.entries
      .filter((entry) => product === '' || entry.product === Number(product))
      .map((entry) => ({ entry, answer: answerVersion(entry, version) }));
    const groups = renderAnswers(this.#root, table, answered, version);
    if (answered.length === 1) this.#show(groups, []);
    else {
      const count = (verdict: string) => answered.filter(({ answer }) => answer.verdict === verdict).length;
      const counts = { affected: count('affected'), unknown: count('unknown'), outside: count('outside') };
      this.#show([this.#fill('found', { version, ...counts })], groups);
    }
    findPart(this.#root, 'caution').hidden = false;
  }

  #fill(message: string, values: Readonly<Record<string, string | number>>): string {
    return fillWords(findTemplate(this.#root, `[data-message="${message}"]`), values);
  }

  #show(status: readonly (Node | string)[], answers: readonly Node[]): void {
    findPart(this.#root, 'status').replaceChildren(...status);
    findPart(this.#root, 'answers').replaceChildren(...answers);
  }

  /** Inputs and selects alike; both have what is used of an input here. */
  #field(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }
}

/** The table that stands in the page, or the file that the page names. */
async function readTable(root: HTMLElement): Promise<VersionTable> {
  const address = root.getAttribute('src');
  if (address === null) return JSON.parse(root.querySelector('script')?.textContent ?? '') as VersionTable;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as VersionTable;
}
