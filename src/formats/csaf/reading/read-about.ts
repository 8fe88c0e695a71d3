import { compareText } from '#domain/compare-text.ts';
import type { Language } from '#domain/language.ts';
import type { AdvisoryRecord, RecordVendor } from '#formats/record/advisory-record.ts';
import { items, member, type Place, text, texts } from '#formats/foreign/foreign-document.ts';
import { orderSections } from './foreign-notes.ts';
import { listOtherProducts } from './list-other-products.ts';
import { readAnswers } from './read-answers.ts';
import { accountForProducts, readProductTree } from './read-product-tree.ts';
import { readProducts } from './read-products.ts';
import { addWords, type Prose } from './read-prose.ts';
import { readSayings, type Sayings } from './read-sayings.ts';
import { type Links, readCredits, readLinks, readNoticeVendors } from './read-sources.ts';
import { readStatuses } from './read-statuses.ts';
import { readUpdates } from './read-updates.ts';
import { makeSlugs, readVendors } from './read-vendors.ts';
import { readCves, readVulnerability } from './read-vulnerabilities.ts';
import type { Reading } from './reading.ts';

interface Frame {
  readonly id: string;
  readonly publisher: string;
  /** The language of the original. */
  readonly original: Language;
  readonly publishedAt: string;
}

type About = Pick<
  AdvisoryRecord,
  'vulnerabilities' | 'products' | 'vendors' | 'credits' | 'references' | 'related' | 'urls' | 'timeline'
>;

/** Vulnerabilities, products and vendors, which are told in terms of each other. */
export function readAbout(reading: Reading, prose: Prose, frame: Frame): About {
  const { document: root } = reading;
  const document = member(root, 'document');
  const places = items(root, 'vulnerabilities');
  const tree = readProductTree(reading, frame.publisher);
  const standings = readStatuses(places, tree);
  const cves = readCves(places);
  const makers = [...tree.products.values()].map(({ vendor }) => vendor);
  const references = [document, ...places].flatMap((place) => items(place, 'references'));
  const thanks = [document, ...places].flatMap((place) => items(place, 'acknowledgments'));
  const speakers = [...makers, ...prose.vendors];
  const names = [...new Set([...speakers, ...readNoticeVendors(references, speakers, reading)])];
  const answers = readAnswers(reading, places, names);
  const slugs = makeSlugs(tree, names);
  const links = readLinks(references, names, reading);
  const vendors = readVendors(reading, tree, standings, slugs, cves, answers);
  const exceptions = new Map(vendors.map((vendor) => [vendor.name[reading.language], vendor.exceptions]));
  const vulnerabilities = places.map((place, index) => readVulnerability(reading, place, cves[index]));
  const said = readSayings(reading, places, {
    ...{ prose, tree, standings, vulnerabilities, ...frame },
    names: places.map((place, index) => cves[index] ?? text(place, 'title') ?? `#${index + 1}`),
    excused: new Set(vendors.filter(saysNotAffected).map(({ name }) => name[reading.language] ?? '')),
  });
  if (!reading.isOwn) {
    const others = listOtherProducts(tree, standings, cves, reading);
    if (others !== '') addWords(prose.sections, 'affected', others, reading);
    addThanks(reading, thanks, prose);
    orderSections(prose.sections);
    accountForProducts(tree, standings);
  }
  return {
    vulnerabilities,
    products: readProducts(tree, standings, {
      ...{ reading, cves },
      slugOf: (vendor) => slugs.get(vendor) ?? vendor,
      isExcepted: (vendor, index) => {
        const exception = exceptions.get(vendor)?.[cves[index] ?? ''];
        return reading.isOwn && exception !== undefined && !exception.startsWith('affected');
      },
      updates: readUpdates(reading, places, tree),
      original: frame.original === reading.language ? undefined : frame.original,
    }),
    vendors: vendors.map((vendor) => addWordsOf(vendor, { reading, prose, links, said })),
    credits: readCredits(thanks, reading),
    ...{ references: links.references, urls: links.urls },
    related: [...links.related, ...readAliases(document, frame.id)],
    timeline: [...answers.events, ...said.events].toSorted((a, b) => compareText(a.on, b.on)),
  };
}

/** A vendor with its statement, the coordinator's words beside it, its notices and its justification. */
function addWordsOf(
  vendor: RecordVendor,
  { reading, prose, links, said }: { reading: Reading; prose: Prose; links: Links; said: Sayings },
): RecordVendor {
  const { say, language } = reading;
  const name = vendor.name[language] ?? '';
  const [statement, addendum] = [prose.statements.get(name), prose.addenda.get(name)];
  const [notice, listed = []] = [said.notices.get(name), links.notices.get(name)];
  const isUnlisted = notice !== undefined && !listed.some(({ url }) => url === notice);
  const notices = isUnlisted ? [{ url: notice }, ...listed] : listed;
  const justification = said.justifications.get(name);
  return {
    ...vendor,
    listed: vendor.listed || statement !== undefined || addendum !== undefined || notices.length > 0,
    notices,
    ...(statement !== undefined && { statement: say(statement) }),
    ...(addendum !== undefined && { addendum: say(addendum) }),
    ...(justification !== undefined && { justification }),
  };
}

/** Other names of the advisory. */
function readAliases(document: Place, id: string): AdvisoryRecord['related'] {
  const aliases = texts(document, 'tracking', 'aliases').filter((alias) => alias !== id);
  return [...new Set(aliases)].map((alias) => ({ id: alias }));
}

/** Thanks in words and the addresses of those who are thanked. */
function addThanks(reading: Reading, thanks: readonly Place[], { sections }: Prose): void {
  for (const place of thanks) {
    const words = [text(place, 'summary'), ...texts(place, 'urls')].flatMap((each) => each ?? []).join('\n');
    if (words !== '') addWords(sections, 'credits', words, reading);
  }
}

function saysNotAffected({ status, exceptions }: RecordVendor): boolean {
  return [status, ...Object.values(exceptions)].includes('not-affected');
}
