import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { ReadContext, Reading } from '../format.ts';
import { vu } from './vu.ts';

const CONTEXT: ReadContext = { languages: ['en'], timezone: 'America/New_York' };

const REPORT = {
  ID: 'VU#123456',
  IDNumber: '123456',
  Title: 'Example Server  fails to check names',
  Overview: 'Example Server does not check names. See also VU#654321.',
  Description:
    'CWE-20: Improper Input Validation - CVE-2015-1001 Names are used as they come. CVE-2014-9999 is alike.',
  Impact: 'A remote attacker may run code.',
  Resolution:
    'Apply an update\nThe vendor has released version 2.0, which corrects this vulnerability in all of its parts.',
  Workarounds: 'Restrict access to trusted hosts.',
  SystemsAffectedPreamble: '',
  References: [
    'http://www.example.com/advisories/17',
    'ftp://ftp.example.com/patch.txt',
    'http://www.example.com/advisories/17',
  ],
  CVEIDs: ['CAN-2015-1001'],
  CERTAdvisory: 'CA-2001-02',
  'US-CERTTechnicalAlert': '',
  CVSS_BaseVector: 'AV:N/AC:M/Au:N/C:P/I:P/A:P',
  CVSS_BaseScore: 6.8,
  CVSS_TemporalVector: 'E:ND/RL:ND/RC:ND',
  CVSS_EnvironmentalVector: 'CDP:ND/TD:H/CR:ND/IR:ND/AR:ND',
  CVSS_AccessVector: 'N',
  CAM_ScoreCurrent: 19.2375,
  CAM_Impact: '15',
  VRDA_D1_Impact: '3',
  ThanksAndCredit: 'Thanks to Ada Example of Example Labs for reporting this vulnerability.',
  Author: 'This document was written by B. Writer.',
  Keywords: ['example', 'name'],
  IPProtocol: '',
  VulnerabilityCount: 1,
  Revision: 9,
  DateCreated: '2015-01-01T10:00:00-05:00',
  DatePublic: '2015-01-10T00:00:00',
  DateFirstPublished: '2015-01-12T10:41:20-05:00',
  DateLastUpdated: '2015-02-01T09:17:00-05:00',
};

const VENDOR = {
  ID: 'VU#123456',
  Vendor: 'Example, Inc.',
  VendorRecordID: 'AAAA-123456',
  Status: 'Vulnerable',
  DateNotified: '2015-01-05T23:30:00-05:00',
  DateResponded: '2015-01-06T00:00:00',
  DateLastUpdated: '2015-02-03T12:00:00-05:00',
  VendorStatement: 'Update to 2.0.',
  VendorInformation: 'We are not aware of further vendor information regarding this vulnerability.',
  VendorReferences: 'http://www.example.com/advisories/17\nNone.',
  Addendum: 'There are no additional comments at this time.',
  Revision: 3,
};

function read(...values: unknown[]): Reading[] {
  const files = values.map((value, index) => ({ path: `d/vu_${index}.json`, text: JSON.stringify(value) }));
  return [...vu.read(files, CONTEXT)];
}

function draftOf(report: object, ...vendors: object[]) {
  const [reading] = read({ report, vendors });
  if (reading === undefined || !('draft' in reading)) throw new Error(JSON.stringify(reading));
  return { draft: reading.draft, document: reading.document };
}

