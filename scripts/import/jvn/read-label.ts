import { items, member, type Place, tell } from '#formats/foreign/foreign-document.ts';
import { isObject } from '#formats/foreign/outcome.ts';
import type { Refusal } from '../format.ts';
import { elements } from './elements.ts';

const OPEN = new Set(['CLEAR', 'WHITE']);

/** A document whose Traffic Light Protocol label is not for everybody; both generations of labels are known. */
export function findClosedLabel(document: Place): Refusal | undefined {
  const places = [
    ...elements(document, 'sec:handling', 'marking:Marking', 'marking:Marking_Structure', '@color'),
    ...elements(
      document,
      'channel',
      'sec:handling',
      'marking:Marking',
      'marking:Marking_Structure',
      '@color',
    ),
    ...elements(document, 'distribution', 'tlp', 'label'),
  ];
  const closed = places.find(
    ({ value }) => typeof value !== 'string' || !OPEN.has(value.trim().toUpperCase()),
  );
  return (
    closed && { why: 'label', at: closed.pointer, what: typeof closed.value === 'string' ? closed.value : '' }
  );
}

const DEEPEST = 48;

/**
 * An element that VULDEF calls private or not yet public (`restriction`, `publication`). The schema’s own default is
 * private, but what JVN iPedia publishes leaves it out; only what says so is held back, and with it the whole record.
 */
export function findPrivate(place: Place, depth = 0): Refusal | undefined {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(place.value)) return first(items(place), (each) => findPrivate(each, depth + 1));
  if (!isObject(place.value)) return undefined;
  for (const [name, open, why] of RESTRICTIONS) {
    const attribute = member(place, name);
    if (attribute.value === undefined) continue;
    if (attribute.value !== open) return { why, at: attribute.pointer, what: name.slice(1) };
    tell(attribute);
  }
  return first(Object.keys(place.value), (name) => findPrivate(member(place, name), depth + 1));
}

const RESTRICTIONS = [
  ['@restriction', 'public', 'label'],
  ['@publication', 'open', 'unpublished'],
] as const;

function first<Item>(list: readonly Item[], find: (item: Item) => Refusal | undefined): Refusal | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
