import { chooseActs } from './commands/choose-acts.ts';
import type { CommandProblem } from './commands/command.ts';
import type { Speaker } from './commands/judge-command.ts';
import {
  type IgnoreReason,
  isProgram,
  type KnownSources,
  knownSources,
  readVersion,
  uniqueComments,
  type Version,
} from './commands/read-versions.ts';
import { findRemovedSources } from './commands/removed-sources.ts';
import type { Reply } from './commands/reply.ts';
import { readLedger } from './commands/said.ts';
import { NEEDS_LEDGER, sweepRoom } from './commands/sweep-room.ts';
import { waitingReplies } from './commands/waiting-replies.ts';
import type { Participants, RoomComment } from './comment.ts';
import { commentKey } from './current-entries.ts';
import type { ActorsAct } from './ledger/append-acts.ts';
import type { Entry } from './ledger/entry.ts';

/** Most comments that are answered in words at one time. */
const MOST_REPLIES = 20;

export interface ReadingOptions {
  /** The zone in which days are told. */
  zone: string;
  /** The room, all of whose comments are given. */
  repo: string;
  /** Digest of the text that would be published, for coordinators who approve it in a comment. */
  text?: string;
}

/** What the comments of a room mean for a case. */
export interface CommentsRead {
  /** What is to be appended to the ledger, in this order. */
  acts: ActorsAct[];
  /** Comments that wait for an answer in words, oldest first; no more than can be borne at one time. */
  replies: Reply[];
  /** How many more wait. */
  repliesLeft: number;
  /** Comments, or single commands in them (`superseded`), that change nothing, and why. */
  ignored: { comment: number; reason: IgnoreReason }[];
}

/**
 * Reads all comments of a room against the ledger of its case. Reading again, later, in pieces or in another order ends
 * with the same answers: acts have their place by the time of their comment, and what the ledger has is not made again.
 *
 * Without entries (a room's own workflow sees no ledger) nothing is told that only a ledger can tell.
 * @param people from the hub; what the host says of an author is not believed
 */
export function readComments(
  comments: readonly RoomComment[],
  entries: readonly Entry[],
  people: Participants,
  { zone, repo, text }: ReadingOptions,
): CommentsRead {
  const unique = uniqueComments(comments);
  const room: Room = {
    people,
    vendors: vendorsOf(entries, people),
    versions: [],
    replies: new Map(),
    ignored: [],
  };
  const known = knownSources(entries);
  for (const comment of unique) readOne(room, comment, known);
  const said = sweepRoom(
    readLedger(entries),
    room.versions.flatMap(({ asked }) => asked),
    {
      ...{ zone, text, vendors: room.vendors },
      speakerOf: (login) => speakerOf(room, login),
      tell: ({ source }, problem) => {
        if (entries.length === 0 && NEEDS_LEDGER.has(problem.kind)) return;
        room.replies.get(commentKey(source))?.problems.push(problem);
      },
    },
  );
  const chosen = chooseActs(said);
  const fresh = said.filter(({ isRecorded }) => !isRecorded);
  const skipped = fresh.filter((one) => !chosen.has(one));
  const removed = findRemovedSources(entries, unique, room.versions, said, repo);
  const replies = [...room.replies.values()].filter(
    ({ problems, wantsHelp }) => wantsHelp || problems.length > 0,
  );
  const waiting = waitingReplies(replies, unique, people);
  return {
    acts: [
      ...fresh.filter((one) => chosen.has(one)).map(({ act, actor }) => ({ act, actor })),
      ...removed.map((act) => ({ act, actor: people.bot })),
    ],
    replies: waiting.slice(0, MOST_REPLIES),
    repliesLeft: Math.max(0, waiting.length - MOST_REPLIES),
    ignored: [...room.ignored, ...skipped.map(({ comment }) => ({ comment, reason: 'superseded' as const }))],
  };
}

/** A room while it is read. */
interface Room {
  people: Participants;
  vendors: ReadonlySet<string>;
  versions: Version[];
  /** What is to be told, by comment; perhaps nothing. */
  replies: Map<string, Reply>;
  ignored: CommentsRead['ignored'];
}

/** A vendor that is not in the case cannot have a row in it, whoever speaks for it. */
function vendorsOf(entries: readonly Entry[], { vendorOf }: Participants): ReadonlySet<string> {
  if (entries.length === 0) return new Set(vendorOf.values());
  return new Set(entries.flatMap((entry) => (entry.act === 'vendor-added' ? [entry.vendor] : [])));
}

function speakerOf({ people, vendors }: Room, login: string): Speaker {
  const vendor = people.vendorOf.get(login);
  return {
    vendor: vendor !== undefined && vendors.has(vendor) ? vendor : undefined,
    isCoordinator: people.coordinators.has(login),
  };
}

function readOne(room: Room, comment: RoomComment, known: KnownSources): void {
  if (isProgram(comment, room.people)) {
    room.ignored.push({ comment: comment.id, reason: 'bot' });
    return;
  }
  const version = readVersion(comment, known);
  const { commands, problems } = version.parsed;
  const refusal = refuse(room, comment);
  if (refusal === undefined) room.versions.push(version);
  else room.ignored.push({ comment: comment.id, reason: refusal.reason });
  const isAddressed = commands.length > 0 || problems.length > 0;
  if (!isAddressed) return;
  const { repo, id, author } = comment;
  room.replies.set(commentKey({ repo, comment: id }), {
    ...{ repo, comment: id, author, sha256: version.sha256 },
    isStranger: refusal?.reason === 'stranger',
    problems: refusal === undefined ? [...problems] : [refusal.problem],
    wantsHelp: refusal === undefined && commands.some(({ verb }) => verb === 'help'),
  });
}

function refuse(
  room: Room,
  { author, editedBy }: RoomComment,
): { reason: IgnoreReason; problem: CommandProblem } | undefined {
  const { vendor, isCoordinator } = speakerOf(room, author);
  if (vendor === undefined && !isCoordinator)
    return { reason: 'stranger', problem: { kind: 'not-allowed', params: {} } };
  if (editedBy === undefined || editedBy === author) return undefined;
  return {
    reason: 'edited-by-another',
    problem: { kind: 'edited-by-another', params: { editor: editedBy } },
  };
}