describe('a note of the archive', () => {
  it('becomes an advisory', () => {
    const { draft } = draftOf(REPORT, VENDOR);
    expect(draft).toEqual({
      facts: {
        id: 'VU#123456',
        title: 'Example Server fails to check names',
        publishedAt: '2015-01-12T10:41:20-05:00',
        vulnerabilities: [
          {
            cve: 'CVE-2015-1001',
            cwe: ['CWE-20'],
            cvss: ['AV:N/AC:M/Au:N/C:P/I:P/A:P/CDP:ND/TD:H/CR:ND/IR:ND/AR:ND'],
          },
        ],
        vendors: [
          {
            vendor: 'Example, Inc.',
            status: 'affected',
            notifiedOn: '2015-01-05',
            statusOn: '2015-01-06',
            updatedOn: '2015-02-03',
            notices: [{ url: 'http://www.example.com/advisories/17' }],
            statement: 'Update to 2.0.',
            addendum: 'References: None.',
          },
        ],
        references: [
          {
            title: 'VU#123456',
            url: 'https://www.kb.cert.org/vuls/id/123456',
            publisher: 'CERT/CC',
            language: 'en',
          },
          { title: 'example.com: advisories/17', url: 'http://www.example.com/advisories/17' },
        ],
        credits: [{ name: 'Ada Example', affiliation: 'Example Labs' }],
        related: ['CA-2001-02', 'CVE-2014-9999', 'VU#654321'],
        revisions: [
          { at: '2015-01-12T10:41:20-05:00', summary: 'Published.' },
          { at: '2015-02-01T09:17:00-05:00', summary: 'Updated by CERT/CC.' },
          { at: '2015-02-03T12:00:00-05:00', summary: 'Vendor information updated by CERT/CC.' },
        ],
      },
      language: 'en',
      prose: [
        { id: 'overview', markdown: 'Example Server does not check names. See also VU#654321.' },
        {
          id: 'details',
          markdown:
            '**CWE-20: Improper Input Validation - CVE-2015-1001**\n\nNames are used as they come. CVE-2014-9999 is alike.',
        },
        { id: 'impact', markdown: 'A remote attacker may run code.' },
        {
          id: 'solution',
          markdown:
            '**Apply an update**\n\nThe vendor has released version 2.0, which corrects this vulnerability in all of its parts.\n\n**Workarounds**\n\nRestrict access to trusted hosts.',
        },
        { id: 'references', markdown: '- ftp://ftp.example.com/patch.txt' },
        { id: 'addendum', markdown: 'The vulnerability became public on 10 January 2015.' },
        { id: 'analysis', markdown: 'CERT/CC severity metric: 19.24 of 180' },
        { id: 'credits', markdown: 'This document was written by B. Writer.' },
      ],
      retired: ['/vuls/id/123456'],
    });
  });

  it('accounts for every value', () => {
    const { document } = draftOf(REPORT, VENDOR);
    const outcomes = new Map(listOutcomes(document).map(({ pointer, outcome }) => [pointer, outcome]));
    expect(
      [...outcomes.values()].filter((outcome) => 'why' in outcome && outcome.why === 'unknown-field'),
    ).toEqual([]);
    expect(outcomes.get('/report/CVSS_TemporalVector')).toEqual({ kind: 'dropped', why: 'placeholder' });
    expect(outcomes.get('/report/References/2')).toEqual({ kind: 'dropped', why: 'duplicate' });
    expect(outcomes.get('/report/CAM_ScoreCurrent')).toEqual({ kind: 'normalised', after: '19.24' });
    expect(outcomes.get('/vendors/0/DateNotified')).toEqual({ kind: 'normalised', after: '2015-01-05' });
    expect(outcomes.get('/vendors/0/VendorStatement')).toEqual({ kind: 'kept' });
  });

  it('has an overview and a solution where the source has none', () => {
    const { draft } = draftOf({
      ...REPORT,
      Overview: '',
      Description: '',
      Resolution: 'None',
      Workarounds: '',
    });
    expect(draft.prose.slice(0, 2).map(({ markdown }) => markdown)).toEqual([
      'Example Server fails to check names.',
      'A remote attacker may run code.',
    ]);
    expect(draft.prose.find(({ id }) => id === 'solution')?.markdown).toBe('The source names no solution.');
  });

  it('does not say that there is only a workaround where an update is told without a head', () => {
    const solutionOf = (Resolution: string) =>
      draftOf({ ...REPORT, Resolution }).draft.prose.find(({ id }) => id === 'solution')?.markdown;
    expect(solutionOf('Version 2 corrects this.')).toContain('\n\nWorkarounds:\n\n');
    expect(solutionOf('We are currently unaware of a practical solution to this problem.')).toContain(
      '**Workarounds**',
    );
  });

  it('takes a change within the minute of the publication for the publication', () => {
    const { draft } = draftOf({ ...REPORT, DateLastUpdated: '2015-01-12T10:41:00-05:00' });
    expect(draft.facts.revisions).toHaveLength(1);
  });

  it.each<[object, Record<string, string>]>([
    [
      { ID: '', IDNumber: '' },
      { why: 'missing', at: '/report/IDNumber' },
    ],
    [{ Title: ' ' }, { why: 'missing', at: '/report/Title' }],
    [{ DateFirstPublished: '12 January' }, { why: 'unreadable', at: '/report/DateFirstPublished' }],
  ])('is refused with %j', (change, refusal) => {
    expect(read({ report: { ...REPORT, ...change }, vendors: [] })).toMatchObject([{ refusal }]);
  });

  it('is passed over when it was never published', () => {
    const report = { ...REPORT, DateFirstPublished: '' };
    expect(read({ report, vendors: [] })).toMatchObject([{ skipped: { why: 'unpublished' } }]);
  });

  it('throws for no value of any kind and gives what the schema takes', () => {
    const anyReport = fc.record(
      Object.fromEntries(Object.keys(REPORT).map((key) => [key, anyOf(key, REPORT)])),
    );
    const anyVendor = fc.record(
      Object.fromEntries(Object.keys(VENDOR).map((key) => [key, anyOf(key, VENDOR)])),
    );
    fc.assert(
      fc.property(anyReport, fc.array(anyVendor, { maxLength: 3 }), (report, vendors) => {
        for (const reading of read({ report, vendors })) {
          listOutcomes(reading.document);
          if (!('draft' in reading)) continue;
          const rows = reading.draft.facts.vendors?.map((row, index) => ({ ...row, vendor: `v-${index}` }));
          const parsed = advisorySchema.safeParse({ ...reading.draft.facts, vendors: rows });
          expect(parsed.error?.issues).toBeUndefined();
        }
      }),
    );
  });
});

