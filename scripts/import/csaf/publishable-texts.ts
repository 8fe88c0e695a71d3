import { findForbiddenCharacter, FORBIDDEN_CHARACTER } from '#domain/forbidden-character.ts';

const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER.source, 'gu');

/**
 * Takes out of every text of a parsed JSON value what may not be published: control characters and lone surrogates.
 * The value is changed in place and may be nested to any depth.
 */
export function makePublishable(value: unknown): void {
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, each] of Object.entries(next)) {
      if (typeof each === 'string' && findForbiddenCharacter(each) !== -1) {
        Object.assign(next, { [key]: toPublishable(each) });
      } else if (typeof each === 'object' && each !== null) open.push(each);
    }
  }
}

function toPublishable(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll(FORBIDDEN, '');
}
