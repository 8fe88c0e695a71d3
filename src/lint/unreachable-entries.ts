import type { Content } from '#catalog/content.ts';
import type { LocalizedText } from '#domain/language.ts';
import {
  isListed,
  type ListedDeveloper,
  type UnreachableFacts,
  type UnreachableStage,
} from '#domain/unreachable.ts';
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

/** Files that no message may name, because their own name is part of the developer's or the product's. */
export function filesThatTell({ unreachable }: Pick<Content, 'unreachable'>): ReadonlySet<string> {
  return new Set(
    unreachable.flatMap(({ file, slug, facts }) => (facts && tellsWho(facts, slug) ? [file] : [])),
  );
}

/** Whether the letters of an entry's number are part of the developer's or the product's name, or hold all of it. */
export function tellsWho(
  { name, stages }: Pick<UnreachableFacts, 'name' | 'stages'>,
  number: string,
): boolean {
  const letters = lettersOf(number);
  const names = [name, stages?.product?.name].flatMap(textsOf).map(lettersOf);
  return names.some((one) => one === letters || isPart(one, letters) || isPart(letters, one));
}

function textsOf(text: LocalizedText | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** One or two letters only say what is numbered: they are part of many names. */
function isPart(part: string, whole: string): boolean {
  return part.length >= 3 && whole.includes(part);
}

/** Letters alone, of one width and case and without accents. */
function lettersOf(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll(/\P{L}/gu, '');
}
