import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnswer } from '../../tests/builders/any-act.ts';
import { rowHash, toRow } from './row.ts';

describe('the digest of a row', () => {
  it('is the same on every machine', () => {
    expect(rowHash('acme', { status: 'affected' })).toBe(
      // printf '["acme",{"status":"affected"}]' | sha256sum
      '15d46674a531c0cce8636057a04e43b41ce2328d3e36fa2fb5743ef366ee4230',
    );
  });

  it('differs exactly where the public sees something else', () => {
    fc.assert(
      fc.property(arbitraryAnswer, arbitraryAnswer, (one, other) => {
        const isSame = JSON.stringify(toRow(one)) === JSON.stringify(toRow(other));
        expect(rowHash('acme', one) === rowHash('acme', other)).toBe(isSame);
        expect(rowHash('acme', one)).not.toBe(rowHash('kuuso-soft', one));
        expect(rowHash('acme', { ...one, fixed: ['9'], products: [{ name: 'x' }] })).toBe(
          rowHash('acme', one),
        );
      }),
    );
  });

  it('covers the status, each notice, the statement and the justification', () => {
    const row = { status: 'affected' as const, statement: 'a', notices: ['https://a.example/'] };
    const hashes = [
      rowHash('acme', row),
      rowHash('acme', { ...row, status: 'not-affected' }),
      rowHash('acme', { ...row, statement: 'b' }),
      rowHash('acme', { ...row, notices: ['https://b.example/'] }),
      rowHash('acme', { ...row, justification: 'component_not_present' }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
