/** Elements whose content is not what the author says: folded away, quoted, struck out, code, or a layout of its own. */
const ENCLOSING = new Set([
  ...['details', 'summary', 'blockquote', 'q', 'pre', 'code', 'samp', 'kbd', 'tt', 'var'],
  ...['div', 'section', 'article', 'aside', 'figure', 'center', 'table', 'ul', 'ol', 'dl', 'menu'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 's', 'strike', 'del', 'sub', 'sup', 'picture'],
  ...['script', 'style', 'template', 'textarea', 'title', 'noscript', 'iframe', 'svg', 'math'],
]);

/** Which enclosing elements of raw HTML are open at a point of a comment. */
export class OpenElements {
  private readonly open = new Map<string, number>();

  /** @param html the text of one HTML node; comments in it count for nothing */
  read(html: string): void {
    for (const { 1: slash, 2: tag = '' } of html.replaceAll(COMMENT, '').matchAll(TAG)) {
      const name = tag.toLowerCase();
      if (!ENCLOSING.has(name)) continue;
      const depth = (this.open.get(name) ?? 0) + (slash === '' ? 1 : -1);
      if (depth > 0) this.open.set(name, depth);
      else this.open.delete(name);
    }
  }

  get isEmpty(): boolean {
    return this.open.size === 0;
  }
}

const COMMENT = /<!--[^]*?(?:-->|$)/g;
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
