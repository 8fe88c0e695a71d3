import { mainActionOf, readActionHeads } from '#domain/solution-action.ts';
import type { AdvisoryRecord, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { speak } from '#formats/record/texts.ts';
import { withoutTwins } from '#formats/record/without-twins.ts';
import { clip } from './clip.ts';
import { toCnaAffected } from './cna-affected.ts';
import type { CnaContainer, CnaDocument, CnaText } from './cna-container.ts';
import {
  describeVulnerability,
  englishFirst,
  sectionTexts,
  type Unspeakable,
  unspeakableWords,
} from './cna-description.ts';
import { toCnaMetrics, toProblemTypes } from './cna-metrics.ts';
import { toCnaReferences } from './cna-references.ts';
import { TIMELINE_WORDS } from './timeline-words.ts';

const MAX_TITLE = 256;
const MAX_VALUE = 4096;

/**
 * The CNA container of one CVE, ready for CVE Services. For which CVEs there may be one is told by `listOwnCves`.
 * @throws when there is no English description: a programmer error
 */
export function toCnaDocument(
  record: AdvisoryRecord,
  vulnerability: RecordVulnerability & { cve: string },
  orgId: string,
): CnaDocument {
  return {
    cnaContainer: {
      providerMetadata: { orgId },
      title: clip(titleOf(record, vulnerability), MAX_TITLE),
      datePublic: record.publishedAt,
      descriptions: toDescriptions(record, vulnerability),
      affected: toCnaAffected(record, vulnerability.cve),
      ...optional('problemTypes', toProblemTypes(vulnerability)),
      ...optional('metrics', toCnaMetrics(vulnerability)),
      references: toCnaReferences(record),
      ...toRemedies(record),
      ...optional('timeline', toTimeline(record)),
      ...optional('credits', toCredits(record)),
      source: { advisory: record.id, discovery: 'UNKNOWN' },
    },
  };
}

/** A field that the format wants to be absent rather than empty; twins in it are refused too. */
function optional<Key extends keyof CnaContainer, Item>(key: Key, items: readonly Item[]) {
  const once = withoutTwins(items);
  return (once.length > 0 ? { [key]: once } : {}) as { [Name in Key]?: Item[] };
}

function titleOf({ title, languages }: AdvisoryRecord, vulnerability: RecordVulnerability): string {
  return vulnerability.title?.en ?? speak(title, 'en', languages);
}

function toDescriptions(record: AdvisoryRecord, vulnerability: RecordVulnerability): CnaText[] {
  const unspeakable = unspeakableIn(record);
  const isOneOfSeveral = record.vulnerabilities.length > 1;
  const descriptions = englishFirst(record.languages).flatMap((lang) => {
    const title = isOneOfSeveral ? vulnerability.title?.[lang] : undefined;
    const value = describeVulnerability(record.sections[lang] ?? [], unspeakable, title);
    return value === undefined ? [] : [{ lang, value }];
  });
  if (descriptions[0]?.lang !== 'en') throw new Error(`${record.id} has no English description.`);
  return descriptions;
}

function unspeakableIn({ id, slug, related, credits }: AdvisoryRecord): Unspeakable {
  return unspeakableWords({
    ...{ id, slug },
    related: related.map((other) => other.id),
    names: credits.flatMap(({ name }) => Object.values(name ?? {})),
  });
}

/** A solution whose actions are workarounds and nothing else is none; the original decides for all languages. */
function toRemedies(record: AdvisoryRecord): Pick<CnaContainer, 'solutions' | 'workarounds'> {
  const [first = 'en'] = record.languages;
  const original = record.sections[first]?.find(({ id }) => id === 'solution');
  const isWorkaround = mainActionOf(readActionHeads(original?.html ?? '')) === 'workaround';
  return optional(isWorkaround ? 'workarounds' : 'solutions', sectionTexts(record, 'solution'));
}

/** Days begin at midnight UTC, because only the day is known. */
function toTimeline({ timeline }: AdvisoryRecord): NonNullable<CnaContainer['timeline']> {
  return timeline.map(({ on, event, note }) => {
    const said = TIMELINE_WORDS[event] ?? event;
    const value = note?.en === undefined ? said : `${said}: ${note.en}`;
    return { time: `${on}T00:00:00Z`, lang: 'en', value: clip(value, MAX_VALUE) };
  });
}

const CREDIT_TYPES: ReadonlySet<string> = new Set(['finder', 'reporter', 'analyst', 'coordinator']);

/** Names that are not withheld. */
function toCredits({ credits, languages }: AdvisoryRecord): NonNullable<CnaContainer['credits']> {
  return credits.flatMap(({ name, affiliation, role }) => {
    if (name === undefined) return [];
    const place = affiliation ? ` (${speak(affiliation, 'en', languages)})` : '';
    const value = clip(speak(name, 'en', languages) + place, MAX_VALUE);
    return [{ lang: 'en', value, type: typeOf(role) }];
  });
}

function typeOf(role: string): string {
  if (role === 'remediation-developer') return 'remediation developer';
  return CREDIT_TYPES.has(role) ? role : 'other';
}
