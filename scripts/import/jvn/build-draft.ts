import type { Language } from '#domain/language.ts';
import { cwePattern } from '#domain/cwe.ts';
import type { Draft, DraftFacts, DraftSection } from '../draft.ts';
import { findCves } from '../facts/identifiers.ts';
import type { Links } from './read-links.ts';
import { joinSections } from './read-prose.ts';
import { retiredPath, sourcePage, sourcePublisher } from './source-page.ts';
import { WORDS } from './words.ts';

type Vulnerability = DraftFacts['vulnerabilities'][number];

/** What one of the readers found, in the terms of JVN’s formats. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly links: Links;
  /** CVSS vectors that are meant for the record as a whole. */
  readonly vectors: readonly string[];
  /** What is said of single CVEs, in formats that do. */
  readonly vulnerabilities?: readonly Vulnerability[];
  readonly facts: Pick<DraftFacts, 'publishedAt' | 'revisions'> & Partial<DraftFacts>;
  readonly prose: readonly DraftSection[];
}

/** The draft of a record: its own page becomes a reference and, on JVN’s hosts, a retired address. */
export function buildDraft(found: Found): Draft {
  const { id, title, language, links } = found;
  const page = links.page ?? sourcePage(id, language);
  const path = retiredPath(page);
  const references = [...sourceReference(id, page, language), ...links.references];
  const vulnerabilities = buildVulnerabilities(found);
  const prose = joinSections(found.prose);
  const related = [...new Set([...links.related, ...otherCves(prose, vulnerabilities)])];
  return {
    facts: {
      id,
      title,
      ...found.facts,
      vulnerabilities,
      ...(references.length > 0 && { references }),
      ...(related.length > 0 && { related }),
    },
    language,
    prose,
    ...(path !== undefined && { retired: [path] }),
  };
}

/** CVEs of which the words speak, but not as vulnerabilities of this record. */
function otherCves(prose: readonly DraftSection[], vulnerabilities: readonly Vulnerability[]): string[] {
  const own = new Set(vulnerabilities.map(({ cve }) => cve));
  return findCves(prose.map(({ markdown }) => markdown).join('\n')).filter((cve) => !own.has(cve));
}

function sourceReference(
  id: string,
  page: string | undefined,
  language: Language,
): NonNullable<DraftFacts['references']> {
  if (page === undefined) return [];
  const publisher = sourcePublisher(page);
  return [{ title: id, url: page, ...(publisher && { publisher, language }) }];
}

/**
 * The vulnerabilities. A record of several CVEs often rates them together and does not say which weakness is whose; what
 * its own text says in the form “(CWE-79) - CVE-2024-12345” is told of that CVE, and the rest of an entry for all of them.
 */
function buildVulnerabilities(found: Found): Vulnerability[] {
  const { language, links, prose } = found;
  const told = found.vulnerabilities ?? [];
  const nameless = told.filter(({ cve }) => cve === undefined);
  const cves = new Set([...told.flatMap(({ cve }) => cve ?? []), ...links.cves]);
  if (cves.size === 0) {
    const [first = {}, ...others] = nameless;
    return [rated(first, links.cwes, found.vectors), ...others];
  }
  const cwes = [...nameless.flatMap(({ cwe = [] }) => cwe), ...links.cwes];
  const vectors = [...nameless.flatMap(({ cvss = [] }) => cvss), ...found.vectors];
  const named = [...cves].map((cve) => mergeOf(cve, told));
  const [only] = named;
  if (only !== undefined && named.length === 1) return [rated(only, cwes, vectors)];
  const said = findWeaknesses(prose);
  const single = named.map((each) => rated(each, said.get(each.cve ?? '') ?? [], []));
  const used = new Set(single.flatMap(({ cwe = [] }) => cwe));
  const rest = rated(
    { title: WORDS[language].together },
    cwes.filter((cwe) => !used.has(cwe)),
    vectors,
  );
  return rest.cwe === undefined && rest.cvss === undefined ? single : [...single, rest];
}

function mergeOf(cve: string, told: readonly Vulnerability[]): Vulnerability {
  const same = told.filter((each) => each.cve === cve);
  return rated(
    { cve },
    same.flatMap(({ cwe = [] }) => cwe),
    same.flatMap(({ cvss = [] }) => cvss),
  );
}

function rated(
  vulnerability: Vulnerability,
  cwes: readonly string[],
  vectors: readonly string[],
): Vulnerability {
  const cwe = [...new Set([...(vulnerability.cwe ?? []), ...cwes])];
  const cvss = [...new Set([...(vulnerability.cvss ?? []), ...vectors])];
  return { ...vulnerability, ...(cwe.length > 0 && { cwe }), ...(cvss.length > 0 && { cvss }) };
}

/** `(CWE-352) - CVE-2022-0180、CVE-2022-0181` */
const WEAKNESS_OF =
  /[（(](CWE-\d{1,5})[）)] ?[-－―:：]? ?(CVE-\d{4}-\d{4,19}(?:[、,] ?CVE-\d{4}-\d{4,19}){0,30})/gu;

function findWeaknesses(prose: readonly DraftSection[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const text = prose
    .filter(({ id }) => id === 'overview' || id === 'details')
    .map(({ markdown }) => markdown);
  for (const [, cwe = '', list = ''] of text.join('\n').matchAll(WEAKNESS_OF)) {
    if (!cwePattern.test(cwe)) continue;
    for (const [cve] of list.matchAll(/CVE-\d{4}-\d{4,19}/gu)) {
      found.set(cve, [...(found.get(cve) ?? []), cwe]);
    }
  }
  return found;
}
