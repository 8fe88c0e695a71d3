import cweList from '@secvisogram/csaf-validator-lib/lib/cwec/4.17.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weaknessNames } from '#domain/cwe-names.ts';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { validateCsaf21 } from '../../../tests/builders/validate-csaf-21.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { toCsaf21 } from './to-csaf-21.ts';

const source = anAdvisoryRecord();
const [first, second] = source.vulnerabilities;
const alone = anAdvisoryRecord({ vulnerabilities: first ? [first] : [] });

function told(record: AdvisoryRecord, language: AdvisoryRecord['languages'][number] = 'ja') {
  return toCsaf21(record, {
    language,
    trackingId: record.id,
    selfUrl: 'https://site.example/.well-known/csaf/v2.1/clear/2026/test_00000001.json',
    engine: { name: 'Kairan', version: '1.0.0' },
  });
}

describe('a CSAF 2.1 document', () => {
  it('is valid for every record, in each of its languages', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (record) => {
        for (const language of record.languages) {
          expect(await validateCsaf21(told(record, language))).toEqual([]);
        }
      }),
    );
  });

  it('would be refused in the words of 2.0', async () => {
    const document = told(source);
    const tlp = { label: 'WHITE', url: 'https://www.first.org/tlp/v1/' };
    const wrong = { ...document, document: { ...document.document, distribution: { tlp } } };
    expect((await validateCsaf21(wrong)).join('\n')).toContain('/document/distribution/tlp/label');
  });

  it('holds several weaknesses by their names in the list, and the score of version 4.0', () => {
    const [vulnerability] = told(source).vulnerabilities ?? [];
    expect(vulnerability?.cwes.map(({ id, version }) => [id, version])).toEqual([['CWE-79', '4.17']]);
    expect(vulnerability?.metrics[0]?.content.cvss_v4?.baseScore).toBe(9.3);
    expect(vulnerability).not.toHaveProperty('scores');
    expect(JSON.stringify(vulnerability?.notes)).not.toContain('CVSS:4.0');
  });

  it('keeps a score that validators take for no multiple of 0.1 in a note', async () => {
    const vector = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N';
    const document = told(
      anAdvisoryRecord({
        vulnerabilities: [
          { weaknesses: [], scores: [{ version: '4.0', vector, score: 8.7, severity: 'high' }] },
        ],
      }),
    );
    expect(await validateCsaf21(document)).toEqual([]);
    expect(document.vulnerabilities?.[0]?.notes.map(({ text }) => text).join()).toContain(vector);
  });

  it('tells silence from an investigation', () => {
    const status = told(source).vulnerabilities?.map(({ product_status: statuses }) => statuses);
    expect(status?.map((each) => each?.unknown)).toEqual([['gamma'], ['gamma']]);
    expect(status?.map((each) => each?.under_investigation)).toEqual([undefined, ['beta']]);
  });

  it('dates the first attack only where one vulnerability alone can have been exploited', () => {
    const dated = (record: AdvisoryRecord) =>
      told(record).vulnerabilities?.map(
        (each) => each.first_known_exploitation_dates?.[0]?.exploitation_date,
      );
    expect(dated(alone)).toEqual(['2026-03-15T00:00:00Z']);
    expect(dated(source)).toEqual([undefined, undefined]);
    expect(dated({ ...alone, updatedAt: '2026-03-14T00:00:00Z' })).toEqual([undefined]);
  });

  it('is a security advisory only where every vulnerability has affected products', () => {
    const products = source.products.filter(({ cves }) => cves !== undefined);
    expect(told(source).document.category).toBe('csaf_security_advisory');
    const partly = anAdvisoryRecord({ products, vulnerabilities: first && second ? [first, second] : [] });
    expect(told(partly).document.category).toBe('csaf_base');
  });
});

describe('the names of weaknesses', () => {
  it('are those of the CWE list that documents cite', () => {
    const names = new Map(cweList.weaknesses.map(({ id, name }) => [id, name]));
    const wrong = [...weaknessNames].filter(([id, [english]]) => names.get(id) !== english);
    expect(wrong).toEqual([]);
  });
});
