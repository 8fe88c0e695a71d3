import { cpePattern } from '#domain/identifiers.ts';
import { drop, items, member, type Place, text, texts } from '#formats/foreign/foreign-document.ts';
import { readDay } from '../facts/moment.ts';
import { readLine } from '../facts/plain-line.ts';
import type { DraftProduct } from './read-products.ts';
import { dropScores, readScores } from './read-scores.ts';
import { type Happening, readHappenings } from './read-timeline.ts';
import { dropWeaknesses, readWeaknesses } from './read-weaknesses.ts';

/** What others than the CNA add to a record. */
export interface Additions {
  readonly cvss: readonly string[];
  readonly cwe: readonly string[];
  readonly happenings: readonly Happening[];
  /** Who says what of it, a sentence each. */
  readonly sentences: readonly string[];
}

/** What the CNA itself gives; nobody else’s judgement stands beside it. */
interface Given {
  readonly cvss: readonly string[];
  readonly cwe: readonly string[];
}

/**
 * The containers of authorized data publishers (CVE Record Format 5.1, `containers.adp[]`). Scores and weaknesses are
 * taken where neither the CNA nor a container before has any, and it is told whose they are. Known exploitation (CISA
 * KEV) is an event. Decisions of other organisations (SSVC) are theirs.
 */
export function readAdditions(adps: readonly Place[], given: Given): Additions {
  let [cvss, cwe]: [readonly string[], readonly string[]] = [[], []];
  const sentences: string[] = [];
  const happenings: Happening[] = [];
  for (const adp of adps) {
    const { speaker, list } = readSpeaker(adp);
    happenings.push(...readKnownExploitation(adp, list), ...readHappenings(adp));
    if (given.cvss.length + cvss.length === 0) {
      const scores = readScores(adp, speaker);
      cvss = scores.vectors;
      if (cvss.length > 0) sentences.push(`The CVSS vector is by ${speaker}, not by the CNA.`);
      sentences.push(...scores.sentences);
    } else dropScores(adp, given.cvss);
    if (given.cwe.length + cwe.length === 0) {
      const weaknesses = readWeaknesses(adp);
      cwe = weaknesses.cwe;
      if (cwe.length > 0)
        sentences.push(`The weakness (${cwe.join(', ')}) is by ${speaker}, not by the CNA.`);
      sentences.push(...weaknesses.words.map((word) => `Type of problem as ${speaker} names it: ${word}`));
    } else dropWeaknesses(adp, [...given.cwe, ...cwe]);
  }
  return { cvss, cwe, sentences, happenings: withoutTwinDays(happenings) };
}

/** Who speaks, and what its list of known exploitation is called. */
function readSpeaker(adp: Place): { speaker: string; list: string } {
  const provider = readLine(adp, 'providerMetadata', 'shortName');
  drop(member(adp, 'providerMetadata'), 'internal');
  drop(member(adp, 'providerMetadata', 'shortName'), 'internal');
  drop(member(adp, 'x_generator'), 'internal');
  const title = readLine(adp, 'title');
  drop(member(adp, 'title'), 'internal');
  const speaker = provider ?? title ?? 'another publisher';
  return { speaker, list: speaker.startsWith('CISA') ? 'CISA KEV' : 'KEV' };
}

function readKnownExploitation(adp: Place, list: string): Happening[] {
  return items(adp, 'metrics').flatMap((metric) => {
    const other = member(metric, 'other');
    const type = member(other, 'type').value;
    if (type === 'ssvc') drop(other, 'no-place');
    if (type !== 'kev') return [];
    drop(member(other, 'type'), 'internal');
    drop(member(other, 'content', 'reference'), 'no-place');
    const on = readDay(other, 'content', 'dateAdded');
    return on === undefined ? [] : [{ on, said: `added to ${list}` }];
  });
}

/** The same entry of KEV is a metric and an event of the timeline. */
function withoutTwinDays(happenings: readonly Happening[]): Happening[] {
  const isKev = ({ said }: Happening): boolean => /\badded to (?:the )?(?:cisa )?kev\b/iu.test(said);
  return happenings.filter(
    (one, index) =>
      !isKev(one) || !happenings.some((other, at) => at > index && other.on === one.on && isKev(other)),
  );
}

/**
 * Products as publishers of data write them once more: of their CPEs those are taken whose product is, letter for
 * letter, one that the CNA names without any.
 */
export function addCpes(products: readonly DraftProduct[], adps: readonly Place[]): DraftProduct[] {
  const wanted = new Set(
    products.filter(({ cpe }) => cpe === undefined).map(({ product }) => keyOf(product)),
  );
  const found = new Map<string, string>();
  for (const place of adps.flatMap((adp) => items(adp, 'affected'))) {
    drop(place, 'no-place');
    const key = keyOf(text(place, 'product'));
    drop(member(place, 'product'), 'duplicate');
    const [cpe] = texts(place, 'cpes').filter(isOfAllVersions);
    const isWanted = cpe !== undefined && wanted.delete(key);
    for (const item of items(place, 'cpes')) if (!isWanted || item.value !== cpe) drop(item, 'no-place');
    if (isWanted) found.set(key, cpe);
  }
  return products.map((product) => {
    const cpe = found.get(keyOf(product.product));
    return cpe === undefined || product.cpe !== undefined ? product : { ...product, cpe };
  });
}

/** A CPE of a single version would say that only this one is affected. */
function isOfAllVersions(cpe: string): boolean {
  return cpePattern.test(cpe) && /^cpe:2\.3:[^:]*:[^:]*:[^:]*:[*-]:/u.test(cpe);
}

function keyOf(name: unknown): string {
  return typeof name === 'string' ? name.toLowerCase().replace(/[^a-z0-9]+/gu, '_') : '';
}
