import { type Place, member, retell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { toLine } from '../facts/plain-line.ts';

type Credit = NonNullable<DraftFacts['credits']>[number];

/** A given name and one or more family names, as persons are written; no firm and no team. */
const PERSON = /^\p{Lu}[\p{L}.’'-]*(?: (?:de|van|von|der|la|\p{Lu}[\p{L}.’'-]*)){1,3}$/u;
const TEAM =
  /\b(?:Inc|Ltd|Labs?|Team|Research|Security|Project|Initiative|Developers?|Community|Foundation)\b/iu;

/** Who reported, as written. Several are told apart only where each of them reads as the name of a person. */
export function readReporters(place: Place): string[] {
  const found = member(place, 'reporter');
  const written = text(found);
  if (written === undefined) return [];
  const line = toLine(written);
  const parts = line.split(/,? and |, /u).map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => PERSON.test(part) && !TEAM.test(part))) {
    if (line !== written) retell(found, line);
    return line === '' ? [] : [line];
  }
  retell(found, parts.join('; '));
  return parts;
}

/** Each reporter once. */
export function toCredits(reporters: readonly string[]): Credit[] {
  return [...new Set(reporters)].map((name) =>
    /^anonymous$/iu.test(name) ? { anonymous: 'true', role: 'reporter' } : { name, role: 'reporter' },
  );
}
