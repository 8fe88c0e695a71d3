/**
 * A CPE 2.3 formatted string as the URI that CPE 2.2 knows (NISTIR 7695 §6.1), in lower case and percent-encoded:
 * `cpe:2.3:a:example:suite_\(x64\):4.0:*:…` → `cpe:/a:example:suite_%28x64%29:4.0`. The four attributes that 2.2 lacks are
 * packed into the edition (§6.1.3.2), where any of them says something.
 * @returns nothing where the part is not `a`, `h` or `o`, because no tool reads such a URI
 */
export function toCpeUri(formatted: string): string | undefined {
  const [part = '', ...attributes] = (formatted.match(/(?:\\.|[^:\\])+/gu) ?? []).slice(2);
  if (!/^[aho]$/u.test(part)) return undefined;
  const [vendor = '', product = '', version = '', update = '', edition = '', language = '', ...extended] =
    attributes.map(toUriComponent);
  const packed = extended.some((each) => each !== '') ? `~${[edition, ...extended].join('~')}` : edition;
  return `cpe:/${[part, vendor, product, version, update, packed, language].join(':')}`.replace(/:+$/u, '');
}

/** “Any” is empty, “not applicable” stays `-`, and wildcards have codes of their own (§6.1.2.3). */
function toUriComponent(value: string): string {
  if (value === '*') return '';
  return value
    .replace(/\\(.)|([*?])/gu, (_, quoted?: string, wildcard?: string) => {
      if (quoted === undefined) return wildcard === '?' ? '%01' : '%02';
      return /[-.]/u.test(quoted) ? quoted : `%${quoted.charCodeAt(0).toString(16)}`;
    })
    .toLowerCase();
}
