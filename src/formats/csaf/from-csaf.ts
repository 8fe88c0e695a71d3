import { toSlug } from '#domain/advisory-id.ts';
import { hasJapanese, type Language } from '#domain/language.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import {
  listLosses,
  type Loss,
  member,
  openDocument,
  type Place,
  tell,
  text,
  untell,
} from '#formats/foreign/foreign-document.ts';
import type { Outcome } from '#formats/foreign/outcome.ts';
import { leaveOut } from './reading/leave-out.ts';
import { readAbout } from './reading/read-about.ts';
import { type Prose, readProse } from './reading/read-prose.ts';
import { webAddress } from './reading/read-sources.ts';
import { instant, readForeignRevisions, readRevisions } from './reading/read-tracking.ts';
import { type Reading, startReading } from './reading/reading.ts';

/** Why no record can be made of a document. */
export interface CsafProblem {
  /** JSON pointer (RFC 6901) of what is missing or wrong. */
  readonly pointer: string;
  /**
   * - `missing`: without it there is no advisory
   * - `unreadable`: it is not what the standard wants there
   * - `language`: the record knows Japanese and English only
   * - `label`: only what everybody may see becomes a record
   */
  readonly problem: 'missing' | 'unreadable' | 'language' | 'label';
}

export type CsafReading =
  | {
      readonly record: AdvisoryRecord;
      readonly lost: readonly Loss[];
      /** The document with an account of what became of each value. */
      readonly document: Place;
    }
  | { readonly problems: readonly CsafProblem[] };

/**
 * A CSAF document of version 2.0 or 2.1, ours or anybody else’s, as a record in the document’s language. `lost` names
 * everything in it that the record does not hold; a document of which no advisory can be made has `problems` instead.
 * Nothing is validated beyond what is needed, and nothing throws, whatever the value is.
 */
export function fromCsaf(value: unknown): CsafReading {
  const root = openDocument(value);
  const document = member(root, 'document');
  const frame = readFrame(document);
  if ('problems' in frame) return frame;
  const reading = startReading(root, frame.language);
  const record = readRecord(reading, document, frame);
  leaveOut(root);
  const lost = listLosses(root).filter(({ pointer }) => !isTold(root.told.get(pointer)));
  return { record, lost, document: root };
}

/** What follows from other values and what stands elsewhere is told there. */
function isTold(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'dropped' && (outcome.why === 'computed' || outcome.why === 'duplicate');
}

/** What an advisory cannot do without. */
interface Frame {
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  readonly publisher: { readonly name: string; readonly namespace: string };
  readonly publishedAt: string;
}

function readFrame(document: Place): Frame | { problems: CsafProblem[] } {
  const problems: CsafProblem[] = [];
  const needed = <Value>(found: Value | undefined, ...path: string[]): Value | undefined => {
    const { value, pointer } = member(document, ...path);
    if (found === undefined) {
      problems.push({ pointer, problem: value === undefined ? 'missing' : 'unreadable' });
    }
    return found;
  };
  const version = text(document, 'csaf_version');
  needed(version === '2.0' || version === '2.1' ? version : undefined, 'csaf_version');
  const id = needed(text(document, 'tracking', 'id'), 'tracking', 'id');
  const title = needed(text(document, 'title'), 'title');
  const name = needed(text(document, 'publisher', 'name'), 'publisher', 'name');
  const namespace = needed(webAddress(document, 'publisher', 'namespace'), 'publisher', 'namespace');
  const initial = ['tracking', 'initial_release_date'];
  const publishedAt = needed(instant(document, ...initial), ...initial);
  const language = readLanguage(document, title ?? '');
  if (language === undefined) problems.push({ pointer: '/document/lang', problem: 'language' });
  const label = text(document, 'distribution', 'tlp', 'label') ?? 'CLEAR';
  if (label !== 'CLEAR' && label !== 'WHITE') {
    problems.push({ pointer: '/document/distribution/tlp/label', problem: 'label' });
  }
  if (id === undefined || title === undefined || name === undefined) return { problems };
  if (namespace === undefined || publishedAt === undefined || language === undefined) return { problems };
  return problems.length > 0
    ? { problems }
    : { language, id, title, publisher: { name, namespace }, publishedAt };
}

/** The primary language of a tag; a document without one is read by its script. */
function readLanguage(document: Place, title: string): Language | undefined {
  const tag = text(document, 'lang')?.toLowerCase().split('-')[0];
  if (tag === undefined) return hasJapanese(title) ? 'ja' : 'en';
  return tag === 'ja' || tag === 'en' ? tag : undefined;
}

