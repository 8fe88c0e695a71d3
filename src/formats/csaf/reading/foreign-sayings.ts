import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import { drop, items, member, type Place, retell, text, texts } from '#formats/foreign/foreign-document.ts';
import { FOREIGN_WORDS } from './foreign-words.ts';
import type { ProductTree } from './read-product-tree.ts';
import type { Prose } from './read-prose.ts';
import type { Standing } from './read-statuses.ts';
import { webAddress } from './read-sources.ts';
import { instant } from './read-tracking.ts';
import type { Reading } from './reading.ts';

interface Surroundings {
  readonly prose: Prose;
  readonly tree: ProductTree;
  readonly standings: ReadonlyMap<string, readonly Standing[]>;
  /** Where vendors tell about their fixes, by name. */
  readonly notices: Map<string, string>;
  /** What each vulnerability is called where there are several. */
  readonly names: readonly string[];
}

/** Words about some vulnerabilities, which may hold for some products only. */
interface Paragraph {
  readonly section: SectionId;
  /** What kind of words it is; empty where the section says so. */
  readonly kind: string;
  /** The products that are meant; empty where all are. */
  readonly products: string;
  readonly words: string;
}

const MOST_NAMES = 20;
/** Titles that say no more than the section in which the words stand. */
const PLAIN_TITLE = /^(?:vulnerability )?(?:description|summary|details?|overview|impact)$/iu;

/**
 * What documents of others say of single vulnerabilities in notes, threats and remediations: paragraphs of the sections,
 * each once, with the vulnerabilities and products that are meant.
 */
export function readForeignSayings(
  reading: Reading,
  vulnerabilities: readonly Place[],
  around: Surroundings,
): void {
  const paragraphs = new Map<string, { paragraph: Paragraph; places: Set<number> }>();
  for (const [index, place] of vulnerabilities.entries()) {
    const told = [
      ...items(place, 'notes').map((note) => readNote(note, reading, place)),
      ...items(place, 'threats').map((threat) => readThreat(threat, reading, around, index)),
      ...items(place, 'remediations').map((remedy) => readRemediation(remedy, reading, around, index)),
      ...items(place, 'ids').map((id) => readIdentifier(id, reading)),
      ...items(place, 'involvements').map(readInvolvement),
    ];
    for (const paragraph of told) {
      if (paragraph === undefined) continue;
      const key = JSON.stringify(paragraph);
      const known = paragraphs.get(key) ?? { paragraph, places: new Set() };
      known.places.add(index);
      paragraphs.set(key, known);
    }
  }
  const composed = [...paragraphs.values()].map(({ paragraph, places }) => {
    const isForAll = places.size === vulnerabilities.length;
    const names = isForAll ? [] : [...places].map((index) => around.names[index] ?? '');
    return { section: paragraph.section, words: compose(paragraph, names, reading) };
  });
  for (const [section, own] of Map.groupBy(composed, (each) => each.section)) {
    const words = own.map((each) => each.words).join('\n\n');
    addParagraphs(around.prose.sections, section, words, reading);
  }
}

/** What is said of single vulnerabilities stands in front of advice that holds for any. */
function addParagraphs(
  sections: Prose['sections'],
  id: SectionId,
  words: string,
  { language }: Reading,
): void {
  const place = sections.findIndex((section) => section.id === id);
  const section = sections[place];
  const parts = id === 'solution' ? [words, section?.text ?? ''] : [section?.text ?? '', words];
  const text = parts.filter((part) => part !== '').join('\n\n');
  if (section) sections[place] = { ...section, text };
  else sections.push({ id, heading: SECTION_HEADINGS[language][id][0], text });
}

function compose(
  { kind, products, words }: Paragraph,
  names: readonly string[],
  { language, words: { comma } }: Reading,
): string {
  const subjects = [products, names.join(comma)].filter((each) => each !== '').join('; ');
  const head = kind !== '' && subjects !== '' ? `${kind} (${subjects})` : kind + subjects;
  return head === '' ? words : FOREIGN_WORDS[language].about(head, words);
}

function readNote(note: Place, reading: Reading, vulnerability: Place): Paragraph | undefined {
  const words = text(note, 'text');
  const title = text(note, 'title') ?? '';
  retell(member(note, 'category'), 'details');
  const said = [member(vulnerability, 'title').value, member(reading.document, 'document', 'title').value];
  if (words === undefined) return undefined;
  if (said.includes(words)) {
    drop(note, 'duplicate');
    return undefined;
  }
  const kind = PLAIN_TITLE.test(title) ? '' : title.replace(/:$/u, '');
  if (kind === '') drop(member(note, 'title'), 'duplicate');
  return { section: 'details', kind, products: '', words };
}

function readThreat(
  threat: Place,
  reading: Reading,
  around: Surroundings,
  vulnerability: number,
): Paragraph | undefined {
  const words = text(threat, 'details');
  if (words === undefined) return undefined;
  const isImpact = text(threat, 'category') === 'impact';
  const day = instant(threat, 'date')?.slice(0, 10);
  const kind = isImpact ? '' : FOREIGN_WORDS[reading.language].exploit;
  retell(member(threat, 'category'), kind === '' ? 'impact' : kind);
  const { names: products } = readProductNames(threat, reading, around, vulnerability);
  if (day === undefined) return { section: 'impact', kind, products, words };
  retell(member(threat, 'date'), day);
  return { section: 'impact', kind: kind === '' ? day : `${kind}, ${day}`, products, words };
}

