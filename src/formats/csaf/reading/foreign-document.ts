/**
 * Somebody else's JSON document, of which nothing is known: places in it are asked for values of a kind, and an account
 * is kept of everything that was told on, so that in the end the rest can be named. No question throws, whatever the
 * document holds, and no chain of brackets is followed deeper than `DEEPEST`.
 */
export interface Place {
  readonly value: unknown;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly told: Set<string>;
}

/** Something in a document that the record does not hold, or that is not what the standard wants there. */
export interface Loss {
  /** JSON pointer of it; nothing below it is held either. */
  readonly pointer: string;
}

const DEEPEST = 64;

export function openDocument(value: unknown): Place {
  return { value, pointer: '', told: new Set() };
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
  told.add(pointer);
}

/** Counts a value as lost after all. */
export function untell({ pointer, told }: Place): void {
  told.delete(pointer);
}

/** Everything of which no part was told on, each piece as a whole. Branches deeper than `DEEPEST` count as one value. */
export function listLosses(document: Place): Loss[] {
  return lossesBelow(document, 0).losses.map((pointer) => ({ pointer }));
}

function lossesBelow(place: Place, depth: number): { anyTold: boolean; losses: string[] } {
  if (place.told.has(place.pointer)) return { anyTold: true, losses: [] };
  const children = depth < DEEPEST ? childrenOf(place) : [];
  const below = children.map((child) => lossesBelow(child, depth + 1));
  if (below.some(({ anyTold }) => anyTold)) {
    return { anyTold: true, losses: below.flatMap(({ losses }) => losses) };
  }
  return { anyTold: false, losses: [place.pointer] };
}

function childrenOf(place: Place): Place[] {
  if (Array.isArray(place.value)) return items(place);
  return isObject(place.value) ? Object.keys(place.value).map((key) => member(place, key)) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
