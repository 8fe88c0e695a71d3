import { compareInstants } from '#domain/dates.ts';
import { hasJapanese, type Language } from '#domain/language.ts';
import { drop, member, type Place, tell } from '#formats/foreign/foreign-document.ts';
import { ROLE_WORDS } from '#formats/record/role-words.ts';
import type { Draft, DraftFacts, DraftSection } from '../draft.ts';
import type { Refusal } from '../format.ts';
import { readLine, toLine } from '../facts/plain-line.ts';
import { readVector } from '../facts/vector.ts';
import { buildDraft } from './build-draft.ts';
import { element, elements, elementText, textPlace } from './elements.ts';
import { readAffected, readVendorNames, type Affected } from './read-affected.ts';
import { listHistory, readRevisions } from './read-history.ts';
import { findPrivate } from './read-label.ts';
import { readLinks, type Links } from './read-links.ts';
import { readMoment } from './read-moment.ts';
import { readProse, toDetail } from './read-prose.ts';
import { splitWithdrawal, type Withdrawal } from './withdrawal.ts';

export type Read = { readonly draft: Draft } | { readonly refusal: Refusal };

/** What a record’s surroundings say of it. */
export interface Surroundings {
  /** The language that the document declares, if any. */
  readonly language: string | undefined;
  readonly zone: string;
}

/** A `Vulinfo` of VULDEF 1 to 3 as a draft. */
export function readVulinfo(vulinfo: Place, { language: declared, zone }: Surroundings): Read {
  const closed = findPrivate(vulinfo);
  if (closed !== undefined) return { refusal: closed };
  const data = element(vulinfo, 'VulinfoData');
  const titlePlace = textPlace(element(data, 'Title'));
  const id = readLine(textPlace(element(vulinfo, 'VulinfoID')));
  const title = readLine(titlePlace);
  if (id === undefined) return missing(element(vulinfo, 'VulinfoID'));
  if (title === undefined) return missing(titlePlace);
  const language = readLanguage(declared, title);
  if (language === undefined) return { refusal: { why: 'language', what: declared ?? '' } };
  const dates = readDates(data);
  if (dates === undefined) return missing(element(data, 'DateFirstPublished'));
  return { draft: readRecord(data, { id, title, language, zone }, dates) };
}

function missing(place: Place): { refusal: Refusal } {
  const why = place.value === undefined || place.value === '' ? 'missing' : 'unreadable';
  return { refusal: { why, at: place.pointer } };
}

/** The declared language; a title in kana or kanji is Japanese, whatever its document declares. */
export function readLanguage(declared: string | undefined, title: string): Language | undefined {
  const primary = declared?.trim().toLowerCase().split('-')[0];
  if (hasJapanese(title)) return primary === 'ja' || primary === 'en' || !primary ? 'ja' : undefined;
  if (primary === undefined || primary === '') return 'en';
  return primary === 'ja' || primary === 'en' ? primary : undefined;
}

type RecordDates = Parameters<typeof readRevisions>[1];

/** Where the date of registration is missing, the day on which the vulnerability became public is the only one known. */
function readDates(data: Place): RecordDates | undefined {
  const registered = readMoment(textPlace(element(data, 'DateFirstPublished')));
  const updatedAt = readMoment(textPlace(element(data, 'DateLastUpdated')));
  const place = textPlace(element(data, 'DatePublic'));
  const first = readMoment(place);
  const publishedAt = registered ?? first;
  if (publishedAt === undefined) return undefined;
  if (updatedAt !== undefined && compareInstants(updatedAt, publishedAt) < 0) {
    drop(textPlace(element(data, 'DateLastUpdated')), 'unreadable');
  }
  return {
    publishedAt,
    ...(updatedAt !== undefined && { updatedAt }),
    ...(registered !== undefined && first !== undefined && { firstPublic: { at: first, place } }),
  };
}

interface Identity {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly zone: string;
}

function readRecord(data: Place, identity: Identity, dates: RecordDates): Draft {
  const { id, title, language, zone } = identity;
  const items = elements(data, 'Affected').flatMap((affected) => elements(affected, 'AffectedItem'));
  const vendors = readVendorNames(items);
  const links = readLinks(listLinks(data), { id, language }, vendors);
  const affected = readAffected(items, links.cves);
  const revisions = readRevisions(
    listHistory(elements(data, 'History').flatMap((history) => elements(history, 'HistoryItem'))),
    dates,
    language,
    zone,
  );
  const overview = readProse(element(data, 'VulinfoDescription', 'Overview'));
  const { text, withdrawal } = splitWithdrawal(overview, revisions, language);
  dropBookkeeping(data);
  return buildDraft({
    ...{ id, title, language, links, vectors: readScores(data) },
    facts: {
      ...{ publishedAt: dates.publishedAt, revisions },
      ...withdrawalFacts(withdrawal),
      ...affectedFacts(affected, links),
      ...readCredits(data, language),
    },
    prose: readSections(data, text, language),
  });
}

function withdrawalFacts(withdrawal: Withdrawal | undefined): Partial<DraftFacts> {
  return withdrawal === undefined ? {} : { state: 'withdrawn', withdrawal };
}

