import { type CaseState, nextStates, type RefusalReason, type Track } from '#domain/case.ts';
import type { Instant } from '#domain/dates.ts';
import { afterEmbargoAct, type EmbargoState } from '#domain/embargo.ts';
import { isAnswered, type VendorFacts } from './build-case-vendor.ts';
import type { CaseReport, PlannedRevision, Publication, Room } from './case-record.ts';
import { commentKey, type VendorEntry } from './current-entries.ts';
import type { Act, Entry, EntryOf } from './ledger/entry.ts';
import { rowHash } from './row.ts';

/**
 * What a ledger cannot mean although its lines are sound.
 * - `case-unreceived`, `case-received-twice`: the report is the first entry, and there is one
 * - `case-move`: the state may not follow the one before
 * - `case-track`: accepted without a track, or the track changed after triage
 * - `case-id`: another identifier than the one that is reserved
 * - `case-room`: a room that was never chosen, or chosen twice in different ways
 * - `case-vendor`: a vendor that is not in the case
 * - `case-row`: an approved row that none of the vendor’s answers made before
 * - `case-embargo`: an act that the embargo’s state does not allow
 */
export type CaseProblemKind =
  | 'case-unreceived'
  | 'case-received-twice'
  | 'case-move'
  | 'case-track'
  | 'case-id'
  | 'case-room'
  | 'case-vendor'
  | 'case-row'
  | 'case-embargo';

/** A case while its ledger is read. */
export interface CaseFold {
  state: CaseState;
  track: Track | undefined;
  refusal: RefusalReason | undefined;
  embargo: EmbargoState;
  embargoUntil: Instant | undefined;
  /** The end that was proposed last and that nobody has accepted yet. */
  proposedUntil: Instant | undefined;
  report: CaseReport | undefined;
  receivedAt: Instant;
  movedAt: Instant;
  acceptedAt: Instant | undefined;
  judgedAt: Instant | undefined;
  clockStart: Instant | undefined;
  id: string | undefined;
  rooms: Room[];
  vendors: Map<string, VendorFacts>;
  removed: Set<string>;
  publishAt: Instant | undefined;
  revisions: PlannedRevision[];
  approvals: EntryOf<'text-approved'>[];
  publications: Publication[];
}

/** A case of which nothing is known yet. */
export function emptyFold(): CaseFold {
  return {
    ...{ state: 'received', track: undefined, refusal: undefined, report: undefined, id: undefined },
    ...{ embargo: 'none', embargoUntil: undefined, proposedUntil: undefined },
    ...{ receivedAt: '', movedAt: '', acceptedAt: undefined, clockStart: undefined, publishAt: undefined },
    judgedAt: undefined,
    ...{ rooms: [], vendors: new Map(), removed: new Set(), revisions: [], approvals: [], publications: [] },
  };
}

type Reader<Name extends Act['act']> = (fold: CaseFold, entry: EntryOf<Name>) => CaseProblemKind | undefined;

const READERS: { readonly [Name in Act['act']]: Reader<Name> } = {
  received: readReceived,
  moved: readMoved,
  reserved: (fold, { id }) => {
    if (fold.id !== undefined && fold.id !== id) return 'case-id';
    fold.id = id;
    return undefined;
  },
  'room-chosen': readRoomChosen,
  'room-opened': (fold, { repo, pull }) => changeRoom(fold, repo, { pull, closed: false }),
  'room-closed': (fold, { repo }) => changeRoom(fold, repo, { closed: true }),
  'vendor-added': readVendorAdded,
  'vendor-notified': (fold, { vendor, at }) =>
    withVendor(fold, vendor, (facts) => {
      facts.notifiedAt ??= at;
      fold.clockStart ??= at;
    }),
  answered: readFromVendor,
  'source-removed': (fold, source) => {
    fold.removed.add(commentKey(source));
    return undefined;
  },
  'row-approved': readRowApproved,
  'signed-off': readFromVendor,
  held: readFromVendor,
  released: readFromVendor,
  'text-approved': (fold, entry) => {
    fold.approvals.push(entry);
    return undefined;
  },
  embargo: readEmbargo,
  scheduled: (fold, { publishAt }) => {
    fold.publishAt = publishAt;
    return undefined;
  },
  'revision-planned': (fold, { kind, publishAt, summary }) => {
    fold.revisions.push({ kind, at: publishAt, summary });
    return undefined;
  },
  reminded: (fold, { vendor, at }) =>
    withVendor(fold, vendor, (facts) => {
      facts.remindedAt = at;
    }),
  published: (fold, { text, path, revision, commit, at }) => {
    fold.publications.push({ text, path, revision, at, ...(commit !== undefined && { commit }) });
    return undefined;
  },
  noted: () => undefined,
};