function readRecord(reading: Reading, document: Place, frame: Frame): AdvisoryRecord {
  const { language, say } = reading;
  const source = text(document, 'source_lang');
  const original = source === 'ja' || source === 'en' ? source : language;
  const prose = readProse(reading);
  const history = readHistory(reading, document, frame, prose);
  const identity = readIdentity(reading, document, frame, original);
  const about = readAbout(reading, prose, {
    ...{ id: identity.id, original, publisher: frame.publisher.name, publishedAt: frame.publishedAt },
  });
  return {
    ...identity,
    ...{ languages: [...new Set([original, language])], title: say(frame.title), tlp: 'CLEAR' },
    ...(prose.urgent !== undefined && { urgent: { reason: say(prose.urgent) } }),
    ...history,
    translated: original === language ? {} : { [language]: prose.translated(history.revisions.length) },
    ...about,
    sections: { [language]: prose.sections },
  };
}

/** Who speaks. A translation’s id is the original’s with its language behind it; a VEX view’s ends in `-vex`. */
function readIdentity(
  { language, say }: Reading,
  document: Place,
  { id: trackingId, publisher }: Frame,
  original: Language,
): Pick<AdvisoryRecord, 'id' | 'slug' | 'family' | 'publisher' | 'licence'> {
  const isVex = text(document, 'category') === 'csaf_vex';
  const end = isVex ? '-vex' : `-${language}`;
  const hasEnd = (isVex || original !== language) && trackingId.endsWith(end) && trackingId !== end;
  const id = hasEnd ? trackingId.slice(0, -end.length) : trackingId;
  const prefix = /^[A-Za-z]+[#-]?/u.exec(id)?.[0] ?? 'CSAF';
  const licence = text(document, 'distribution', 'text');
  tell(member(document, 'distribution', 'tlp'));
  return {
    id,
    slug: toSlug(id).replaceAll(/[^A-Za-z0-9._-]+/gu, '-'),
    family: {
      ...{ prefix, path: prefix.replace(/[#-]$/u, '').toLowerCase(), name: say(prefix) },
      alert: false,
    },
    publisher: {
      ...{ name: say(publisher.name), namespace: publisher.namespace },
      category: text(document, 'publisher', 'category') ?? 'other',
      contact: text(document, 'publisher', 'contact_details') ?? publisher.namespace,
    },
    ...(licence !== undefined && { licence: readLicence(licence, say) }),
  };
}

/** Our own documents put the address of the licence behind its name. */
function readLicence(licence: string, say: Reading['say']): NonNullable<AdvisoryRecord['licence']> {
  const [, name, url] = /^(.+) (https?:\/\/\S+)$/su.exec(licence) ?? [];
  if (name === undefined || url === undefined || !URL.canParse(url)) return { name: say(licence) };
  return { name: say(name), url };
}

function readStates(
  reading: Reading,
  tracking: Place,
  publishedAt: string,
): Pick<AdvisoryRecord, 'revisions' | 'updatedAt'> {
  const current = instant(tracking, 'current_release_date');
  if (reading.isOwn) {
    const revisions = readRevisions(tracking, publishedAt, reading.say);
    return { revisions, updatedAt: current ?? revisions.at(-1)?.at ?? publishedAt };
  }
  const revisions = readForeignRevisions(tracking, publishedAt, reading);
  return { revisions, updatedAt: revisions.at(-1)?.at ?? publishedAt };
}

type History = Pick<AdvisoryRecord, 'state' | 'withdrawal' | 'publishedAt' | 'updatedAt' | 'revisions'>;

function readHistory(
  reading: Reading,
  document: Place,
  { publishedAt }: Frame,
  { withdrawal: reason }: Prose,
): History {
  const { say, words } = reading;
  const tracking = member(document, 'tracking');
  const { revisions, updatedAt } = readStates(reading, tracking, publishedAt);
  if (text(tracking, 'status') === 'draft') untell(member(tracking, 'status'));
  if (text(tracking, 'version') !== String(revisions.length)) untell(member(tracking, 'version'));
  const isWithdrawn = reason !== undefined || text(document, 'category') === 'csaf_withdrawn';
  if (!isWithdrawn) return { state: 'published', publishedAt, updatedAt, revisions };
  const last = Object.values(revisions.at(-1)?.summary ?? {})[0];
  const isRevision = revisions.length === 1 || last !== words.withdrawn(reason ?? '');
  return {
    state: 'withdrawn',
    withdrawal: { at: updatedAt, reason: say(reason ?? last ?? '—') },
    ...{ publishedAt, updatedAt, revisions: isRevision ? revisions : revisions.slice(0, -1) },
  };
}
