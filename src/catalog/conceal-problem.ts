import type { ContentProblem } from './content.ts';

/** What says how a value should be, and never what stands in the file. */
const HARMLESS: ReadonlySet<string> = new Set(['expected', 'choices', 'known', 'nearest', 'reason']);

/**
 * A problem without anything that somebody wrote in the file, for entries that hold people's names: what the check says
 * may stand in a public log. Numbers, rules and keys made of plain letters stay.
 */
export function concealProblem(problem: ContentProblem): ContentProblem {
  const params = Object.entries(problem.params).map(([name, value]) => {
    const isSafe = typeof value === 'number' || HARMLESS.has(name) || (name === 'key' && isPlain(value));
    return [name, isSafe ? value : '…'] as const;
  });
  const path = problem.path.map((part) => (typeof part === 'number' || isPlain(part) ? part : '…'));
  return { ...problem, path, params: Object.fromEntries(params) };
}

function isPlain(key: string): boolean {
  return /^[A-Za-z]{1,20}$/.test(key);
}
