/**
 * Elements that say how a text is built; all others are seen through. Block elements that only divide count as `div`.
 */
const KEPT = new Set(
  'a b blockquote br caption code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre q s samp strike strong table tbody td tfoot th thead tr tt ul'.split(
    ' ',
  ),
);
const DIVIDERS = new Set(
  'address article aside center details dir div fieldset figcaption figure footer form header hgroup legend main nav section summary'.split(
    ' ',
  ),
);
const SEEN_THROUGH = new Set(
  'abbr acronym base bdi bdo big blink body button cite col colgroup data datalist dfn font html input ins label link mark meta nobr optgroup option output param rp rt ruby small source span sub sup time track u var wbr xmp listing plaintext'.split(
    ' ',
  ),
);
/** What stands in these is no text for readers. */
const SILENT = new Set(
  'applet audio canvas embed frameset head iframe map math noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img', 'embed']);

/** Which open element a new one of the same kind ends, and what encloses them (HTML §13.1.2.4). */
const ENDS: Readonly<
  Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>
> = {
  li: { ends: ['li'], within: ['ul', 'ol'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  td: { ends: ['td', 'th'], within: ['table'] },
  th: { ends: ['td', 'th'], within: ['table'] },
  tr: { ends: ['tr'], within: ['table'] },
  tbody: { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] },
  tfoot: { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] },
};
const INLINE = new Set([
  'a',
  'b',
  'br',
  'code',
  'del',
  'em',
  'i',
  'img',
  'kbd',
  'q',
  's',
  'samp',
  'strike',
  'strong',
  'tt',
]);

/** Deeper than this nobody writes, and our own renderer shows no more. */
const DEEPEST = 20;
const WIDEST_CELL = 20;
const LONGEST_TAG = 4096;

