import type { AdvisoryRecord, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { items, member, type Place, tell, text, texts, untell } from '#formats/foreign/foreign-document.ts';
import type { ProductTree } from './read-product-tree.ts';
import { readForeignSayings } from './foreign-sayings.ts';
import { addWords, type Prose } from './read-prose.ts';
import type { Standing } from './read-statuses.ts';
import { webAddress } from './read-sources.ts';
import { instant } from './read-tracking.ts';
import type { Reading } from './reading.ts';

/** What is said of products and single vulnerabilities beside their statuses. */
export interface Sayings {
  readonly events: AdvisoryRecord['timeline'];
  /** By the vendor's name: why its products are not affected, and where it tells about them. */
  readonly justifications: Map<string, string>;
  readonly notices: Map<string, string>;
}

interface Surroundings {
  readonly prose: Prose;
  readonly tree: ProductTree;
  readonly id: string;
  readonly publishedAt: string;
  readonly vulnerabilities: readonly RecordVulnerability[];
  /** Vendors that say of some vulnerability that their products are not affected: only they can justify it. */
  readonly excused: ReadonlySet<string>;
  readonly standings: ReadonlyMap<string, readonly Standing[]>;
  /** What each vulnerability is called where there are several. */
  readonly names: readonly string[];
}

/** Reads notes, remediations, threats and flags of each vulnerability; words that are new go into the sections. */
export function readSayings(
  reading: Reading,
  vulnerabilities: readonly Place[],
  around: Surroundings,
): Sayings {
  const sayings: Sayings = { events: [], justifications: new Map(), notices: new Map() };
  for (const [index, place] of vulnerabilities.entries()) {
    if (reading.isOwn) readOwnWords(reading, place, index, around, sayings);
    readExploitation(place, sayings);
    readFlags(place, around, sayings);
    for (const id of items(place, 'ids')) if (member(id, 'text').value === around.id) tell(id);
    for (const key of ['release_date', 'disclosure_date']) {
      if (instant(place, key) === around.publishedAt) continue;
      untell(member(place, key));
    }
  }
  if (!reading.isOwn) readForeignSayings(reading, vulnerabilities, { ...around, notices: sayings.notices });
  return sayings;
}

function readOwnWords(
  reading: Reading,
  place: Place,
  index: number,
  around: Surroundings,
  sayings: Sayings,
): void {
  readNotes(reading, place, around, around.vulnerabilities[index]?.title?.[reading.language]);
  for (const remediation of items(place, 'remediations'))
    readRemediation(reading, remediation, around, sayings);
  for (const threat of items(place, 'threats')) readThreat(reading, threat, around, sayings);
}

function readNotes(reading: Reading, place: Place, { prose }: Surroundings, title: string | undefined): void {
  const { titles } = reading.words;
  for (const note of items(place, 'notes')) {
    const called = text(note, 'title');
    if (called === titles.weaknesses || called === titles.scores) continue;
    const words = text(note, 'text');
    const said = [title, text(reading.document, 'document', 'title')];
    tell(member(note, 'category'));
    if (words !== undefined && !said.includes(words)) addWords(prose.sections, 'details', words, reading);
  }
}

/** A remedy is words of the section on the solution; for which products it holds is not kept, unless it is ours. */
function readRemediation(reading: Reading, place: Place, around: Surroundings, { notices }: Sayings): void {
  const { words } = reading;
  const details = text(place, 'details') ?? '';
  const own = [...Object.values(words.pending), words.noFix, words.fixReleased];
  const isOwn = own.includes(details) || details.startsWith(words.updateTo(''));
  const url = webAddress(place, 'url');
  for (const vendor of vendorsOf(place, around.tree)) {
    if (url !== undefined && !notices.has(vendor)) notices.set(vendor, url);
  }
  const isNew = details !== '' && !isOwn && addWords(around.prose.sections, 'solution', details, reading);
  if (!isNew) tellProducts(place);
}

function readThreat(reading: Reading, place: Place, around: Surroundings, { events }: Sayings): void {
  const { words, say } = reading;
  const details = text(place, 'details') ?? '';
  const day = text(place, 'category') === 'exploit_status' ? instant(place, 'date')?.slice(0, 10) : undefined;
  if (day !== undefined) {
    const isPlainly = (event: string) =>
      details === words.events[event] || details === words.attacksOnSeveral[event];
    const isPublication = isPlainly('exploit-published');
    const isPlain = isPublication || isPlainly('attack-observed') || details === '';
    const event = isPublication ? 'exploit-published' : 'attack-observed';
    addEvent(events, { on: day, event, ...(!isPlain && { note: say(details) }) });
    return;
  }
  const vendors = vendorsOf(place, around.tree);
  const said = vendors.flatMap((vendor) => [words.notAffected(vendor), around.prose.statements.get(vendor)]);
  const isKnown = details === '' || said.includes(details);
  if (isKnown || !addWords(around.prose.sections, 'impact', details, reading)) tellProducts(place);
}

function addEvent(events: AdvisoryRecord['timeline'], event: AdvisoryRecord['timeline'][number]): void {
  const written = JSON.stringify(event);
  if (!events.some((known) => JSON.stringify(known) === written)) events.push(event);
}

/** CSAF 2.1 §3.2.4.6; our own documents tell the same attack as a threat, too. */
function readExploitation(place: Place, { events }: Sayings): void {
  for (const entry of items(place, 'first_known_exploitation_dates')) {
    const on = instant(entry, 'exploitation_date')?.slice(0, 10);
    const isKnown = events.some((known) => known.on === on && known.event === 'attack-observed');
    if (on !== undefined && !isKnown) addEvent(events, { on, event: 'attack-observed' });
    if (isKnown) tell(entry);
  }
}

function readFlags(place: Place, { tree, excused }: Surroundings, { justifications }: Sayings): void {
  for (const flag of items(place, 'flags')) {
    const label = text(flag, 'label');
    const vendors = vendorsOf(flag, tree).filter((vendor) => excused.has(vendor));
    if (label === undefined || vendors.length === 0) {
      untell(member(flag, 'label'));
      continue;
    }
    for (const vendor of vendors) justifications.set(vendor, justifications.get(vendor) ?? label);
    tell(member(flag, 'product_ids'));
  }
}

function tellProducts(place: Place): void {
  for (const key of ['category', 'product_ids', 'group_ids']) tell(member(place, key));
}

function vendorsOf(place: Place, { products, groups }: ProductTree): string[] {
  const ids = [
    ...texts(place, 'product_ids'),
    ...texts(place, 'group_ids').flatMap((group) => groups.get(group) ?? []),
  ];
  for (const key of ['product_ids', 'group_ids']) {
    for (const item of items(place, key)) untell(item);
  }
  return [...new Set(ids.flatMap((id) => products.get(id)?.vendor ?? []))];
}
