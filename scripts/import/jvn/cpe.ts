import { cpePattern } from '#domain/identifiers.ts';
import { drop, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

/** What JVN iPedia writes for vendors without an entry in its dictionary. */
const PLACEHOLDER_VENDOR = 'misc';

/** A CPE of version 2.2 or 2.3 as a CPE 2.3 formatted string, told on; what is none is dropped. */
export function readCpe(place: Place): string | undefined {
  const written = text(place);
  if (written === undefined) return undefined;
  const formatted = /^cpe:\//iu.test(written) ? fromCpeUri(written) : withoutCodes(written);
  if (formatted === undefined || !cpePattern.test(formatted)) {
    drop(place, 'unreadable');
    return undefined;
  }
  if (formatted.split(':')[3] === PLACEHOLDER_VENDOR) {
    drop(place, 'placeholder');
    return undefined;
  }
  if (formatted !== written) retell(place, formatted);
  return formatted;
}

/** The inverse of `toCpeUri` (NISTIR 7695 §6.1.3): `cpe:/a:example:suite_%28x64%29:4.0` → `cpe:2.3:a:example:suite_\(x64\):4.0:*:…`. */
function fromCpeUri(uri: string): string | undefined {
  const [part = '', ...attributes] = uri.slice('cpe:/'.length).toLowerCase().split(':');
  const at = (place: number): string => attributes[place] ?? '';
  if (!/^[aho]$/u.test(part) || at(0) === '' || at(1) === '') return undefined;
  const edition = at(4);
  const packed = edition.startsWith('~') ? edition.slice(1).split('~') : [edition];
  const first = [at(0), at(1), at(2), at(3), packed[0] ?? '', at(5)];
  const extended = [1, 2, 3, 4].map((place) => packed[place] ?? '');
  return ['cpe:2.3', part, ...[...first, ...extended].map(unbind)].join(':');
}

/** API 4.0 leaves the percent codes of version 2.2 in its CPEs of version 2.3. */
function withoutCodes(written: string): string {
  return written.replace(/%[0-9a-f]{2}/giu, (code) => unbind(code.toLowerCase()));
}

function unbind(component: string): string {
  if (component === '') return '*';
  if (component === '-') return '-';
  return component.replace(/%([0-9a-f]{2})|([^\w.-])/gu, (_, code?: string, mark?: string) => {
    if (code === '01') return '?';
    if (code === '02') return '*';
    const character = code === undefined ? (mark ?? '') : String.fromCharCode(Number.parseInt(code, 16));
    return /^\w$/u.test(character) ? character : `\\${character}`;
  });
}