/** Products, and rows of vendors: with a status, words, or notices that name a vendor of the record. */
function affectedFacts({ products, rows }: Affected, { notices }: Links): Partial<DraftFacts> {
  const names = new Set([...rows.keys(), ...notices.keys()]);
  const vendors = [...names].map((vendor) => {
    const links = notices.get(vendor) ?? [];
    return { ...(rows.get(vendor) ?? { vendor }), ...(links.length > 0 && { notices: links }) };
  });
  return {
    ...(products.length > 0 && { affected: products }),
    ...(vendors.length > 0 && { vendors }),
  };
}

function listLinks(data: Place): Parameters<typeof readLinks>[0] {
  const items = [
    ...elements(data, 'Related').flatMap((related) => elements(related, 'RelatedItem')),
    ...elements(data, 'VulinfoDescription').flatMap((description) =>
      elements(description, 'Cwe').flatMap((cwe) => elements(cwe, 'RelatedItem')),
    ),
  ];
  return items.map((place) => {
    for (const each of elements(place, 'Description')) drop(each, 'no-place');
    return {
      place,
      source: textPlace(element(place, 'Name')),
      id: textPlace(element(place, 'VulinfoID')),
      title: textPlace(element(place, 'Title')),
      url: textPlace(element(place, 'URL')),
      kind: member(place, '@type'),
    };
  });
}

/** Scores and their words are computed again from the vectors. */
function readScores(data: Place): string[] {
  return elements(data, 'Impact').flatMap((impact) =>
    elements(impact, 'Cvss').flatMap((cvss) => {
      for (const name of ['Severity', 'Base', 'Score', 'Temp', 'Env', '@version']) {
        for (const each of elements(cvss, name)) drop(each, 'computed');
      }
      return readVector(textPlace(element(cvss, 'Vector'))) ?? [];
    }),
  );
}

function readSections(data: Place, overview: string | undefined, language: Language): DraftSection[] {
  const details = elements(data, 'VulinfoDescription').flatMap((description) =>
    elements(description, 'Detail').flatMap((place) => readProse(place) ?? []),
  );
  return [
    ...(overview === undefined ? [] : [{ id: 'overview' as const, markdown: overview }]),
    ...details.map((markdown) => toDetail(markdown, language)),
    ...readItems(data, 'Exploit', 'ExploitItem').map((markdown) => ({ id: 'details' as const, markdown })),
    ...readItems(data, 'Impact', 'ImpactItem').map((markdown) => ({ id: 'impact' as const, markdown })),
    ...readItems(data, 'Solution', 'SolutionItem').map((markdown) => ({ id: 'solution' as const, markdown })),
  ];
}

function readItems(data: Place, list: string, item: string): string[] {
  return elements(data, list).flatMap((each) =>
    elements(each, item).flatMap((place) => {
      const isAlone = elements(place, 'Description').length === 0;
      return (isAlone ? [place] : elements(place, 'Description')).flatMap((words) => readProse(words) ?? []);
    }),
  );
}

type Credit = NonNullable<DraftFacts['credits']>[number];

/** People, by the words for their roles that our own documents have; any other word is told of nobody. */
function readCredits(data: Place, language: Language): Pick<DraftFacts, 'credits'> {
  const roles = new Map(
    Object.entries(ROLE_WORDS[language]).map(([role, word]) => [word, role as Credit['role']]),
  );
  const credits = elements(data, 'Credit').flatMap((list) =>
    elements(list, 'CreditItem').flatMap((item) => readCredit(item, roles) ?? []),
  );
  return credits.length === 0 ? {} : { credits };
}

function readCredit(item: Place, roles: ReadonlyMap<string, Credit['role']>): Credit | undefined {
  const name = elementText(item, 'Name');
  const [first, second] = elements(item, 'Description');
  const word = first === undefined ? '' : toLine(elementText(first) ?? '');
  const role = roles.get(word.replace(/ ?[（(](?:匿名|anonymous)[)）]$/u, ''));
  if (first !== undefined && role === undefined) drop(first, 'no-place');
  const affiliation = second === undefined || role === undefined ? '' : toLine(elementText(second) ?? '');
  const about = { role: role ?? ('other' as const), ...(affiliation !== '' && { affiliation }) };
  if (name !== undefined) return { name: toLine(name), ...about };
  return role === undefined ? undefined : { anonymous: 'true', ...about };
}

/** Whom to ask about the document, and what its keepers counted. */
function dropBookkeeping(data: Place): void {
  drop(member(data, 'Contact'), 'internal');
  drop(member(data, 'AdditionalData'), 'internal');
  drop(member(data, '@severity'), 'computed');
  for (const place of [
    ...elements(data, 'Impact'),
    ...elements(data, 'Solution'),
    ...elements(data, 'Exploit'),
  ]) {
    for (const item of ['ImpactItem', 'SolutionItem', 'ExploitItem'].flatMap((name) =>
      elements(place, name),
    )) {
      for (const name of ['@severity', '@impacttype', '@solutiontype', '@exploittype'])
        drop(member(item, name), 'no-place');
      drop(member(item, '@historyno'), 'internal');
    }
  }
  tell(member(data, '@xml:lang'));
}
