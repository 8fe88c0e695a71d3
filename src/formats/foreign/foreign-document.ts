import { asText, isEmpty, isObject, type Leaf, type Outcome } from './outcome.ts';
import type { DropReason } from './outcome.ts';

/**
 * Somebody else's document, of which nothing is known: places in it are asked for values of a kind, and an account
 * is kept of what became of each, so that in the end the rest can be named. No question throws, whatever the
 * document holds, and no chain of brackets is followed deeper than `DEEPEST`.
 */
export interface Place {
  readonly value: unknown;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** What became of the places that were told on, by pointer. */
  readonly told: Map<string, Outcome>;
}

/** Something in a document that the record does not hold, or that is not what the standard wants there. */
export interface Loss {
  /** JSON pointer of it; nothing below it is held either. */
  readonly pointer: string;
}

const DEEPEST = 64;

export function openDocument(value: unknown): Place {
  return { value, pointer: '', told: new Map() };
}

/** The value of a member; `undefined` where there is none. */
export function member(place: Place, ...path: readonly string[]): Place {
  return path.reduce<Place>(
    ({ value, pointer, told }, key) => ({
      value: isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined,
      pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      told,
    }),
    place,
  );
}

/** The items of a list; none where there is no list. */
export function items(place: Place, ...path: readonly string[]): Place[] {
  const { value, pointer, told } = member(place, ...path);
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => ({ value: item, pointer: `${pointer}/${index}`, told }));
}

/** The members of a map, with their names. */
export function members(place: Place, ...path: readonly string[]): (readonly [key: string, member: Place])[] {
  const map = member(place, ...path);
  return isObject(map.value) ? Object.keys(map.value).map((key) => [key, member(map, key)]) : [];
}

/** A text without blanks around it, told on from now; `undefined` where there is none or only blanks. */
export function text(place: Place, ...path: readonly string[]): string | undefined {
  const found = member(place, ...path);
  if (typeof found.value !== 'string') return undefined;
  tell(found);
  const trimmed = found.value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** The texts of a list. */
export function texts(place: Place, ...path: readonly string[]): string[] {
  return items(place, ...path).flatMap((item) => text(item) ?? []);
}

/** Counts a value and everything below it as told on. */
export function tell({ pointer, told }: Place): void {
  told.set(pointer, { kind: 'kept' });
}

/** Counts a value as told on in another form. @param after what stands in the advisory now */
export function retell({ pointer, told }: Place, after: string): void {
  told.set(pointer, { kind: 'normalised', after });
}

/** Counts a value and everything below it as left out on purpose. */
export function drop({ pointer, told }: Place, why: DropReason): void {
  told.set(pointer, { kind: 'dropped', why });
}

/** Counts a value as lost after all. */
export function untell({ pointer, told }: Place): void {
  told.delete(pointer);
}

/** Everything of which no part was told on, each piece as a whole. Branches deeper than `DEEPEST` count as one value. */
export function listLosses(document: Place): Loss[] {
  return lossesBelow(document, 0).losses.map((pointer) => ({ pointer }));
}

/**
 * What became of every single value of a document, in its order. What nobody asked for was dropped, so no value is
 * missing here. Branches deeper than `DEEPEST` count as one value.
 * @param otherwise why values were dropped of which nothing was told
 */
export function listOutcomes(document: Place, otherwise: DropReason = 'unknown-field'): Leaf[] {
  return leavesBelow(document, { kind: 'dropped', why: otherwise }, 0);
}

function leavesBelow(place: Place, above: Outcome, depth: number): Leaf[] {
  const { value, pointer } = place;
  const outcome = place.told.get(pointer) ?? above;
  if (isEmpty(value)) return [{ pointer, value: '', outcome: { kind: 'empty' } }];
  const children = depth < DEEPEST ? childrenOf(place) : [];
  if (children.length === 0 || outcome.kind === 'normalised') {
    return [{ pointer, value: asText(value), outcome }];
  }
  return children.flatMap((child) => leavesBelow(child, outcome, depth + 1));
}

function lossesBelow(place: Place, depth: number): { anyTold: boolean; losses: string[] } {
  const outcome = place.told.get(place.pointer);
  if (outcome !== undefined) {
    return { anyTold: true, losses: outcome.kind === 'dropped' ? [place.pointer] : [] };
  }
  const children = depth < DEEPEST ? childrenOf(place) : [];
  const below = children.map((child) => lossesBelow(child, depth + 1));
  if (below.some(({ anyTold }) => anyTold)) {
    return { anyTold: true, losses: below.flatMap(({ losses }) => losses) };
  }
  return { anyTold: false, losses: [place.pointer] };
}

function childrenOf(place: Place): Place[] {
  if (Array.isArray(place.value)) return items(place);
  return members(place).map(([, below]) => below);
}
