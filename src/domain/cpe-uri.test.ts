import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCpeUri } from './cpe-uri.ts';
import { cpePattern } from './identifiers.ts';

/** What readers of CPE 2.2 accept: the pattern of the CPE 2.2 specification, §6.1. */
const cpe22 = /^cpe:\/[aho](?::[a-z0-9._~%-]*){0,6}$/;

describe('toCpeUri', () => {
  it.each([
    ['cpe:2.3:a:pgpool:pgpooladmin:*:*:*:*:*:*:*:*', 'cpe:/a:pgpool:pgpooladmin'],
    ['cpe:2.3:o:Linux:linux_kernel:6.1:rc1:*:*:*:*:*:*', 'cpe:/o:linux:linux_kernel:6.1:rc1'],
    ['cpe:2.3:h:x:center_\\(idc\\):-:*:*:*:*:*:*:*', 'cpe:/h:x:center_%28idc%29:-'],
    ['cpe:2.3:a:x:y\\:z\\\\:*:*:*:*:*:*:*:*', 'cpe:/a:x:y%3az%5c'],
    ['cpe:2.3:a:x:y:8.*:sp?:*:*:*:*:*:*', 'cpe:/a:x:y:8.%02:sp%01'],
    ['cpe:2.3:a:x:y:1.0:*:*:ja:*:*:*:*', 'cpe:/a:x:y:1.0:::ja'],
    ['cpe:2.3:a:x:y:1.0:*:pro:*:*:wordpress:x64:*', 'cpe:/a:x:y:1.0::~pro~~wordpress~x64~'],
    ['cpe:2.3:a:x:y\\-\\.z:*:*:*:*:*:*:*:*', 'cpe:/a:x:y-.z'],
  ])('writes %s as %s', (formatted, uri) => {
    expect(toCpeUri(formatted)).toBe(uri);
  });

  it.each(['*', '-'])('has no URI for the part %s', (part) => {
    expect(toCpeUri(`cpe:2.3:${part}:x:y:*:*:*:*:*:*:*:*`)).toBeUndefined();
  });

  it('answers a URI of CPE 2.2 for every CPE that front matter may hold', () => {
    fc.assert(
      fc.property(fc.stringMatching(cpePattern), (formatted) => {
        const uri = toCpeUri(formatted);
        if (uri === undefined) expect(formatted).toMatch(/^cpe:2\.3:[*-]:/);
        else expect(uri).toMatch(cpe22);
      }),
    );
  });
});
