const tag = /<[a-z][a-z0-9]*(?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*\s*\/?>/giu;
const addressAttribute = /(\s(?:href|src))="([^"]*)"/giu;

/**
 * Our own safe HTML with every relative `href` and `src` made absolute, because a feed reader shows it elsewhere.
 * Only markup that our renderer wrote may come in: attributes are in double quotes and quotes inside are escaped.
 * @param pageUrl the absolute address of the page for which the HTML was written
 */
export function toAbsoluteLinks(html: string, pageUrl: string): string {
  return html.replace(tag, (whole) =>
    whole.replace(
      addressAttribute,
      (_, name: string, value: string) => `${name}="${toAbsolute(value, pageUrl)}"`,
    ),
  );
}

/** Only `&amp;` needs reading: a renderer that percent-encodes URLs leaves no other reference in an address. */
function toAbsolute(value: string, pageUrl: string): string {
  const address = value.replaceAll('&amp;', '&').replaceAll('&#x26;', '&');
  if (!URL.canParse(address, pageUrl)) return value;
  return new URL(address, pageUrl).href.replaceAll('&', '&amp;').replaceAll('"', '%22');
}
