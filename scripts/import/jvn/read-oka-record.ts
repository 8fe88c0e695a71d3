import { isCweId } from '#domain/cwe.ts';
import { cvePattern } from '#domain/identifiers.ts';
import { drop, items, member, type Place, tell, text, texts } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts, DraftSection } from '../draft.ts';
import { readLine, toLine } from '../facts/plain-line.ts';
import { readVector } from '../facts/vector.ts';
import { buildDraft } from './build-draft.ts';
import { readRevisions } from './read-history.ts';
import { isPlaceholder, readLinks, type WrittenLink } from './read-links.ts';
import { readMoment } from './read-moment.ts';
import { readOkaProducts } from './read-oka-products.ts';
import { readProse } from './read-prose.ts';
import { type Read, readLanguage } from './read-vulinfo.ts';
import { splitWithdrawal } from './withdrawal.ts';

type Vulnerability = DraftFacts['vulnerabilities'][number];

/**
 * A record of MyJVN API 4.0, `{ document, product_tree, vulnerabilities, jvn_extension }`: in the shape of CSAF, which
 * it is not, with dates, sources and versions of its own.
 */
export function readOkaRecord(record: Place, zone: string): Read {
  const document = member(record, 'document');
  const tracking = member(document, 'tracking');
  const id = readLine(tracking, 'id');
  const title = readLine(document, 'title');
  if (id === undefined) return missing(member(tracking, 'id'));
  if (title === undefined) return missing(member(document, 'title'));
  const declared = text(document, 'lang');
  const language = readLanguage(declared, title);
  if (language === undefined)
    return { refusal: { why: 'language', at: '/document/lang', what: declared ?? '' } };
  const status = text(tracking, 'status');
  if (status === 'draft')
    return { refusal: { why: 'unpublished', at: '/document/tracking/status', what: status } };
  const publishedAt = readMoment(member(tracking, 'initial_release_date'));
  if (publishedAt === undefined) return missing(member(tracking, 'initial_release_date'));
  const updatedAt = readMoment(member(tracking, 'current_release_date'));
  const [place = member(tracking, 'public_date')] = ['public_date', 'public_release_date']
    .map((name) => member(tracking, name))
    .filter(({ value }) => value !== undefined);
  const first = readMoment(place);
  const revisions = readRevisions(
    items(tracking, 'revision_history').map((item) => {
      drop(member(item, 'number'), 'computed');
      return { at: member(item, 'date'), words: member(item, 'summary') };
    }),
    { publishedAt, ...(updatedAt && { updatedAt }), ...(first && { firstPublic: { at: first, place } }) },
    language,
    zone,
  );
  const vulnerabilities = items(record, 'vulnerabilities').map(readVulnerability);
  const sections = readSections(record);
  const overview = sections.find((section) => section.id === 'overview');
  const { text: said, withdrawal } = splitWithdrawal(overview?.markdown, revisions, language);
  const concerned = new Map(vulnerabilities.map(({ cve, products }) => [cve, products]));
  const affected = readOkaProducts(
    record,
    [...concerned.values()].every((ids) => ids.length === 0) ? new Map() : withoutHolder(concerned),
  );
  dropBookkeeping(record);
  return {
    draft: buildDraft({
      ...{ id, title, language, vectors: [] },
      links: readLinks(items(document, 'references').map(toLink), { id, language }, new Set()),
      vulnerabilities: vulnerabilities
        .map(({ facts }) => facts)
        .filter((facts) => Object.keys(facts).length > 0),
      facts: {
        ...{ publishedAt, revisions },
        ...(withdrawal !== undefined && { state: 'withdrawn' as const, withdrawal }),
        ...(affected.length > 0 && { affected }),
      },
      prose: sections.map((section) =>
        section === overview ? { ...section, markdown: said ?? '' } : section,
      ),
    }),
  };
}

function missing(place: Place): Read {
  return { refusal: { why: place.value === undefined ? 'missing' : 'unreadable', at: place.pointer } };
}

/** An entry without a CVE holds the weaknesses of all of them; it concerns no product of its own. */
function withoutHolder(concerned: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const named = [...concerned].filter(([cve]) => cve !== '');
  return new Map(named.length === 0 ? concerned : named);
}

interface ReadVulnerability {
  readonly cve: string;
  readonly facts: Vulnerability;
  readonly products: readonly string[];
}

function readVulnerability(place: Place): ReadVulnerability {
  const cve = readCveOf(member(place, 'cve'));
  const cwe = [...items(place, 'cwes'), member(place, 'cwe')].flatMap((each) => readWeakness(each) ?? []);
  const cvss = [
    ...items(place, 'metrics').map((metric) => ({ metric, content: member(metric, 'content') })),
    ...items(place, 'scores').map((metric) => ({ metric, content: metric })),
  ].flatMap(({ metric, content }) => {
    drop(member(metric, 'products'), 'no-place');
    return readVectors(content);
  });
  drop(member(place, 'discovery_date'), 'internal');
  drop(member(place, 'release_date'), 'internal');
  const products = texts(place, 'product_status', 'known_affected');
  return {
    cve: cve ?? '',
    products,
    facts: {
      ...(cve !== undefined && { cve }),
      ...(cwe.length > 0 && { cwe: [...new Set(cwe)] }),
      ...(cvss.length > 0 && { cvss: [...new Set(cvss)] }),
    },
  };
}

