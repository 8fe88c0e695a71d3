import type { VersionAnswer, VersionEntry, VersionTable } from '#domain/version-table.ts';
import { copyElement, fillWords, findPart, findTemplate } from './page-words.ts';
import { isSitePath } from './site-path.ts';

/** An entry of the table and what it says about the version. */
export interface Answered {
  entry: VersionEntry;
  answer: VersionAnswer;
}

/** What asks for action first. */
const VERDICTS = ['affected', 'unknown', 'outside'] as const;
/** Longer lists of what is outside are folded. */
const OPEN_LIST = 5;

/**
 * Answers by verdict, from the templates of the page:
 *
 * ```html
 * <template data-group> and <template data-fold>    around one verdict; data-part: title, items
 * <template data-item>                              one entry; data-part: link, product, reason, note, cves, solution
 * <template data-message="affected">{version}…      affected, unknown, outside: the title over one entry
 * <template data-message="affected-products">…      the same over several; `products` is the element's attribute scope
 * <template data-message="in-range">{phrase}…       the reasons
 * ```
 */
export function renderAnswers(
  root: HTMLElement,
  table: VersionTable,
  answered: readonly Answered[],
  version: string,
): HTMLElement[] {
  const scope = answered.length === 1 ? '' : `-${root.getAttribute('scope') ?? ''}`;
  return VERDICTS.flatMap((verdict) => {
    const own = answered.filter(({ answer }) => answer.verdict === verdict);
    if (own.length === 0) return [];
    const folded = verdict === 'outside' && own.length > OPEN_LIST;
    const group = copyElement(findTemplate(root, folded ? '[data-fold]' : '[data-group]'));
    group.dataset['verdict'] = verdict;
    const words = findTemplate(root, `[data-message="${verdict}${scope}"]`);
    findPart(group, 'title').append(fillWords(words, { version, count: own.length }));
    findPart(group, 'items').append(
      ...own.map((each) => renderItem(root, table, each, scope === '-products')),
    );
    return [group];
  });
}

function renderItem(
  root: HTMLElement,
  table: VersionTable,
  { entry, answer }: Answered,
  sharesSolution: boolean,
): HTMLElement {
  const item = copyElement(findTemplate(root, '[data-item]'));
  const product = table.products[entry.product];
  const source = table.sources[entry.source];
  // On its own page an advisory has no address.
  if (!product || !source || (source.address !== '' && !isSitePath(source.address)))
    throw new RangeError(entry.anchor);
  const { text, language } = source.title ?? product.name;
  const link = document.createElement('a');
  link.href = `${source.address}#${entry.anchor}`;
  link.append(text);
  link.lang = language;
  link.dir = 'auto';
  findPart(item, 'link').append(link);
  fill(item, 'product', source.title && product.name.text, product.name.language);
  const phrases = entry.ranges.map(([, phrase]) => phrase).join(root.getAttribute('separator') ?? ' ');
  const { phrase = '', fixed = '' } = answer;
  const words = findTemplate(root, `[data-message="${answer.reason}"]`);
  findPart(item, 'reason').append(fillWords(words, { phrase, fixed, phrases }));
  fill(item, 'note', entry.note?.text, entry.note?.language);
  fill(item, 'cves', entry.cves?.join(', '));
  const solution = findPart(item, 'solution') as HTMLAnchorElement;
  solution.href = `${source.address}#solution`;
  solution.hidden = !source.solution || answer.verdict === 'outside' || sharesSolution;
  return item;
}

/** Puts a text into a part, or takes the part and the words around it away. */
function fill(item: HTMLElement, name: string, text: string | undefined, language = ''): void {
  const part = findPart(item, name);
  if (text === undefined) part.closest('p')?.remove();
  else part.append(text);
  if (language !== '') part.lang = language;
}
