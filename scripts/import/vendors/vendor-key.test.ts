import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vendorSlugSchema } from '#domain/vendor.ts';
import { vendorKey, wholeNameSlug } from './vendor-key.ts';

describe('the key of a vendor’s name', () => {
  it.each([
    ['Cisco Systems, Inc.', 'cisco-systems'],
    ['  CISCO   SYSTEMS ', 'cisco-systems'],
    ['Seagate\u00a0Technology\u00a0LLC', 'seagate-technology'],
    ['Meinberg Funkuhren GmbH & Co. KG', 'meinberg-funkuhren'],
    ['Mandriva S. A.', 'mandriva'],
    ['CA Disig a.s.', 'ca-disig'],
    ['The SCO Group (SCO Linux)', 'sco-group-sco-linux'],
    ['Crypto++', 'crypto-plus-plus'],
    ['Crypto', 'crypto'],
    ['Charlotte’s Web Networks', 'charlottes-web-networks'],
    ['Télécom Été SARL', 'telecom-ete'],
    ['ＡＢＣ株式会社', 'abc'],
    ['㈱KDDI', 'kddi'],
    ['トレンドマイクロ株式会社 (Trend Micro Inc.)', 'trend-micro'],
    // A name that is nothing but a form stays what it is.
    ['Co', 'co'],
    ['The Company', 'company'],
  ])('is for %j %j', (name, key) => {
    expect(vendorKey(name)).toBe(key);
  });

  it.each([
    ['日本電気株式会社', '株式会社　日本電気'],
    ['ソニー(株)', 'ソニー'],
  ])('joins %s and %s without guessing how they sound', (a, b) => {
    expect(vendorKey(a)).toMatch(/^v-[0-9a-f]{8}$/);
    expect(vendorKey(a)).toBe(vendorKey(b));
  });

  it('does not take the Latin part of a name for the whole', () => {
    expect(vendorKey('NECソリューションイノベータ株式会社')).not.toBe(vendorKey('NEC'));
    expect(vendorKey('株式会社')).toMatch(/^v-/);
  });

  it('is a slug, whatever the name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        for (const slug of [vendorKey(name), wholeNameSlug(name)]) {
          expect(vendorSlugSchema.safeParse(slug).success).toBe(true);
        }
      }),
    );
  });

  it('parts long names that begin alike', () => {
    const [a, b] = [vendorKey(`${'word '.repeat(30)}a`), vendorKey(`${'word '.repeat(30)}b`)];
    expect(a.length).toBeLessThanOrEqual(80);
    expect(a).not.toBe(b);
  });
});

describe('a vendor whose name Windows keeps for a device', () => {
  it.each(['CON', 'nul', 'Aux Inc.', 'com1'])('gets a file that can be checked out there: %s', (name) => {
    expect(vendorKey(name)).toMatch(/^(?:con|nul|aux|com1)-vendor$/);
  });
});
