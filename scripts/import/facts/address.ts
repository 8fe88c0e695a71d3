import { parsePublicUrl } from '#domain/public-url.ts';
import { drop, member, type Place, text } from '#formats/foreign/foreign-document.ts';

/** A web address that readers can follow, told on as it is written; what is none is dropped. */
export function readAddress(place: Place, ...path: readonly string[]): string | undefined {
  const found = member(place, ...path);
  const written = text(found);
  if (written === undefined) return undefined;
  const url = parsePublicUrl(written);
  if (!('problem' in url)) return written;
  drop(found, url.problem === 'malformed' ? 'unreadable' : 'unsafe');
  return undefined;
}

const LONGEST = 72;

/** What to call a document of which only the address is known: the address without what all have, cut where it is long. */
export function addressTitle(address: string, word?: string): string {
  const { hostname, pathname, search } = new URL(address);
  const whole = `${hostname.replace(/^www\./u, '')}${pathname.replace(/\/$/u, '')}${search}`;
  const place = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
  return word === undefined ? place : `${word} (${place})`;
}
