import { drop, items, member, type Place, retell, text, texts } from '#formats/foreign/foreign-document.ts';
import { toCredit } from '../facts/credit.ts';
import { isDocumentId } from '../facts/identifiers.ts';
import { readLine } from '../facts/plain-line.ts';
import { isPlaceholder } from '../facts/version-text.ts';
import type { DraftFacts } from '../draft.ts';
import { unique } from '#formats/foreign/unique.ts';
import { languageOf } from './read-texts.ts';

type DraftCredits = NonNullable<DraftFacts['credits']>;

/** Who is thanked (CVE Record Format 5.1, `credits[]`), each once, however many languages say so. */
export function readCredits(container: Place): DraftCredits {
  const credits = items(container, 'credits').flatMap((place) => {
    drop(member(place, 'user'), 'internal');
    for (const media of items(place, 'supportingMedia')) drop(media, 'duplicate');
    if (languageOf(place) === undefined) {
      drop(place, 'language');
      return [];
    }
    const said = readLine(place, 'value');
    const type = text(place, 'type');
    if (said !== undefined && isPlaceholder(said)) drop(member(place, 'value'), 'placeholder');
    return said === undefined || isPlaceholder(said) ? [] : [toCredit(said, type)];
  });
  return [...new Map(credits.map((credit) => [JSON.stringify(credit), credit])).values()];
}

/** Identifiers under which the CNA itself tells of it (`source`), as far as they have the form of one. */
export function readOwnIds(container: Place): string[] {
  const source = member(container, 'source');
  const discovery = text(source, 'discovery');
  drop(member(source, 'discovery'), discovery === 'UNKNOWN' ? 'placeholder' : 'no-place');
  const places = [member(source, 'advisory'), ...items(source, 'advisory'), ...items(source, 'defect')];
  const ids = places.flatMap((place) => {
    const id = text(place);
    if (id !== undefined && isDocumentId(id)) return [id];
    if (id !== undefined) drop(place, 'no-place');
    return [];
  });
  return unique(ids);
}

/** What tags of a container (`tags[]`) mean for readers. */
const TAGS: Readonly<Record<string, string>> = {
  'unsupported-when-assigned': 'The product was no longer supported when the CVE was assigned.',
  'exclusively-hosted-service':
    'The vulnerability concerns a hosted service only; users have nothing to install.',
  disputed: 'It is disputed whether this is a vulnerability.',
};

/** The tags of a container as sentences. */
export function readTagSentences(container: Place): string[] {
  return texts(container, 'tags').flatMap((tag, index) => {
    const item = member(container, 'tags', String(index));
    const sentence = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
    if (sentence === undefined) {
      drop(item, 'no-place');
      return [];
    }
    retell(item, sentence);
    return [sentence];
  });
}
