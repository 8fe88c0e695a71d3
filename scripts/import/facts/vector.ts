import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

/** A CVSS vector of any version, told on; one that the standard does not know is dropped. */
export function readVector(place: Place, ...path: readonly string[]): string | undefined {
  const found = member(place, ...path);
  const written = text(found);
  if (written === undefined) return undefined;
  const bare = written.replace(/^\((.*)\)$/su, '$1').replace(/\/$/u, '');
  if (isCvssProblem(parseCvss(bare))) {
    drop(found, 'unreadable');
    return undefined;
  }
  if (bare !== written) retell(found, bare);
  return bare;
}
