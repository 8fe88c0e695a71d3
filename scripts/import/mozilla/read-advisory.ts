import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { Draft, DraftFacts, DraftSection } from '../draft.ts';
import { findCves } from '../facts/identifiers.ts';
import { readLine } from '../facts/plain-line.ts';
import { buildRevisions } from '../facts/revisions.ts';
import type { ReadContext, Refusal } from '../format.ts';
import { markdownFromText } from '../prose/from-text.ts';
import { readAnnounced } from './read-announced.ts';
import { readBody } from './read-body.ts';
import type { Reference } from './read-bugs.ts';
import { readEntries, readHtml, tellConverted } from './read-entries.ts';
import { MOZILLA, readProducts } from './read-products.ts';
import { readReporters, toCredits } from './read-reporters.ts';

const SITE = 'https://www.mozilla.org';

/**
 * One advisory. Its impact and that of each CVE are words, not scores; they stand in the text as Mozilla wrote them.
 * @param number as in the name of its file, `2014-12`
 */
export function readAdvisory(
  document: Place,
  number: string,
  { timezone }: ReadContext,
): { draft: Draft } | { refusal: Refusal } {
  const title = readLine(document, 'title');
  const publishedAt = readAnnounced(document, timezone);
  if (title === undefined) return { refusal: { why: 'missing', at: '/title' } };
  if (publishedAt === undefined) return { refusal: missingDay(document) };
  const path = `/en-US/security/advisories/mfsa${number}/`;
  const told = readTold(document, `${SITE}${path}`);
  drop(member(document, 'feed'), 'internal');
  const affected = readProducts(document);
  const reporters = [...readReporters(document), ...told.reporters];
  const facts: DraftFacts = {
    ...{ id: `MFSA-${number}`, title, publishedAt, vulnerabilities: told.vulnerabilities, affected },
    vendors: [{ vendor: MOZILLA, status: 'affected' }],
    references: [{ title: `MFSA ${number}`, url: `${SITE}${path}`, publisher: MOZILLA }, ...told.references],
    credits: toCredits(reporters),
    related: listRelated(told),
    revisions: buildRevisions(publishedAt, []),
  };
  const prose = [...told.prose, ...readImpact(document)];
  return { draft: { facts, language: 'en', prose, retired: [path] } };
}

function missingDay(document: Place): Refusal {
  const { value } = member(document, 'announced');
  return typeof value === 'string' && value.trim() !== ''
    ? { why: 'unreadable', at: '/announced', what: value.slice(0, 60) }
    : { why: 'missing', at: '/announced' };
}

interface Told {
  readonly vulnerabilities: DraftFacts['vulnerabilities'];
  readonly references: readonly Reference[];
  readonly reporters: readonly string[];
  readonly prose: readonly DraftSection[];
}

function readTold(document: Place, page: string): Told {
  return member(document, 'advisories').value === undefined
    ? readOlder(document, page)
    : readNewer(document, page);
}

function readOlder(document: Place, page: string): Told {
  const body = member(document, 'body');
  const { prose, references, cves, lost } = readBody(text(body) ?? '', page);
  tellConverted(body, prose.map(({ markdown }) => markdown).join('\n\n'), lost);
  const vulnerabilities = cves.map((cve) => ({ cve }));
  return {
    vulnerabilities: vulnerabilities.length === 0 ? [{}] : vulnerabilities,
    references,
    reporters: [],
    prose,
  };
}

function readNewer(document: Place, page: string): Told {
  const overview = readHtml(member(document, 'description'), page);
  const entries = readEntries(document, page);
  const details = entries.map(({ markdown }) => markdown).join('\n\n');
  const vulnerabilities = entries.map(({ vulnerability }) => vulnerability);
  return {
    vulnerabilities: vulnerabilities.length === 0 ? [{}] : vulnerabilities,
    references: withoutTwins(entries.flatMap(({ references }) => references)),
    reporters: entries.flatMap(({ reporters }) => reporters),
    // Without a description of the whole, the entries are what there is to say.
    prose:
      overview === ''
        ? [{ id: 'overview', markdown: details }]
        : [
            { id: 'overview' as const, markdown: overview },
            { id: 'details' as const, markdown: details },
          ].filter(({ markdown }) => markdown !== ''),
  };
}

function withoutTwins(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>();
  return references.filter(({ url }) => {
    const isNew = !seen.has(url);
    seen.add(url);
    return isNew;
  });
}

function readImpact(document: Place): DraftSection[] {
  const words = [readLine(document, 'impact'), readLabelled(document, 'risk', 'Risk')].filter(
    (line) => line !== undefined,
  );
  return words.length === 0 ? [] : [{ id: 'impact', markdown: words.map(markdownFromText).join('\n\n') }];
}

function readLabelled(document: Place, key: string, label: string): string | undefined {
  const line = readLine(document, key);
  if (line === undefined) return undefined;
  retell(member(document, key), `${label}: ${line}`);
  return `${label}: ${line}`;
}

/** CVEs that the text names and that are not those of the advisory. */
function listRelated({ vulnerabilities, prose }: Told): string[] {
  const own = new Set(vulnerabilities.map(({ cve }) => cve));
  return findCves(prose.map(({ markdown }) => markdown).join('\n')).filter((cve) => !own.has(cve));
}
