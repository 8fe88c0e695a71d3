import { isObject } from '#formats/foreign/outcome.ts';
import { items, member, type Place, text } from '#formats/foreign/foreign-document.ts';

/** The elements of one name: a document that has only one has no list of them. */
export function elements(place: Place, ...path: readonly string[]): Place[] {
  const found = member(place, ...path);
  if (Array.isArray(found.value)) return items(found);
  return found.value === undefined ? [] : [found];
}

/** The first element of a name, or a place where there is none. */
export function element(place: Place, ...path: readonly string[]): Place {
  return path.reduce((parent, name) => elements(parent, name)[0] ?? member(parent, name), place);
}

/** Where the text of an element stands: beside its attributes, if it has any. */
export function textPlace(place: Place): Place {
  return isObject(place.value) ? member(place, '#text') : place;
}

/** The text of the first element of a name, told on from now. */
export function elementText(place: Place, ...path: readonly string[]): string | undefined {
  return text(textPlace(element(place, ...path)));
}
