import { describe, expect, it } from 'vitest';
import { items, listOutcomes, openDocument } from '#formats/foreign/foreign-document.ts';
import { readVendors } from './note-vendors.ts';

function read(...records: object[]) {
  const document = openDocument({ vendors: records });
  const { rows, updatedAt } = readVendors(items(document, 'vendors'), 'VU#1', 'America/New_York');
  return { rows, updatedAt, outcomes: listOutcomes(document) };
}

describe('a vendor’s record', () => {
  it.each([
    [{ Status: 'Affected' }, 'affected'],
    [{ Status: 'Vulnerable' }, 'affected'],
    [{ Status: 'Not Affected' }, 'not-affected'],
    [{ Status: 'Not Vulnerable' }, 'not-affected'],
    [{ Status: 'Unknown' }, 'unknown'],
    [{ Status: 'Unknown', DateNotified: '2001-02-03T00:00:00' }, 'notified'],
    [
      { Status: 'Unknown', DateNotified: '2001-02-03T00:00:00', DateResponded: '2001-02-04T00:00:00' },
      'unknown',
    ],
    [
      { Status: 'Unknown', DateNotified: '2001-02-03T00:00:00', VendorStatement: 'We look at it.' },
      'unknown',
    ],
    [{ Status: 'Perhaps' }, undefined],
    [{ Status: 'constructor' }, undefined],
    [{ Status: '__proto__' }, undefined],
  ])('%j has the status %j', (record, status) => {
    expect(read({ Vendor: 'A', ...record }).rows[0]?.status).toBe(status);
  });

  it('counts days in the site’s zone, but for days without a zone', () => {
    const { rows } = read({
      Vendor: 'A',
      DateNotified: '2013-05-28T02:00:00+00:00',
      DateResponded: '2013-05-28T00:00:00',
      DateLastUpdated: '2013-05-30T15:18:07-04:00',
    });
    expect(rows).toEqual([
      { vendor: 'A', notifiedOn: '2013-05-27', statusOn: '2013-05-28', updatedOn: '2013-05-30' },
    ]);
  });

  it('does not say that a row was changed on a day that it names already', () => {
    const day = '2013-05-28T12:00:00-04:00';
    expect(read({ Vendor: 'A', DateNotified: day, DateLastUpdated: day }).rows).toEqual([
      { vendor: 'A', notifiedOn: '2013-05-28' },
    ]);
  });

  it('tells in words of an answer that would come after the last change', () => {
    const { rows } = read({
      Vendor: 'A',
      DateResponded: '2001-10-20T00:00:00',
      DateLastUpdated: '2001-07-09T11:04:00-04:00',
    });
    expect(rows).toEqual([
      {
        vendor: 'A',
        updatedOn: '2001-07-09',
        addendum: 'The vendor’s answer is dated 2001-10-20 at the source.',
      },
    ]);
  });

  it('drops what is no date', () => {
    const { rows, outcomes } = read({
      Vendor: 'A',
      DateNotified: 'Message @ERROR not found in 00000E00:0000C00B',
    });
    expect(rows).toEqual([{ vendor: 'A' }]);
    expect(outcomes[1]?.outcome).toEqual({ kind: 'dropped', why: 'unreadable' });
  });

  it('quotes marks of unfinished texts and private hosts in words', () => {
    const { rows } = read({
      Vendor: 'A',
      VendorStatement: 'Fix TBD, CVE-2005-XXXX, see http://192.168.0.1/setup and http://a.example.com/',
    });
    expect(rows[0]?.statement).toBe(
      'Fix to be determined, CVE-2005-?, see 192.168.0.1/setup and http://a.example.com/',
    );
  });
});

describe('two records of one vendor', () => {
  it('become one row, and the account tells what stood twice', () => {
    const { rows, outcomes } = read(
      { Vendor: 'Fortinet', Status: 'Unknown', DateNotified: '2001-02-03T00:00:00' },
      {
        Vendor: 'Fortinet, Inc. ',
        Status: 'Not Vulnerable',
        DateNotified: '2001-02-03T00:00:00',
        VendorStatement: 'Not ours.',
      },
    );
    expect(rows).toEqual([
      { vendor: 'Fortinet', status: 'not-affected', notifiedOn: '2001-02-03', statement: 'Not ours.' },
    ]);
    const dropped = outcomes
      .filter(({ outcome }) => outcome.kind === 'dropped')
      .map(({ pointer }) => pointer);
    expect(dropped).toEqual(['/vendors/0/Status', '/vendors/1/Vendor', '/vendors/1/DateNotified']);
  });

  it('stay two where they contradict each other', () => {
    const { rows, outcomes } = read(
      { Vendor: 'Mandriva, Inc.', Status: 'Vulnerable', DateResponded: '2001-02-03T00:00:00' },
      {
        Vendor: '[DUPLICATE] Mandriva, Inc.',
        Status: 'Not Vulnerable',
        DateResponded: '2001-02-04T00:00:00',
      },
    );
    expect(rows.map(({ vendor, status }) => `${vendor} ${status ?? ''}`)).toEqual([
      'Mandriva, Inc. affected',
      'Mandriva, Inc. not-affected',
    ]);
    expect(outcomes.some(({ outcome }) => outcome.kind === 'dropped')).toBe(false);
  });

  it('tell when the last of them was changed', () => {
    const at = '2001-02-05T12:00:00-05:00';
    expect(
      read(
        { Vendor: 'A', DateLastUpdated: at },
        { Vendor: 'B', DateLastUpdated: '2001-02-04T00:00:00-05:00' },
      ).updatedAt,
    ).toBe(at);
  });
});
