import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advisoryRecordSchema } from './advisory-record.ts';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';

describe('records for tests', () => {
  it('fit the schema, the one written by hand and arbitrary ones', () => {
    expect(advisoryRecordSchema.parse(anAdvisoryRecord())).toEqual(anAdvisoryRecord());
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        expect(advisoryRecordSchema.parse(record)).toEqual(record);
      }),
    );
  });
});
