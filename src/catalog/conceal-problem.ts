import { unreachableSchema } from '#domain/unreachable.ts';
import type { ContentProblem } from './content.ts';
import { listKeys } from './schema-problems.ts';

/** What says how a value should be, and never what stands in the file. */
const HARMLESS: ReadonlySet<string> = new Set(['expected', 'choices', 'known', 'nearest', 'reason']);

/**
 * A problem without anything that somebody wrote in the file, for entries that hold people's names: what the check says
 * may stand in a public log. Numbers, rules and the schema's own keys stay. One that is merely near a known key does not:
 * a short name is near `en` or `on`, and line and column tell where it stands.
 */
export function concealProblem(problem: ContentProblem): ContentProblem {
  const params = Object.entries(problem.params).map(([name, value]) => {
    const isSafe = typeof value === 'number' || HARMLESS.has(name) || (name === 'key' && KEYS.has(value));
    return [name, isSafe ? value : '…'] as const;
  });
  const path = problem.path.map((part) => (typeof part === 'number' || KEYS.has(part) ? part : '…'));
  return { ...problem, path, params: Object.fromEntries(params) };
}

const KEYS: ReadonlySet<string> = new Set(listKeys(unreachableSchema));
