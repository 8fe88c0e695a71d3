import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packZip } from './pack-zip.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('packZip', () => {
  it('gives back every file with its bytes', () => {
    const files = fc.dictionary(
      fc.stringMatching(/^[a-z日]{1,8}(?:\/[a-z.]{1,8})?$/u),
      fc.uint8Array({ maxLength: 3000 }),
    );
    fc.assert(
      fc.property(files, (wanted) => {
        const entries = Object.entries(wanted);
        const packed = packZip(entries.map(([name, bytes]) => ({ name, bytes, day: '2026-03-10' })));
        const found = Object.entries(unzipSync(packed)).map(([name, bytes]) => [name, Buffer.from(bytes)]);
        expect(found).toEqual(entries.map(([name, bytes]) => [name, Buffer.from(bytes)]));
      }),
      { numRuns: 30 },
    );
  });

  it('is the same for the same files, whatever the clock of the machine says', () => {
    const files = [{ name: 'a.json', day: '2026-03-29', bytes: bytesOf('{"a":1}') }];
    const zones = ['UTC', 'Asia/Tokyo', 'Europe/Berlin', 'America/St_Johns'];
    const own = process.env['TZ'];
    const packed = zones.map((zone) => {
      process.env['TZ'] = zone;
      return Buffer.from(packZip(files)).toString('hex');
    });
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
    expect(new Set(packed).size).toBe(1);
  });

  it.each(['0001-01-01', '1979-12-31', '2100-01-01', '9999-12-31'])('takes a file of %s', (day) => {
    const packed = packZip([{ name: 'a.json', day, bytes: bytesOf('1') }]);
    expect(Object.keys(unzipSync(packed))).toEqual(['a.json']);
  });
});
