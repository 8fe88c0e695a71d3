import { describe, expect, it } from 'vitest';
import { toCpeUri } from '#domain/cpe-uri.ts';
import { cpePattern } from '#domain/identifiers.ts';
import { cpeOfUri } from './cpe-of-uri.ts';

describe('a CPE 2.2 URI as a formatted string', () => {
  it.each([
    ['cpe:/a:example:suite:4.0::el8', String.raw`cpe:2.3:a:example:suite:4.0:*:el8:*:*:*:*:*`],
    ['cpe:/o:Example:os', 'cpe:2.3:o:example:os:*:*:*:*:*:*:*:*'],
    ['cpe:/a:example:suite_%28x64%29:4.0', String.raw`cpe:2.3:a:example:suite_\(x64\):4.0:*:*:*:*:*:*:*`],
    ['cpe:/a:example:app:1.0:-:~~pro~linux~~', 'cpe:2.3:a:example:app:1.0:-:*:*:pro:linux:*:*'],
    ['cpe:/a:example:c%2b%2b', String.raw`cpe:2.3:a:example:c\+\+:*:*:*:*:*:*:*:*`],
  ])('%s', (uri, formatted) => {
    expect(cpeOfUri(uri)).toBe(formatted);
    expect(formatted).toMatch(cpePattern);
    expect(toCpeUri(formatted)).toBe(uri.toLowerCase());
  });

  it('leaves anything else as it is', () => {
    for (const text of ['cpe:2.3:a:example:app:*:*:*:*:*:*:*:*', 'cpe:/', 'cpe:/x:a', '', 'example']) {
      expect(cpeOfUri(text)).toBe(text);
    }
  });
});
