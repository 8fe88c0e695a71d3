/** A mark that CPE 2.3 wants escaped (NISTIR 7695 §6.2.2.2). */
const MARK = /[\\*?!"#$%&'()+,/:;<=>@[\]^`{|}~]/gu;
const WILDCARDS: ReadonlyMap<string, string> = new Map([
  ['%01', '?'],
  ['%02', '*'],
]);

/**
 * A CPE 2.2 URI as the formatted string of CPE 2.3 (NISTIR 7695 §6.1.3): `cpe:/a:example:suite:4.0::el8` →
 * `cpe:2.3:a:example:suite:4.0:*:el8:*:*:*:*:*`. Any other text is given back as it is.
 */
export function cpeOfUri(written: string): string {
  const [part = '', ...given] = /^cpe:\/([aho](?::[^\s]*)?)$/iu.exec(written)?.[1]?.split(':') ?? [];
  if (part === '') return written;
  const packed = given[4] ?? '';
  const [edition = '', ...extended] = packed.startsWith('~') ? packed.slice(1).split('~') : [packed];
  const attributes = [...padded(given.slice(0, 4), 4), edition, given[5] ?? '', ...padded(extended, 4)];
  return `cpe:2.3:${part.toLowerCase()}:${attributes.map(toAttribute).join(':')}`;
}

function padded(attributes: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, place) => attributes[place] ?? '');
}

function toAttribute(component: string): string {
  if (component === '') return '*';
  return component
    .toLowerCase()
    .split(/(%[0-9a-f]{2})/u)
    .map((piece) => WILDCARDS.get(piece) ?? decode(piece).replaceAll(MARK, String.raw`\$&`))
    .join('');
}

function decode(piece: string): string {
  return /^%[0-9a-f]{2}$/u.test(piece) ? String.fromCharCode(Number.parseInt(piece.slice(1), 16)) : piece;
}
