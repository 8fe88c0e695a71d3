import type { Content } from '#catalog/content.ts';
import { isListed, type ListedDeveloper, type UnreachableStage } from '#domain/unreachable.ts';
import type { Spot } from './rule.ts';

/** Entries of developers who have not answered, whose file could be read. */
export function listEntries({
  unreachable,
}: Pick<Content, 'unreachable'>): { file: string; facts: ListedDeveloper }[] {
  return unreachable.flatMap(({ file, facts }) =>
    facts !== undefined && isListed(facts) ? [{ file, facts }] : [],
  );
}

/** Where the day of a stage stands in its file. */
export function dayPath(stage: UnreachableStage): NonNullable<Spot['path']> {
  return stage === 'listed' || stage === 'committee' ? ['stages', stage] : ['stages', stage, 'on'];
}
