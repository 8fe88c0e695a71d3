import { dayIn } from '#domain/dates.ts';
import { commentKey } from '../current-entries.ts';
import type { CommandProblem, ProblemKind } from './command.ts';
import { type CaseSoFar, judgeCommand, type Speaker } from './judge-command.ts';
import { type Asked, compareSaid, rowOf, type Said } from './said.ts';

/** Whose commands are judged, and against what. */
export interface Sweeping {
  zone: string;
  vendors: ReadonlySet<string>;
  text: string | undefined;
  speakerOf: (login: string) => Speaker;
  /** What is to be told to the author of a command. */
  tell: (asked: Asked, problem: CommandProblem) => void;
}

/** What cannot be known where there is no ledger. */
export const NEEDS_LEDGER: ReadonlySet<ProblemKind> = new Set([
  ...(['no-answer-yet', 'other-row', 'other-text', 'unknown-vendor'] as const),
]);

/**
 * Goes through all that was said in its order, because what an approval means depends on what was said before it.
 * @returns what holds, what the ledger has of it included
 */
export function sweepRoom(recorded: readonly Said[], asked: readonly Asked[], sweeping: Sweeping): Said[] {
  const latest = new Map<string, Said>();
  const approved = new Map<string, Said>();
  const byRow = new Map<string, Said>();
  const { vendors, text } = sweeping;
  const soFar: CaseSoFar = { vendors, latest, approved, text };
  const said: Said[] = [];
  for (const one of [...withoutOutdone(recorded, asked), ...asked].toSorted(compareSaid)) {
    const next = 'command' in one ? judge(one, sweeping, soFar) : one;
    if (next === undefined) continue;
    said.push(next);
    if (!('vendor' in next.act)) continue;
    const { act, vendor } = next.act;
    const key = `${vendor} ${next.row}`;
    if (act === 'answered') {
      latest.set(vendor, next);
      byRow.set(key, next);
    } else next.of ??= byRow.get(key);
    if (act === 'row-approved' && next.of) approved.set(vendor, next.of);
  }
  return said;
}

/** What an edited comment said before is outdone when it says something of its own now. */
function withoutOutdone(recorded: readonly Said[], asked: readonly Asked[]): Said[] {
  const versions = new Map(
    asked.flatMap(({ command, source }) =>
      command.verb === 'help' || command.verb === 'approve' ? [] : [[commentKey(source), source]],
    ),
  );
  return recorded.filter(({ act: { source } }) => {
    const now = source && versions.get(commentKey(source));
    return now === undefined || (now.sha256 === source?.sha256 && now.updatedAt === source.updatedAt);
  });
}

function judge(asked: Asked, { zone, speakerOf, tell }: Sweeping, soFar: CaseSoFar): Said | undefined {
  const { command, author, source, ...place } = asked;
  if (command.verb === 'help') return undefined;
  const judged = judgeCommand(command, speakerOf(author), soFar, dayIn(source.updatedAt, zone));
  if ('problem' in judged) {
    tell(asked, judged.problem);
    return undefined;
  }
  const act = { ...judged.act, source };
  const { at, comment, index, seq } = place;
  return { at, comment, index, seq, actor: author, act, row: rowOf(act), isRecorded: false, of: judged.of };
}
