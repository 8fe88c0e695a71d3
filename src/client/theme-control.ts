/** The attribute on the root element and the key in storage; `src/layouts/theme-script.ts` reads both before the first paint. */
const NAME = 'theme';

/**
 * `<theme-control><template><select>…</select></template></theme-control>` lets the reader choose `auto`, `light` or `dark`,
 * for all pages of the site. Where storage is refused, the choice holds for the page.
 */
class ThemeControl extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector('template');
    template?.replaceWith(template.content);
    const select = this.querySelector('select');
    if (!template || !select) return;
    const { dataset } = document.documentElement;
    select.value = dataset[NAME] ?? 'auto';
    select.addEventListener('change', () => {
      keepTheme(select.value);
      showTheme(select.value);
    });
    // A page that comes back from the browser's memory has not run the script in its head again.
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      select.value = storedTheme() ?? select.value;
      showTheme(select.value);
    });
  }
}

function showTheme(theme: string): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') Reflect.deleteProperty(dataset, NAME);
  else dataset[NAME] = theme;
}

function keepTheme(theme: string): void {
  try {
    localStorage.setItem(NAME, theme);
  } catch {
    // Refused or full: the choice is shown all the same.
  }
}

function storedTheme(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

customElements.define('theme-control', ThemeControl);