const TAG = /<(?<slash>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:[\s/](?:[^>"']|"[^"]*"|'[^']*')*)?)>/iuy;
const ATTRIBUTE =
  /(?<name>[a-z-]+)\s*(?:=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[^\s"'>]+)))?/giu;

interface Cleaning {
  readonly out: string[];
  readonly open: string[];
  readonly lost: Set<string>;
  tags: number;
}

/**
 * Somebody else's HTML → well-formed HTML of few elements and attributes, nested not too deeply, so that no tree made
 * of it can grow out of proportion. What is no element of HTML (`vector<int>`) becomes text.
 * @returns `lost`: what was left out, in a few words each; `tags`: how many there are
 */
export function cleanHtml(html: string): { html: string; lost: string[]; tags: number } {
  const cleaning: Cleaning = { out: [], open: [], lost: new Set(), tags: 0 };
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    cleaning.out.push(next === -1 ? html.slice(at) : html.slice(at, next));
    at = next === -1 ? html.length : cleanMarkup(cleaning, html, next);
  }
  closeTo(cleaning, 0);
  return { html: cleaning.out.join(''), lost: [...cleaning.lost], tags: cleaning.tags };
}

/** Reads what begins with `<`, and returns where to go on. */
function cleanMarkup(cleaning: Cleaning, html: string, at: number): number {
  const declaration = /<!--|<!\[CDATA\[|<!doctype|<\?/iuy;
  declaration.lastIndex = at;
  const [opening] = declaration.exec(html) ?? [];
  if (opening !== undefined) return cleanDeclaration(cleaning, html, at, opening);
  TAG.lastIndex = 0;
  const found = TAG.exec(html.slice(at, at + LONGEST_TAG));
  const { slash = '', name = '', attributes = '' } = found?.groups ?? {};
  const tag: Tag = { name: name.toLowerCase(), closes: slash !== '', attributes };
  if (found === null || !isElement(tag.name)) {
    cleaning.out.push('&lt;');
    return at + 1;
  }
  const end = at + found[0].length;
  if (SILENT.has(tag.name)) return tag.closes ? end : skipSilent(cleaning, html, tag.name, end);
  cleanTag(cleaning, tag, html.charAt(end));
  return end;
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
}

function isElement(name: string): boolean {
  return [KEPT, DIVIDERS, SEEN_THROUGH, SILENT].some((names) => names.has(name));
}

function cleanTag(cleaning: Cleaning, tag: Tag, next: string): void {
  nameHandlers(cleaning, tag.attributes);
  const name = DIVIDERS.has(tag.name) ? 'div' : tag.name;
  if (SEEN_THROUGH.has(name)) seeThrough(cleaning, tag, next);
  else if (tag.closes) closeElement(cleaning, name);
  else openElement(cleaning, name, tag.attributes);
}

function cleanDeclaration(cleaning: Cleaning, html: string, at: number, opening: string): number {
  const closing = { '<!--': '-->', '<![CDATA[': ']]>' }[opening.toUpperCase()] ?? '>';
  const end = html.indexOf(closing, at + opening.length);
  const content = html.slice(at + opening.length, end === -1 ? undefined : end);
  if (closing === ']]>') cleaning.out.push(content.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  else if (!/^<!d/iu.test(opening))
    cleaning.lost.add(closing === '-->' ? 'comment' : 'processing instruction');
  return end === -1 ? html.length : end + closing.length;
}

function skipSilent({ lost }: Cleaning, html: string, tag: string, at: number): number {
  lost.add(`<${tag}>`);
  if (VOID.has(tag)) return at;
  const closing = new RegExp(`</${tag}[\\s/>]`, 'giu');
  closing.lastIndex = at;
  const found = closing.exec(html);
  if (found === null) return html.length;
  const end = html.indexOf('>', found.index);
  return end === -1 ? html.length : end + 1;
}

/** Program code in attributes is named; how a text looks is not. */
function nameHandlers({ lost }: Cleaning, attributes: string): void {
  for (const [, name = ''] of attributes.matchAll(/\s(on[a-z]{3,20})\s*=/giu)) lost.add(name.toLowerCase());
}

function seeThrough({ out }: Cleaning, { name, closes, attributes }: Tag, next: string): void {
  if (name === 'sup' && !closes && /[\d+-]/u.test(next) && /\w$/u.test(out.at(-1) ?? '')) out.push('^');
  if (name === 'input' && /\btype\s*=\s*"?checkbox/iu.test(attributes)) {
    out.push(/\bchecked\b/iu.test(attributes) ? '[x] ' : '[ ] ');
  }
}

function openElement(cleaning: Cleaning, tag: string, attributes: string): void {
  const { open, out, lost } = cleaning;
  cleaning.tags += 1;
  const rule = ENDS[tag];
  if (rule !== undefined) {
    const scope = Math.max(...rule.within.map((name) => open.lastIndexOf(name)));
    const last = Math.max(...rule.ends.map((name) => open.lastIndexOf(name)));
    if (last > scope) closeTo(cleaning, last);
  }
  if (!INLINE.has(tag)) endParagraph(cleaning);
  if (tag === 'a' && open.includes('a')) closeTo(cleaning, open.lastIndexOf('a'));
  if (VOID.has(tag)) out.push(`<${tag}${keepAttributes(tag, attributes)}>`);
  else if (open.length >= DEEPEST) lost.add('deeply nested markup');
  else {
    out.push(`<${tag}${keepAttributes(tag, attributes)}>`);
    open.push(tag);
  }
}

/** A block ends the paragraph that is open, with all that is marked in it. */
function endParagraph(cleaning: Cleaning): void {
  const paragraph = cleaning.open.lastIndexOf('p');
  if (paragraph !== -1 && cleaning.open.slice(paragraph + 1).every((name) => INLINE.has(name))) {
    closeTo(cleaning, paragraph);
  }
}

function closeElement(cleaning: Cleaning, tag: string): void {
  const at = cleaning.open.lastIndexOf(tag);
  if (at !== -1) closeTo(cleaning, at);
  else if (tag === 'p') cleaning.out.push('<p></p>');
}

function closeTo({ open, out }: Cleaning, length: number): void {
  for (const tag of open.splice(length).toReversed()) out.push(`</${tag}>`);
}

/** The attributes that say something, written anew. */
function keepAttributes(tag: string, attributes: string): string {
  const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap(({ groups = {} }) => {
    const name = (groups['name'] ?? '').toLowerCase();
    const value = groups['double'] ?? groups['single'] ?? groups['plain'] ?? '';
    return mayKeep(tag, name, value) ? [` ${name}="${value.replaceAll('"', '&quot;')}"`] : [];
  });
  return kept.join('');
}

function mayKeep(tag: string, name: string, value: string): boolean {
  switch (name) {
    case 'href':
      return tag === 'a';
    case 'src':
    case 'alt':
      return tag === 'img';
    case 'class':
      return tag === 'code' && /^language-[\w+#-]+$/u.test(value);
    case 'start':
      return tag === 'ol' && /^\d{1,6}$/u.test(value);
    case 'colspan':
    case 'rowspan':
      return (tag === 'td' || tag === 'th') && /^\d{1,2}$/u.test(value) && Number(value) <= WIDEST_CELL;
    default:
      return name === 'align' && (tag === 'td' || tag === 'th');
  }
}
