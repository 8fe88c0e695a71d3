import type { Advisory } from '#catalog/catalog.ts';
import { languagesOf, textIn } from '#catalog/queries.ts';
import { compareText } from '#domain/compare-text.ts';
import { toUtc } from '#domain/dates.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import { csafFileName } from '#formats/csaf/file-name.ts';
import { listPositions } from '#formats/record/positions.ts';
import type { SiteIndex } from '../site-index.ts';
import { summaryOf } from '../summary.ts';
import { toAnswered } from './answered-facts.ts';
import { csafAddress } from './export-addresses.ts';
import type { Exports } from './exports.ts';

/** A CSAF document as others see it: enough for lists and links, and cheap, because no record is built for it. */
export interface CsafDocument {
  version: '2.0' | '2.1';
  view: 'advisory' | 'vex';
  advisory: Advisory;
  language: Language;
  /** `/document/tracking/id`: the advisory's own in the site's first language, else with a suffix. */
  trackingId: string;
  /** The year of the first release in UTC, which names the folder (CSAF 2.0 §7.1.11). */
  year: number;
  fileName: string;
  /** Site path. */
  address: string;
  title: string;
  /** The first sentences of the overview; may be empty. */
  readonly summary: string;
  /** Instants in UTC. */
  initialReleaseDate: string;
  currentReleaseDate: string;
}

/** Every CSAF document of the site, the latest release first, then by tracking id; 2.0 before 2.1. */
export function listCsafDocuments({ index, entries }: Exports): CsafDocument[] {
  return entries
    .flatMap(({ advisory }) => csafDocumentsOf(index, advisory))
    .toSorted(
      (a, b) =>
        compareUtc(b.currentReleaseDate, a.currentReleaseDate) ||
        compareText(a.trackingId, b.trackingId) ||
        compareText(a.version, b.version),
    );
}

/** Order of instants as `toUtc` writes them: without their `Z` they are in order as text. Lists hold tens of thousands. */
function compareUtc(a: string, b: string): number {
  return compareText(a.slice(0, -1), b.slice(0, -1));
}

/**
 * The CSAF documents of one advisory: in each version of the standard one for each of its languages, and in 2.0 a VEX
 * view, in English where there is an English text.
 */
export function csafDocumentsOf(index: SiteIndex, advisory: Advisory): CsafDocument[] {
  const languages = languagesOf(index.catalog, advisory);
  const toDocument = documentMaker(index, advisory);
  const [first = firstLanguage(index.catalog.site)] = languages;
  const vexLanguage = languages.includes('en') ? 'en' : first;
  return [
    ...languages.map((language) => toDocument('2.0', 'advisory', language)),
    ...(hasVexView(advisory) ? [toDocument('2.0', 'vex', vexLanguage)] : []),
    ...languages.map((language) => toDocument('2.1', 'advisory', language)),
  ];
}

function documentMaker({ catalog }: SiteIndex, advisory: Advisory) {
  const initialReleaseDate = toUtc(advisory.facts.publishedAt);
  const currentReleaseDate = toUtc(advisory.updatedAt);
  const year = Number(initialReleaseDate.slice(0, 4));
  return (version: CsafDocument['version'], view: CsafDocument['view'], language: Language): CsafDocument => {
    const text = textIn(catalog, advisory, language);
    const suffix = language === firstLanguage(catalog.site) ? '' : `-${language}`;
    const trackingId = advisory.id + (view === 'vex' ? '-vex' : suffix);
    const fileName = csafFileName(trackingId);
    const folder = version === '2.0' ? ['white'] : ['v2.1', 'clear'];
    return {
      ...{ version, view, advisory, language, trackingId, year, fileName },
      address: csafAddress([...folder, String(year), fileName]),
      title: text.title,
      get summary() {
        return summaryOf(text);
      },
      ...{ initialReleaseDate, currentReleaseDate },
    };
  };
}

/**
 * Whether the vendors' answers make a VEX document (CSAF 2.0 §4.5): at least one vendor answered, every vulnerability
 * has a status for some product, and every one has an identifier, its CVE or, where it is the only one, the advisory's.
 */
function hasVexView({ facts }: Advisory): boolean {
  const { state, vulnerabilities, vendors } = facts;
  const answered = toAnswered(facts);
  return (
    state === 'published' &&
    vendors.some(({ status, cves = {} }) => status !== undefined || Object.keys(cves).length > 0) &&
    (vulnerabilities.length === 1 || vulnerabilities.every(({ cve }) => cve !== undefined)) &&
    vulnerabilities.every((vulnerability) => listPositions(answered, vulnerability).length > 0)
  );
}
