import { cwePattern } from '#domain/cwe.ts';
import { drop, items, member, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';
import { findCwe } from '../facts/identifiers.ts';
import { readLine } from '../facts/plain-line.ts';
import { isPlaceholder } from '../facts/version-text.ts';
import { unique } from '#formats/foreign/unique.ts';
import { languageOf } from './read-texts.ts';

interface ReadWeaknesses {
  readonly cwe: readonly string[];
  /** Kinds of problems that the record tells in words alone. */
  readonly words: readonly string[];
}

/** Weaknesses (CVE Record Format 5.1, `problemTypes[]`); their names are those of the catalogue. */
export function readWeaknesses(container: Place): ReadWeaknesses {
  const read = items(container, 'problemTypes').flatMap((type) =>
    items(type, 'descriptions').map(readWeakness),
  );
  return {
    cwe: unique(read.flatMap(({ cwe }) => cwe ?? [])),
    words: unique(read.flatMap(({ word }) => word ?? [])),
  };
}

function readWeakness(place: Place): { cwe?: string; word?: string } {
  drop(member(place, 'type'), 'internal');
  for (const reference of items(place, 'references')) drop(reference, 'no-place');
  const isReadable = languageOf(place) === 'en';
  const written = text(place, 'cweId');
  const id = written === undefined ? undefined : findCwe(written);
  if (written !== undefined && id === undefined) drop(member(place, 'cweId'), 'unreadable');
  if (id !== undefined && id !== written) retell(member(place, 'cweId'), id);
  const description = member(place, 'description');
  if (id !== undefined && cwePattern.test(id)) {
    drop(description, 'computed');
    return { cwe: id };
  }
  if (!isReadable) {
    drop(place, 'language');
    return {};
  }
  return readWords(description);
}

function readWords(description: Place): { cwe?: string; word?: string } {
  const said = readLine(description);
  if (said === undefined) return {};
  if (isPlaceholder(said) || /^(?:nvd-)?cwe-(?:noinfo|other)$/iu.test(said)) {
    drop(description, 'placeholder');
    return {};
  }
  const cwe = findCwe(said);
  if (cwe === undefined) {
    tell(description);
    return { word: said };
  }
  retell(description, cwe);
  return { cwe };
}

/** Weaknesses that are not used, because the CNA names some itself. */
export function dropWeaknesses(container: Place, used: readonly string[]): void {
  for (const type of items(container, 'problemTypes')) {
    for (const description of items(type, 'descriptions')) {
      const id = text(description, 'cweId') ?? '';
      drop(member(description, 'cweId'), used.includes(id) ? 'duplicate' : 'no-place');
      drop(description, used.includes(id) ? 'duplicate' : 'no-place');
    }
  }
}
