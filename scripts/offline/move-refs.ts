import { HostError } from '../host/host.ts';
import type { BareRepo } from './bare-repo.ts';
import { gitProblem } from './run-git.ts';

/** A reference that moves. `undefined` stands for “does not exist”. */
export interface RefMove {
  /** Full name: `refs/heads/main`. */
  ref: string;
  from: string | undefined;
  to: string | undefined;
}

/**
 * Moves all of these references or none.
 * @throws {HostError} `conflict` when one does not stand where its `from` says, `refused` where git takes no such name
 */
export async function moveRefs({ ask, name }: BareRepo, moves: readonly RefMove[]): Promise<void> {
  const lines = moves.map(({ ref, from, to }) => {
    const nothing = '0'.repeat((from ?? to)?.length ?? 40);
    return `update ${ref} ${to ?? nothing} ${from ?? nothing}\n`;
  });
  const { code, stderr } = await ask(['update-ref', '--stdin'], `start\n${lines.join('')}prepare\ncommit\n`);
  if (code === 0) return;
  throw new HostError(moveProblem(stderr), `move ${moves.map(({ ref }) => ref).join(', ')} in ${name}`, {
    cause: new Error(stderr),
  });
}

function moveProblem(stderr: string): HostError['problem'] {
  if (/cannot create '/.test(stderr)) return 'refused';
  // Also what git says while another process holds the lock.
  if (/but expected|already exists|File exists|unable to resolve reference|missing but expected/.test(stderr))
    return 'conflict';
  return gitProblem(stderr);
}
