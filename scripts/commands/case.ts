import { nearest } from '#domain/nearest.ts';
import type { Host } from '../host/host.ts';
import { VERBS } from '../case/verbs.ts';
import type { Environment } from '../environment.ts';
import { parseWords } from '../flags.ts';
import { UsageError } from '../usage-error.ts';
import { caseWords } from '../words/case/case-words.ts';

/** What every verb understands. */
const COMMON_FLAGS = {
  yes: 'boolean',
  'dry-run': 'boolean',
  offline: 'string',
  as: 'string',
  hub: 'string',
} as const;

/** How a host is opened; tests put their own in its place. */
export type OpenHost = (environment: Environment) => Promise<Host>;

/**
 * `case <verb>`: the coordination of a case. A verb that changes something prints its plan and acts only with `--yes`.
 * Exit code 1 when something stands against it; what was done until then is said, and the same command goes on from there.
 */
export async function runCase(
  outside: Environment,
  [name = 'help', ...args]: readonly string[],
  openHost?: OpenHost,
): Promise<number> {
  const environment = withPlainStreams(outside);
  const words = caseWords(environment.language);
  if (name === 'help') {
    environment.out(words.help);
    return 0;
  }
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (load === undefined) throw new UsageError('unknown-verb', withNearest(name));
  const verb = await load();
  const { describeError, isExpected, isUsage } = await import('../case/describe-error.ts');
  const { flags, words: given } = parseWords(args, { ...COMMON_FLAGS, ...verb.flags });
  const [least, most] = verb.words;
  if (given.length < least) throw new UsageError('missing-word', name);
  const extra = given[most];
  if (extra !== undefined) throw new UsageError('unknown-argument', extra);
  try {
    const { openDesk } = await import('../case/open-desk.ts');
    const desk = await openDesk(environment, flags, openHost);
    return await verb.run(desk, { flags, words: given });
  } catch (error) {
    if (!isExpected(error)) throw error;
    environment.err(describeError(error, words));
    return isUsage(error) ? 2 : 1;
  }
}

/**
 * Titles, answers and drafts come from anybody, and nearly every line that is printed holds some of them: nothing in them
 * may steer a terminal. So our own colours are left out too.
 */
function withPlainStreams(environment: Environment): Environment {
  const plain = (text: string): string => text.replaceAll(/[^\P{C}\n\t]/gu, ' ');
  return {
    ...environment,
    isTerminal: false,
    out: (text) => {
      environment.out(plain(text));
    },
    err: (text) => {
      environment.err(plain(text));
    },
  };
}

function withNearest(name: string): string {
  const meant = nearest(name, Object.keys(VERBS));
  return meant === undefined ? name : `${name} → ${meant}`;
}
