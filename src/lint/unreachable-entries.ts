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
}: Pick<Content, 'unreachable'>): { file: string; slug: string; facts: ListedDeveloper }[] {
  return unreachable.flatMap(({ file, slug, facts }) =>
    facts !== undefined && isListed(facts) ? [{ file, slug, facts }] : [],
  );
}

/** Where the day of a stage stands in its file. */
export function dayPath(stage: UnreachableStage): NonNullable<Spot['path']> {
  return stage === 'listed' || stage === 'committee' ? ['stages', stage] : ['stages', stage, 'on'];
}

/** Whether a text, such as an entry's number, holds a word of the developer's or the product's name. */
export function tellsWho({ name, stages }: Pick<UnreachableFacts, 'name' | 'stages'>, text: string): boolean {
  const names = [name, stages?.product?.name].flatMap(textsOf).flatMap(wordsIn);
  return wordsIn(text).some((word) => names.includes(word));
}

function textsOf(text: LocalizedText | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Words of three letters or more; shorter ones only say what is numbered. */
function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
