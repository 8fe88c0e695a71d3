import { parseVersionProse } from '#domain/version-prose.ts';
import { formatVersionRange, isRangeProblem, isVersion, parseVersionRange } from '#domain/version-range.ts';

/*
 * The versions that a CSAF document names, in the range language of the record. What is no range, such as a sentence,
 * is `undefined`; it becomes the product's note.
 */

/** A `product_version_range`: `vers:`, the range language itself, or the usual words; several ranges are a union. */
export function readVersionRanges(text: string): string[] | undefined {
  return readVers(text) ?? readRange(text) ?? readPhrase(text);
}

/**
 * A `product_version`: one version, or words for all of them.
 * @param operator whether the version itself is meant, or it and all later or earlier ones
 */
export function readVersion(text: string, operator: '=' | '>=' | '<='): string[] | undefined {
  const range = isVersion(text) ? readRange(operator + text) : undefined;
  if (range !== undefined) return range;
  const ranges = readPhrase(text);
  return operator === '=' || ranges?.includes('*') ? ranges : undefined;
}

/**
 * A version range specifier, `vers:<scheme>/<constraints>`: constraints in the order of versions, parted by `|`. A lower
 * bound opens a span that the next upper bound closes. `!=` has no equal in the range language.
 */
function readVers(text: string): string[] | undefined {
  const body = /^vers:[a-z0-9.-]+\/(.+)$/isu.exec(text)?.[1];
  if (body === undefined) return undefined;
  const ranges: string[] = [];
  let open = '';
  for (const constraint of body.split('|').map(decodeConstraint)) {
    if (constraint === undefined || constraint.startsWith('!=')) return undefined;
    if (open !== '' && !constraint.startsWith('<')) return undefined;
    if (constraint.startsWith('>')) open = constraint;
    else {
      ranges.push(`${open} ${constraint}`);
      open = '';
    }
  }
  return readEach(open === '' ? ranges : [...ranges, open]);
}

function decodeConstraint(constraint: string): string | undefined {
  try {
    return decodeURIComponent(constraint.trim());
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function readEach(ranges: readonly string[]): string[] | undefined {
  const read = ranges.map(readRange);
  return read.includes(undefined) ? undefined : read.flatMap((range) => range ?? []);
}

function readRange(text: string): string[] | undefined {
  const range = parseVersionRange(text);
  return isRangeProblem(range) ? undefined : [formatVersionRange(range)];
}

/** The usual words, as far as a range says all of it. */
function readPhrase(text: string): string[] | undefined {
  const prose = parseVersionProse(text);
  return prose?.fixed === undefined ? prose?.ranges : undefined;
}
