import type { CommandProblem, ProblemKind } from '#coordination/commands/command.ts';
import { parseComment } from '#coordination/commands/parse-comment.ts';

/* Comments for tests, and what was understood of them. */

const tick = '`';
export const fence = (info: string, text: string) => `${tick.repeat(3)}${info}\n${text}\n${tick.repeat(3)}`;
export const block = (text: string) => fence('vendor-status', text);

/** A short form of what was understood. */
export function told(body: string): string[] {
  return parseComment(body).commands.map((command) => {
    if (command.verb === 'status' || command.verb === 'record') {
      const { status, fixed, statement, notices } = command.answer;
      const record = command.verb === 'record' ? [command.vendor, command.via, command.on] : [];
      return [
        ...record,
        status,
        ...(fixed ?? []),
        ...(notices ?? []),
        ...(statement ? [`“${statement}”`] : []),
      ].join(' ');
    }
    if (command.verb === 'hold') return `hold “${command.reason}”`;
    if (command.verb !== 'approve') return command.verb;
    const vendor = command.of === 'row' ? command.vendor : 'text';
    return ['approve', vendor, command.hash].filter((word) => word !== undefined).join(' ');
  });
}
export const kinds = (body: string): ProblemKind[] => parseComment(body).problems.map(({ kind }) => kind);
export const problem = (body: string): CommandProblem | undefined => parseComment(body).problems[0];