function readRemediation(
  remedy: Place,
  reading: Reading,
  around: Surroundings,
  vulnerability: number,
): Paragraph | undefined {
  const url = webAddress(remedy, 'url');
  const words = withAddress(text(remedy, 'details') ?? '', url);
  if (words === '') return undefined;
  const category = text(remedy, 'category') ?? '';
  const known = FOREIGN_WORDS[reading.language].remediations;
  const kind = Object.hasOwn(known, category) ? (known[category] ?? '') : '';
  retell(member(remedy, 'category'), kind === '' ? 'solution' : kind);
  const { names: products, vendors } = readProductNames(remedy, reading, around, vulnerability);
  const isFix = category === 'vendor_fix';
  if (isFix && url !== undefined) addNotices(around.notices, vendors, url);
  return { section: 'solution', kind: isFix && products === '' ? '' : kind, products, words };
}

function withAddress(details: string, url: string | undefined): string {
  const lines = [details, url !== undefined && !details.includes(url) ? url : ''];
  return lines.filter((each) => each !== '').join('\n');
}

/** The first address at which a vendor tells about a fix is its notice. */
function addNotices(notices: Map<string, string>, vendors: ReadonlySet<string>, url: string): void {
  for (const vendor of vendors) notices.set(vendor, notices.get(vendor) ?? url);
}

/** A number in a tracking system, unless a reference leads there. */
function readIdentifier(id: Place, { document }: Reading): Paragraph | undefined {
  const [system, words] = [text(id, 'system_name'), text(id, 'text')];
  if (words === undefined) return undefined;
  const tracked = member(document, 'document', 'tracking', 'id').value;
  if (words === tracked || isReferred(words, document)) {
    drop(id, 'duplicate');
    return undefined;
  }
  return { section: 'details', kind: system ?? '', products: '', words };
}

function isReferred(number: string, document: Place): boolean {
  const places = [member(document, 'document'), ...items(document, 'vulnerabilities')];
  return places
    .flatMap((place) => items(place, 'references'))
    .some((reference) => {
      const { value: url } = member(reference, 'url');
      return typeof url === 'string' && url.includes(number);
    });
}

/** What a party did (CSAF 2.0 §3.2.3.7), in the words of the document. */
function readInvolvement(involvement: Place): Paragraph | undefined {
  if (involvement.told.has(involvement.pointer)) return undefined;
  const [party, status] = [text(involvement, 'party'), text(involvement, 'status')];
  const day = instant(involvement, 'date')?.slice(0, 10);
  const summary = text(involvement, 'summary');
  if (party === undefined || status === undefined) return undefined;
  retell(member(involvement, 'status'), status.replaceAll('_', ' '));
  if (day !== undefined) retell(member(involvement, 'date'), day);
  const words = [status.replaceAll('_', ' '), ...(summary === undefined ? [] : [summary])].join(': ');
  return {
    ...{ section: 'addendum', products: '', words },
    kind: day === undefined ? party : `${party}, ${day}`,
  };
}

/** The products of which something is said, by the shorter list of names; nothing where all are meant. */
function readProductNames(
  place: Place,
  { language, words: { comma } }: Reading,
  { tree, standings }: Surroundings,
  vulnerability: number,
): { readonly names: string; readonly vendors: ReadonlySet<string> } {
  const groups = texts(place, 'group_ids').flatMap((group) => tree.groups.get(group) ?? []);
  const ids = new Set([...texts(place, 'product_ids'), ...groups].filter((id) => tree.products.has(id)));
  const products = [...ids].flatMap((id) => tree.products.get(id) ?? []);
  const named = shorter(
    new Set(
      products.map(({ name, version }) =>
        [name, version?.text ?? ''].filter((each) => each !== '').join(' '),
      ),
    ),
    new Set(products.map(({ name, host }) => host?.name ?? name)),
  );
  const isForAll =
    ids.size > 0 && [...standings].every(([id, own]) => ids.has(id) || !isOpen(own, vulnerability));
  const more = named.length - MOST_NAMES;
  const shown = named.slice(0, MOST_NAMES).join(comma);
  const told = isForAll ? '' : shown + (more > 0 ? ` ${FOREIGN_WORDS[language].more(more)}` : '');
  for (const key of ['product_ids', 'group_ids']) {
    if (Array.isArray(member(place, key).value)) retell(member(place, key), told === '' ? '*' : told);
  }
  return { names: told, vendors: new Set(products.map(({ vendor }) => vendor)) };
}

/** Whether a vulnerability concerns a product: it was affected, or it is what fixes one. */
function isOpen(standings: readonly Standing[], vulnerability: number): boolean {
  return standings.some(
    ({ vulnerability: place, status }) =>
      place === vulnerability && (status === 'affected' || status === 'fixed'),
  );
}

function shorter(...lists: readonly [ReadonlySet<string>, ReadonlySet<string>]): string[] {
  return [...(lists[1].size < lists[0].size ? lists[1] : lists[0])];
}