function anyOf(key: string, record: object) {
  const usual = fc.constant((record as Record<string, unknown>)[key]);
  return fc.oneof({ weight: 6, arbitrary: usual }, fc.string(), fc.jsonValue(), fc.array(fc.string()));
}

describe('the files of the archive', () => {
  it('are read together with their neighbours', () => {
    const paths = [
      'data/1/vu_1/vu_1.json',
      'data/1/vu_1/vendor_a.json',
      'data/2/vu_2/vendor_b.json',
      'notes/n.json',
    ];
    expect(vu.group?.(paths)).toEqual([paths.slice(0, 2), [paths[2]], [paths[3]]]);
  });

  it('join a report with its vendors, and name a vendor without a report', () => {
    const readings = read(REPORT, VENDOR, { ...VENDOR, ID: 'VU#777777' });
    expect(readings.map(({ name }) => name)).toEqual(['VU#123456', 'VU#777777']);
    expect(readings[0]).toMatchObject({ draft: { facts: { vendors: [{ vendor: 'Example, Inc.' }] } } });
    expect(readings[1]).toMatchObject({ refusal: { why: 'missing', at: '/report' } });
  });

  it.each([
    [{ document: { csaf_version: '2.0' } }, 'other-format'],
    [{ get_cases: [] }, 'not-an-advisory'],
    [[], 'other-format'],
    [{}, 'other-format'],
  ])('refuse %j', (value, why) => {
    expect(read(value)).toMatchObject([{ refusal: { why } }]);
  });

  it('refuse what is no JSON', () => {
    expect([...vu.read([{ path: 'a.json', text: '{' }], CONTEXT)]).toMatchObject([
      { refusal: { why: 'syntax' } },
    ]);
  });
});

describe('a case of VINCE', () => {
  const CASE = {
    case: '222222',
    get_case: {
      created: '2020-06-04T20:31:25.554423Z',
      due_date: '2020-06-16T18:22:00Z',
      status: 'Active',
      summary: 'A stack has several flaws.',
      title: 'Multiple vulnerabilities in Example Stack',
      vuid: '222222',
    },
    get_original_report: { contact_name: 'Private Person', product_name: 'Example Stack' },
    get_vuls: [
      {
        date_added: '2020-06-05T17:08:59Z',
        description: 'Integer Overflow (CWE-190) in memory.',
        name: 'CVE-2020-1001',
      },
      { date_added: '2020-06-05T17:08:59Z', description: '', name: 'CVE-2020-1002' },
    ],
    query_info: 'Getting a specified case data',
  };

  it('becomes an advisory that is due with the case, without a word of the report in confidence', () => {
    const [reading] = read(CASE);
    expect(reading).toMatchObject({
      name: 'VU#222222',
      draft: {
        facts: {
          publishedAt: '2020-06-16T18:22:00Z',
          vulnerabilities: [{ cve: 'CVE-2020-1001', cwe: ['CWE-190'] }, { cve: 'CVE-2020-1002' }],
        },
        prose: [
          { id: 'overview', markdown: 'A stack has several flaws.' },
          { id: 'details', markdown: '**CVE-2020-1001**\n\nInteger Overflow (CWE-190) in memory.' },
          { id: 'solution' },
        ],
      },
    });
    const { document, ...rest } = reading ?? {};
    expect(JSON.stringify(rest)).not.toContain('Private');
    const unknown =
      document === undefined
        ? []
        : listOutcomes(document).filter(({ outcome }) => 'why' in outcome && outcome.why === 'unknown-field');
    expect(unknown).toEqual([]);
  });

  it('is refused when nobody knows when it is due', () => {
    expect(read({ ...CASE, get_case: { ...CASE.get_case, due_date: null } })).toMatchObject([
      { refusal: { why: 'missing', at: '/get_case/due_date' } },
    ]);
  });
});
