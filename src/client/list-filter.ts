import { formatFilterFields } from './list-filter-address.ts';
import { type FilterFields, toRowTest } from './list-filter-match.ts';
import { type ListedRows, readListedRows } from './list-filter-rows.ts';

/** Safari refuses more than a hundred changes of the address in half a minute, and nobody listens to every letter. */
const PAUSE_AFTER_TYPING = 250;

/**
 * `<list-filter>` narrows the rows of a list that stand inside it, in the page and without any request.
 *
 * ```html
 * <list-filter name="vendors" rows="tbody > tr">
 *   <template data-controls>                shown in its place, and only with script
 *     <fieldset>
 *       <input type="search" name="q" />    free text: every word must occur in the row
 *       <select name="severity">…           rows whose data-severity is the value; '' wishes nothing
 *       <input type="checkbox" name="urgent" value="yes" />   of several boxes of one name, one must hold
 *       <p role="status" data-part="count"></p>
 *       <button type="button" data-part="reset" hidden>       takes all wishes back; shown while there are any
 *       <div data-part="none" hidden>…      shown while no row is left; a[data-search] leads on with ?q=<text>
 *     </fieldset>
 *   </template>
 *   <template data-message="all">{total}…</template>
 *   <template data-message="some">{count}…{total}</template>
 *   <section id="m11" data-group>           hidden while none of its rows is visible; a[href="#m11"] is plain text then
 *     …<tr data-severity="high" data-text="more words to find it by">…
 * </list-filter>
 * ```
 *
 * - `name` and a hyphen stand before every field in the query string; a page with one list needs no name.
 * - `rows` is a selector, `tbody > tr` when absent. A value such as `data-fix="yes partly"` is several.
 * - A row is found by its own text and by its `data-text`.
 * - Whoever follows a link to an anchor in a hidden row takes the filter back, so that no address is dead.
 * - Every word of the page stays in the page: the script has none.
 *
 * `src/components/list/ListFilter.astro` renders all of it but the rows.
 */
class ListFilter extends HTMLElement {
  #controls!: HTMLFieldSetElement;
  /** Inputs and selects alike; both have what is used of an input here. */
  #fields!: readonly HTMLInputElement[];
  #rows!: ListedRows;
  /** Stands before the names of the fields in the query string. */
  #prefix = this.hasAttribute('name') ? `${this.getAttribute('name') ?? ''}-` : '';
  #timer = 0;
  /** Letters typed one after the other are one step of the history. */
  #typing = false;

  connectedCallback(): void {
    const template = this.querySelector<HTMLTemplateElement>('template[data-controls]');
    template?.replaceWith(template.content);
    const controls = this.querySelector('fieldset');
    if (!template || !controls) return;
    this.#controls = controls;
    this.#fields = [...controls.querySelectorAll<HTMLInputElement>('[name]')];
    this.#rows = readListedRows(this, this.getAttribute('rows') ?? 'tbody > tr');
    this.#listen(controls);
    this.#restore();
  }

  #listen(controls: HTMLFieldSetElement): void {
    controls.onclick = ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      this.#fill(() => []);
      this.#take();
      this.#fields[0]?.focus();
    };
    for (const kind of ['input', 'compositionend']) {
      controls.addEventListener(kind, (event) => {
        // While an input method composes, the text is not yet what the reader means.
        if (!(event as InputEvent).isComposing)
          this.#take((event.target as HTMLInputElement).type === 'search');
      });
    }
    addEventListener('popstate', () => {
      this.#restore();
    });
  }

  /** Follows what the reader did in a field: at once with the rows; after letters, later with count and address. */
  #take(typed = false): void {
    const count = this.#show();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(
      () => {
        this.#say(count);
        this.#write(typed && this.#typing);
        this.#typing = typed;
      },
      typed ? PAUSE_AFTER_TYPING : 0,
    );
  }

  /** Takes the wishes from the address, where they are not in the way of what its anchor names. */
  #restore(): void {
    const all = new URLSearchParams(location.search);
    clearTimeout(this.#timer);
    this.#typing = false;
    this.#fill((name) => all.getAll(this.#prefix + name));
    let count = this.#show();
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest('[hidden]') && this.contains(target)) {
      this.#fill(() => []);
      count = this.#show();
      this.#write(true, location.hash);
      target.scrollIntoView();
    }
    this.#say(count);
  }

  #asked(): FilterFields {
    return this.#fields
      .filter(({ type, checked, value }) => (type !== 'checkbox' || checked) && value.trim())
      .map(({ name, value }) => [name, value]);
  }

  #fill(wished: (name: string) => readonly string[]): void {
    for (const field of this.#fields) {
      const values = wished(field.name);
      if (field.type === 'checkbox') field.checked = values.includes(field.value);
      else field.value = values[0] ?? '';
      // A value that the list does not offer would leave a select with nothing chosen.
      if (field instanceof HTMLSelectElement && !field.value) field.selectedIndex = 0;
    }
  }

  #show(): number {
    return this.#rows.show(toRowTest(this.#asked()));
  }

  #say(count: number): void {
    const wishes = this.#asked();
    const text = formatFilterFields(
      '',
      '',
      [],
      wishes.filter(([name]) => name === 'q'),
    );
    const message = this.querySelector<HTMLTemplateElement>(
      `[data-message=${wishes.length ? 'some' : 'all'}]`,
    );
    const words = message?.content.textContent
      .replace('{count}', String(count))
      .replace('{total}', String(this.#rows.total));
    for (const part of this.#controls.querySelectorAll<HTMLElement>('[data-part]')) {
      if (part.dataset['part'] === 'count') part.textContent = words ?? '';
      else part.hidden = part.dataset['part'] === 'none' ? count > 0 : !wishes.length;
    }
    for (const link of this.#controls.querySelectorAll<HTMLAnchorElement>('[data-search]')) {
      link.search = text;
    }
  }

  #write(replace: boolean, anchor = ''): void {
    const { pathname, search } = location;
    const names = this.#fields.map(({ name }) => name);
    const query = formatFilterFields(search, this.#prefix, names, this.#asked());
    if (query !== search)
      history[replace ? 'replaceState' : 'pushState'](null, '', pathname + query + anchor);
  }
}

customElements.define('list-filter', ListFilter);
