/**
 * Why a value of a foreign document stands in no advisory.
 *
 * - `no-place`: an advisory has no field for it
 * - `internal`: the source's own bookkeeping, of no use to readers
 * - `computed`: it follows from other values and is computed when it is shown, such as a CVSS score
 * - `duplicate`: the same stands elsewhere in the record
 * - `placeholder`: it only says that there is nothing to say
 * - `unreadable`: it is not what the format wants there
 * - `unsafe`: it may not stand on a public page: an address that is none, markup that acts
 * - `language`: it is in neither Japanese nor English
 * - `unknown-field`: the format has no such field, as far as its reader knows
 */
export type DropReason =
  | 'no-place'
  | 'internal'
  | 'computed'
  | 'duplicate'
  | 'placeholder'
  | 'unreadable'
  | 'unsafe'
  | 'language'
  | 'unknown-field';

/** What became of one value: it stands in the advisory, stands there in another form, was left out, or says nothing. */
export type Outcome =
  | { readonly kind: 'kept' | 'empty' }
  | { readonly kind: 'normalised'; readonly after: string }
  | { readonly kind: 'dropped'; readonly why: DropReason };

/** One value of a document and what became of it. */
export interface Leaf {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** The value as text; JSON where it is no text. */
  readonly value: string;
  readonly outcome: Outcome;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value says nothing: none at all, blanks, or an empty list or map. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