function readCveOf(place: Place): string | undefined {
  const cve = text(place);
  if (cve === undefined) return undefined;
  if (cvePattern.test(cve) && !isPlaceholder(cve)) return cve;
  drop(place, isPlaceholder(cve) ? 'placeholder' : 'unreadable');
  return undefined;
}

function readWeakness(place: Place): string | undefined {
  const id = text(place, 'id');
  if (id === undefined) return undefined;
  for (const name of ['name', 'url', 'version', 'source']) drop(member(place, name), 'computed');
  if (isCweId(id)) return id;
  drop(member(place, 'id'), /^(?:NVD-)?CWE-[a-z]/iu.test(id) ? 'placeholder' : 'unreadable');
  return undefined;
}

/** Scores and metrics follow from the vector; systems that are no CVSS are left out. */
export function readVectors(content: Place): string[] {
  for (const [name, why] of [
    ['ScoringSystem', 'no-place'],
    ['source', 'no-place'],
    ['type', 'no-place'],
  ] as const) {
    drop(member(content, name), why);
  }
  return ['cvss_v2', 'cvss_v3', 'cvss_v4'].flatMap((key) => {
    const metric = member(content, key);
    const vector = readVector(metric, 'vectorString');
    if (vector !== undefined || metric.value !== undefined) drop(metric, 'computed');
    return vector ?? [];
  });
}

/** IPA writes identifiers into `summary`, and the kind of document into `type` or, in samples, `source`. */
export function toLink(place: Place): WrittenLink {
  drop(member(place, 'category'), 'internal');
  drop(member(place, 'type'), 'internal');
  return { place, source: member(place, 'source'), id: member(place, 'summary'), url: member(place, 'url') };
}

function readSections(record: Place): DraftSection[] {
  const vulnerabilities = items(record, 'vulnerabilities');
  const notes = items(record, 'document', 'notes').flatMap((note) => readNote(note) ?? []);
  const more = readWords(vulnerabilities, 'notes', 'text');
  const [overview, details] = notes.length === 0 ? [more, []] : [notes, more];
  return [
    ...overview.map((markdown) => ({ id: 'overview' as const, markdown })),
    ...details.map((markdown) => ({ id: 'details' as const, markdown })),
    ...readWords(vulnerabilities, 'threats', 'details').map((markdown) => ({
      id: 'impact' as const,
      markdown,
    })),
    ...readWords(vulnerabilities, 'remediations', 'details').map((markdown) => ({
      id: 'solution' as const,
      markdown,
    })),
  ];
}

function readNote(note: Place): string | undefined {
  for (const name of ['category', 'title', 'lang']) drop(member(note, name), 'internal');
  return readProse(member(note, 'text'));
}

/** What is said of each vulnerability, once where it is the same for several, with the CVEs where it is not for all. */
function readWords(vulnerabilities: readonly Place[], list: string, name: string): string[] {
  const said = new Map<string, string[]>();
  for (const vulnerability of vulnerabilities) {
    const cve = member(vulnerability, 'cve').value;
    for (const item of items(vulnerability, list)) {
      for (const each of ['category', 'title', 'lang', 'product_ids', 'date'])
        drop(member(item, each), 'no-place');
      const markdown = readProse(member(item, name));
      if (markdown === undefined) continue;
      said.set(markdown, [
        ...(said.get(markdown) ?? []),
        ...(typeof cve === 'string' && cve !== '' ? [toLine(cve)] : []),
      ]);
    }
  }
  if (said.size < 2) return [...said.keys()];
  return [...said].map(([markdown, cves]) =>
    cves.length === 0 ? markdown : `**${cves.join(', ')}**\n\n${markdown}`,
  );
}

function dropBookkeeping(record: Place): void {
  const document = member(record, 'document');
  for (const name of ['category', 'csaf_version', 'publisher', 'source_lang'])
    drop(member(document, name), 'internal');
  for (const name of ['generator', 'version']) drop(member(document, 'tracking', name), 'internal');
  tell(member(document, 'distribution', 'tlp'));
  drop(member(document, 'distribution', 'title'), 'no-place');
  const extension = member(record, 'jvn_extension');
  for (const name of [
    'generator',
    'title',
    'link',
    'updated',
    'vulnid',
    'systemid',
    'lang',
    'author',
    'distribution',
  ]) {
    drop(member(extension, name), 'internal');
  }
  drop(member(record, 'jvn-extension'), 'duplicate');
  for (const name of ['$schema', 'status', 'status:Status', 'systemid'])
    drop(member(record, name), 'internal');
  for (const name of ['type', 'id', 'spec_version', 'created', 'modified', 'name', 'extensions'])
    drop(member(record, name), 'internal');
}
