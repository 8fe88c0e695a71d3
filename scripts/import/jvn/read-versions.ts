import { parseVersionProse } from '#domain/version-prose.ts';
import { formatVersionRange, isRangeProblem, parseVersionRange } from '#domain/version-range.ts';
import { isObject } from '#formats/foreign/outcome.ts';
import { member, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';
import { toLine } from '../facts/plain-line.ts';
import { element, elementText, textPlace } from './elements.ts';

/** What the texts about the versions of one product say for some of its CVEs. */
export interface VersionGroup {
  /** The CVEs that the texts name in brackets; none where they speak of all. */
  readonly cves: readonly string[];
  readonly ranges: readonly string[];
  readonly fixed: readonly string[];
  /** The texts themselves, where one of them is no range. */
  readonly note?: string;
}

interface ReadText {
  readonly cves: readonly string[];
  readonly written: string;
  readonly place: Place;
  readonly prose?: { readonly ranges: readonly string[]; readonly fixed?: readonly string[] };
}

/**
 * Version texts of one product, those that name the same CVEs together. When one of them is no range, all stay as they
 * are: a page that answers “is my version affected?” from some of them would say no too often.
 * @param known the record’s CVEs; a text that names another one stays as it is
 */
export function readVersions(places: readonly Place[], known: readonly string[]): VersionGroup[] {
  const groups = new Map<string, ReadText[]>();
  for (const place of places) {
    const read = readText(place, known);
    if (read === undefined) continue;
    const key = read.cves.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), read]);
  }
  return [...groups.values()].map(toGroup);
}

function toGroup(texts: readonly ReadText[]): VersionGroup {
  const cves = texts[0]?.cves ?? [];
  if (texts.some(({ prose }) => prose === undefined)) {
    for (const { place } of texts) tell(place);
    return { cves, ranges: [], fixed: [], note: texts.map(({ written }) => written).join(' / ') };
  }
  for (const { place, written, prose } of texts) {
    const after = [...(prose?.ranges ?? []), ...(prose?.fixed ?? [])].join(', ');
    if (after === `=${written}` || after === written) tell(place);
    else retell(place, cves.length === 0 ? after : `${after} (${cves.join(', ')})`);
  }
  const ranges = texts.flatMap(({ prose }) => prose?.ranges ?? []);
  return {
    cves,
    ranges: [...new Set(ranges)],
    fixed: [...new Set(texts.flatMap(({ prose }) => prose?.fixed ?? []))],
  };
}

function readText(place: Place, known: readonly string[]): ReadText | undefined {
  const span = readSpan(place);
  if (span !== undefined) return { cves: [], written: span, place, prose: { ranges: [span] } };
  const said = elementText(place);
  const written = said === undefined ? '' : toLine(said);
  if (written === '') return undefined;
  const [, versions = '', list = ''] =
    /^(.{1,300}?) ?[（(]((?:[、,， ]*CVE-\d{4}-\d{4,19}){1,40})[）)]$/u.exec(written) ?? [];
  const cves = list.match(/CVE-\d{4}-\d{4,19}/gu) ?? [];
  const isKnown = cves.every((cve) => known.includes(cve));
  const prose = parseVersionProse(cves.length > 0 && isKnown ? versions : written);
  return { cves: isKnown ? cves : [], written, place: textPlace(place), ...(prose && { prose }) };
}

const OPERATORS: Readonly<Record<string, string>> = { eq: '=', gt: '>', lt: '<', ge: '>=', le: '<=' };

/** Older generations of VULDEF have bounds as elements, and an operator as an attribute (vuldef_2.0.xsd, operatorEnum). */
function readSpan(place: Place): string | undefined {
  if (!isObject(place.value)) return undefined;
  const bounds = ['RangeBegin', 'RangeEnd']
    .map((name) => element(place, name))
    .filter(({ value }) => value !== undefined);
  const parts = (bounds.length === 0 ? [place] : bounds).map((bound, index) => {
    const operator = member(bound, '@operator').value ?? (bounds.length === 0 ? '' : ['>=', '<='][index]);
    const sign =
      typeof operator === 'string'
        ? Object.hasOwn(OPERATORS, operator)
          ? OPERATORS[operator]
          : operator
        : 'ne';
    return `${sign}${text(textPlace(bound)) ?? ''}`;
  });
  if (bounds.length === 0 && member(place, '@operator').value === undefined) return undefined;
  const range = parseVersionRange(parts.join(' '));
  return isRangeProblem(range) ? undefined : formatVersionRange(range);
}

/** The version of a product that a document names without any words. */
export function toExactRange(version: string): string | undefined {
  const range = parseVersionRange(`=${version}`);
  return isRangeProblem(range) ? undefined : formatVersionRange(range);
}
