import type { Excerpt, SearchHit } from '#search/search-engine.ts';
import { copyElement, fillWords, findPart, findTemplate } from './page-words.ts';
import { isSitePath } from './site-path.ts';

/**
 * Fills the page’s templates with hits: `template[data-hit]`, and for the marks `template[data-severity]`,
 * `template[data-tag]`, `template[data-only]`. Nothing but text and site paths comes from the index.
 */
export class HitRenderer {
  readonly #page: ParentNode;
  readonly #formatDay: (day: string) => string;

  /** @param page where the templates stand; the one of a hit names the locale of days in `data-locale` */
  constructor(page: ParentNode) {
    this.#page = page;
    this.#formatDay = dayFormatter(findTemplate(page, '[data-hit]').dataset['locale']);
  }

  render(hit: SearchHit): HTMLElement {
    const item = copyElement(findTemplate(this.#page, '[data-hit]'));
    findPart(item, 'id').append(hit.id);
    findPart(item, 'date').append(this.#day(item, hit));
    findPart(item, 'marks').replaceWith(...this.#marks(hit));
    this.#fillTitle(findPart(item, 'title'), hit);
    this.#fillExcerpt(item, hit);
    if (hit.tier === 'id') item.append(this.#opener(hit));
    return item;
  }

  #day(near: HTMLElement, { date }: SearchHit): HTMLElement {
    const day = near.ownerDocument.createElement('time');
    day.setAttribute('datetime', date);
    day.append(this.#formatDay(date));
    return day;
  }

  #marks({ severity = 'unrated', score, cvss, urgent, fix }: SearchHit): Node[] {
    const mark = this.#copyOf('severity', severity);
    if (score !== undefined) {
      for (const place of mark) {
        findPart(place, 'score').append(score.toFixed(1));
        findPart(place, 'version').append(cvss === undefined ? '' : `CVSS v${cvss}`);
      }
    }
    return [
      ...mark,
      ...(urgent ? this.#copyOf('tag', 'urgent') : []),
      ...(fix ? this.#copyOf('tag', 'fix') : []),
    ];
  }

  /** A mark that the page draws, or nothing when it has none for the value. */
  #copyOf(kind: 'severity' | 'tag' | 'only', value: string): HTMLElement[] {
    const templates = [...this.#page.querySelectorAll<HTMLTemplateElement>(`template[data-${kind}]`)];
    return templates.filter((template) => template.dataset[kind] === value).map(copyElement);
  }

  #fillTitle(title: HTMLElement, hit: SearchHit): void {
    const link = linkTo(title, hit.url, hit.title);
    link.lang = hit.language;
    link.dir = 'auto';
    title.append(link, ...this.#copyOf('only', hit.language));
  }

  #fillExcerpt(item: HTMLElement, { excerpt, url, language }: SearchHit): void {
    const text = findPart(item, 'excerpt');
    const section = findPart(item, 'section');
    if (excerpt === undefined) text.remove();
    else {
      text.lang = language;
      text.append(...excerpt.parts.map((part) => toNode(text, part)));
    }
    if (excerpt?.section === undefined) section.remove();
    else section.append(this.#sectionLink(section, url, excerpt.section));
  }

  #sectionLink(
    near: HTMLElement,
    url: string,
    { id, heading }: NonNullable<Excerpt['section']>,
  ): HTMLElement {
    const words = fillWords(findTemplate(this.#page, '[data-message="section"]'), { heading });
    return linkTo(near, `${url}#${id}`, words);
  }

  #opener({ url, id }: SearchHit): HTMLElement {
    const opener = copyElement(findTemplate(this.#page, '[data-open]'));
    setAddress(findPart(opener, 'open') as HTMLAnchorElement, url);
    findPart(opener, 'opened').append(id);
    return opener;
  }
}

function linkTo(near: HTMLElement, address: string, text: string): HTMLAnchorElement {
  const link = near.ownerDocument.createElement('a');
  setAddress(link, address);
  link.append(text);
  return link;
}

function setAddress(link: HTMLAnchorElement, address: string): void {
  if (isSitePath(address)) link.setAttribute('href', address);
  else link.removeAttribute('href');
}

function toNode(near: HTMLElement, { text, found }: Excerpt['parts'][number]): string | HTMLElement {
  if (!found) return text;
  const mark = near.ownerDocument.createElement('mark');
  mark.append(text);
  return mark;
}

/** Days as the site writes them; a text that is no day stays as it is. */
function dayFormatter(locale: string | undefined): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => {
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : format.format(date);
  };
}
