/** CVE id: four digits of the year and four to nineteen of the number (CVE Record Format, `cveId`). */
export const cvePattern = /^CVE-[0-9]{4}-[0-9]{4,19}$/;

/** The public record of a CVE. */
export function cveUrl(cve: string): string {
  return `https://www.cve.org/CVERecord?id=${cve}`;
}

/** One CPE attribute: `*` alone, or unreserved characters and escaped marks with `*` or `?` at its ends only. */
const cpeAttribute = String.raw`(?:\*|(?:\?+|\*)?(?:[a-zA-Z0-9\-._]|\\[\\*?!"#$%&'()+,/:;<=>@\[\]^${'`'}{|}~])+(?:\?+|\*)?)`;

/**
 * CPE 2.3 formatted string: `cpe:2.3`, the part (a, h, o), vendor, product, version, update, edition, language,
 * sw_edition, target_sw, target_hw, other (NISTIR 7695 §6.2). Every attribute reads in one way only, so no text makes
 * the match run long.
 */
export const cpePattern = new RegExp(
  String.raw`^cpe:2\.3:[aho*\-](?::${cpeAttribute}){5}:(?:[a-zA-Z]{2,3}(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?|[*\-])(?::${cpeAttribute}){4}$`,
);

const purlCharacter = '[A-Za-z0-9._~:+-]|%[0-9A-Fa-f]{2}';
const purlSegment = `(?:${purlCharacter})+`;
const purlQualifier = `[a-z][a-z0-9._-]*=(?:${purlCharacter}|[/,])+`;

/**
 * Package URL: `pkg:type/namespace/name@version?qualifiers#subpath` (ECMA-427). Type and qualifier keys in lower case;
 * everything else percent-encoded where the specification says so: the scope of an npm package is `%40scope`.
 */
export const purlPattern = new RegExp(
  `^pkg:[a-z][a-z0-9.-]*(?:/${purlSegment})+(?:@${purlSegment})?` +
    String.raw`(?:\?${purlQualifier}(?:&${purlQualifier})*)?` +
    `(?:#${purlSegment}(?:/${purlSegment})*)?$`,
);
