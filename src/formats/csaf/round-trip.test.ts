import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import type { AdvisoryRecord } from '../record/advisory-record.ts';
import { fromCsaf } from './from-csaf.ts';
import { toCsaf } from './to-csaf.ts';

function told(record: AdvisoryRecord) {
  return toCsaf(record, {
    view: 'advisory',
    language: record.languages[0] ?? 'ja',
    trackingId: record.id,
    selfUrl: 'https://site.example/.well-known/csaf/white/2026/test_00000001.json',
    engine: { name: 'Kairan', version: '1.0.0' },
  });
}

function back(document: unknown): AdvisoryRecord {
  const reading = fromCsaf(document);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.record;
}

describe('a record told as CSAF and read back', () => {
  it('is told in the same document again', () => {
    const document = told(anAdvisoryRecord());
    expect(told(back(document))).toEqual(document);
  });

  it('keeps vulnerabilities, history, title and state, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const document = told(record);
        const again = told(back(document));
        expect(again.document.tracking).toEqual(document.document.tracking);
        expect(again.document.title).toEqual(document.document.title);
        expect(again.document.publisher).toEqual(document.document.publisher);
        expect(again.document.acknowledgments).toEqual(document.document.acknowledgments);
        const facts = (each: typeof document) =>
          each.vulnerabilities?.map(({ cve, cwe, title, scores }) => ({
            ...{ cve, cwe, title },
            vectors: scores?.map(({ cvss_v2, cvss_v3 }) => [cvss_v2?.vectorString, cvss_v3?.vectorString]),
          }));
        if (again.vulnerabilities) expect(facts(again)).toEqual(facts(document));
      }),
    );
  });
});
