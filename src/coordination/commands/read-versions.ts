import { epochMilliseconds } from '#domain/dates.ts';
import { hashComment, type Participants, type RoomComment } from '../comment.ts';
import { commentKey, findSuperseded } from '../current-entries.ts';
import type { Entry, Source } from '../ledger/entry.ts';
import type { ParsedComment } from './command.ts';
import { parseComment } from './parse-comment.ts';
import { parseFormAnswer } from './parse-form-answer.ts';
import type { Asked } from './said.ts';

/** A comment as it stands now, by somebody who may speak. */
export interface Version {
  comment: RoomComment;
  sha256: string;
  parsed: ParsedComment;
  /** Commands that the ledger does not have. */
  asked: Asked[];
}

/** Why nothing of a comment counts. */
export type IgnoreReason = 'bot' | 'stranger' | 'edited-by-another' | 'superseded';

/** What the ledger was told of comments: sources that still count, by comment and by all that names a command. */
export interface KnownSources {
  byComment: ReadonlyMap<string, readonly Source[]>;
  byCommand: ReadonlyMap<string, Source>;
}

export function knownSources(entries: readonly Entry[]): KnownSources {
  const superseded = findSuperseded(entries);
  const sources = entries.flatMap((entry) =>
    'source' in entry && entry.source !== undefined && !superseded.has(entry.seq) ? [entry.source] : [],
  );
  return {
    byComment: Map.groupBy(sources, commentKey),
    byCommand: new Map(sources.map((source) => [commandKey(source), source])),
  };
}

function commandKey(source: Source): string {
  return `${commentKey(source)} ${source.sha256} ${source.index}`;
}

/**
 * Reads a comment against what the ledger knows of it. A command that the ledger has is not asked again, unless its author
 * edited the comment since: the same words at a later time are a later answer.
 */
export function readVersion(comment: RoomComment, known: KnownSources): Version {
  const { repo, id, author, body, editedBy } = comment;
  const sha256 = hashComment(body);
  const before = known.byComment.get(commentKey({ repo, comment: id }))?.find((one) => one.sha256 === sha256);
  // Hosts also move the time of comments that nobody edited.
  const updatedAt = editedBy === undefined && before !== undefined ? before.updatedAt : comment.updatedAt;
  const at = epochMilliseconds(updatedAt);
  const parsed = comment.isForm ? parseForm(body) : parseComment(body);
  const asked = parsed.commands.map((command, index): Asked => {
    const source: Source = { repo, comment: id, sha256, updatedAt, index };
    return { at, comment: id, index, seq: Infinity, author, command, source };
  });
  const isKnown = ({ source }: Asked): boolean =>
    known.byCommand.get(commandKey(source))?.updatedAt === source.updatedAt;
  return { comment, sha256, parsed, asked: asked.filter((one) => !isKnown(one)) };
}

/** A form says one thing: a vendor's answer. */
function parseForm(body: string): ParsedComment {
  const { answer, problems } = parseFormAnswer(body);
  return { commands: answer === undefined ? [] : [{ verb: 'status', answer }], problems };
}

/** With this every comment of ours begins. */
const MARK = '<!-- kairan:';

/**
 * Whether a program wrote the comment: one of others, or ours, under its own account or under that of the coordinator
 * who ran it. The mark means nothing in anybody else's comment.
 */
export function isProgram(
  { author, isBot, body }: RoomComment,
  { bot, coordinators }: Participants,
): boolean {
  return isBot || author === bot || (coordinators.has(author) && body.startsWith(MARK));
}

/** Each comment once, in its newest version, in the order of its making; forms after comments. Pages of a host may overlap. */
export function uniqueComments(comments: readonly RoomComment[]): RoomComment[] {
  const unique = new Map<string, RoomComment>();
  for (const comment of comments) {
    const key = commentKey({ repo: comment.repo, comment: comment.id });
    const other = unique.get(key);
    if (other === undefined || epochMilliseconds(other.updatedAt) <= epochMilliseconds(comment.updatedAt))
      unique.set(key, comment);
  }
  return [...unique.values()].toSorted((a, b) => a.id - b.id);
}