/** Takes one entry into the case, or tells why it cannot be. */
export function foldEntry(fold: CaseFold, entry: Entry): CaseProblemKind | undefined {
  if (fold.report === undefined && entry.act !== 'received') return 'case-unreceived';
  // What was read after the comment was gone shows that there are words in it again.
  if ('source' in entry && entry.source !== undefined) fold.removed.delete(commentKey(entry.source));
  const read = READERS[entry.act] as Reader<Act['act']>;
  return read(fold, entry);
}

function readReceived(fold: CaseFold, entry: EntryOf<'received'>): CaseProblemKind | undefined {
  if (fold.report !== undefined) return 'case-received-twice';
  const { channel, reference, title, product, finder, receivedOn, original, at } = entry;
  fold.report = {
    channel,
    ...(reference !== undefined && { reference }),
    title,
    ...(product !== undefined && { product }),
    finder: {
      ...(finder.name !== undefined && { name: finder.name }),
      ...(finder.contact !== undefined && { contact: finder.contact }),
      ...(finder.login !== undefined && { login: finder.login }),
    },
    receivedOn,
    ...(original && { original }),
  };
  fold.receivedAt = at;
  fold.movedAt = at;
  return undefined;
}

function readMoved(fold: CaseFold, { to, track, reason, at }: EntryOf<'moved'>): CaseProblemKind | undefined {
  const next = track ?? fold.track;
  if (fold.state !== 'received' && next !== fold.track) return 'case-track';
  if (!nextStates(next, fold.state).includes(to)) return 'case-move';
  if (to === 'accepted' && next === undefined) return 'case-track';
  // A date holds only while the case is on its way to it.
  if (fold.state === 'scheduled' && to === 'coordinating') fold.publishAt = undefined;
  fold.state = to;
  fold.track = next;
  fold.refusal = to === 'received' ? undefined : (reason ?? fold.refusal);
  fold.movedAt = at;
  readMilestone(fold, to, at);
  return undefined;
}

function readMilestone(fold: CaseFold, to: CaseState, at: Instant): void {
  if (to === 'accepted') fold.acceptedAt = at;
  if (to === 'judged') fold.judgedAt = at;
  // A vendor who can be coordinated with after all makes the judgement void.
  if (to === 'coordinating') fold.judgedAt = undefined;
  if (to === 'coordinating' || to === 'operator-contacted') fold.clockStart ??= at;
}

function readRoomChosen(fold: CaseFold, { room }: EntryOf<'room-chosen'>): CaseProblemKind | undefined {
  const { repo, branch, vendor } = room;
  const known = fold.rooms.find((one) => one.repo === repo);
  if (known !== undefined)
    return known.branch === branch && known.vendor === vendor ? undefined : 'case-room';
  fold.rooms.push({ repo, branch, ...(vendor !== undefined && { vendor }), closed: false });
  return undefined;
}

function changeRoom(fold: CaseFold, repo: string, change: Partial<Room>): CaseProblemKind | undefined {
  const room = fold.rooms.find((one) => one.repo === repo);
  if (room === undefined) return 'case-room';
  Object.assign(room, change);
  return undefined;
}

function readVendorAdded(fold: CaseFold, { vendor }: EntryOf<'vendor-added'>): undefined {
  if (fold.vendors.has(vendor)) return;
  const unheard = { notifiedAt: undefined, remindedAt: undefined, approvedRow: undefined };
  fold.vendors.set(vendor, { vendor, entries: [], ...unheard });
}

function withVendor(
  fold: CaseFold,
  vendor: string,
  change: (facts: VendorFacts) => void,
): CaseProblemKind | undefined {
  const facts = fold.vendors.get(vendor);
  if (facts === undefined) return 'case-vendor';
  change(facts);
  return undefined;
}

function readFromVendor(fold: CaseFold, entry: VendorEntry): CaseProblemKind | undefined {
  return withVendor(fold, entry.vendor, ({ entries }) => entries.push(entry));
}

function readRowApproved(
  fold: CaseFold,
  { vendor, row }: EntryOf<'row-approved'>,
): CaseProblemKind | undefined {
  const facts = fold.vendors.get(vendor);
  if (facts === undefined) return 'case-vendor';
  if (!facts.entries.filter(isAnswered).some(({ answer }) => rowHash(vendor, answer) === row))
    return 'case-row';
  facts.approvedRow = row;
  return undefined;
}

function readEmbargo(fold: CaseFold, { does, until }: EntryOf<'embargo'>): CaseProblemKind | undefined {
  const next = afterEmbargoAct(fold.embargo, does);
  if (next === undefined) return 'case-embargo';
  const wasActive = fold.embargo === 'active' || fold.embargo === 'revise';
  fold.embargo = next;
  if (does === 'propose') {
    fold.proposedUntil = until ?? fold.proposedUntil;
    if (!wasActive) fold.embargoUntil = fold.proposedUntil;
  } else {
    if (does === 'accept') fold.embargoUntil = until ?? fold.proposedUntil ?? fold.embargoUntil;
    else if (does === 'exit' || !wasActive) fold.embargoUntil = undefined;
    fold.proposedUntil = undefined;
  }
  return undefined;
}
