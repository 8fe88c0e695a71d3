import type { Refusal } from '../format.ts';
import { findJsonError } from './json-position.ts';

/** A text as JSON, or where it stops being so. A byte order mark before it is passed over. */
export function parseJson(text: string): { readonly value: unknown } | { readonly refusal: Refusal } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { refusal: { why: 'syntax', at: findJsonError(text), what: 'JSON' } };
  }
}
