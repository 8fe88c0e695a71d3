import { describe, expect, it } from 'vitest';
import { openDocument } from '#formats/foreign/foreign-document.ts';
import { readProductVersions } from './product-versions.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

function versionsOf(product: object) {
  const { ranges, fixed, notes } = readProductVersions(openDocument(product));
  return { ranges, fixed, note: notes.join('; ') };
}

describe('versions of a product in a CVE record', () => {
  it.each([
    [{ defaultStatus: 'affected' }, ['*'], [], ''],
    [{ versions: [{ version: '1.0', status: 'affected' }] }, ['=1.0'], [], ''],
    [{ versions: [{ version: '*', status: 'affected' }] }, ['*'], [], ''],
    [{ versions: [{ version: 'n/a', status: 'affected' }] }, [], [], ''],
    [{ versions: [{ version: '<= 2.1', status: 'affected' }] }, ['<=2.1'], [], ''],
    [{ versions: [{ version: '0', lessThan: '2.0', status: 'affected' }] }, ['<2.0'], [], ''],
    [{ versions: [{ version: '2.0', lessThan: '2.0', status: 'affected' }] }, ['<2.0'], [], ''],
    [{ versions: [{ version: '1', lessThan: '*', status: 'affected' }] }, ['>=1'], [], ''],
    [
      { versions: [{ version: '6.1', lessThanOrEqual: '6.1.*', status: 'affected' }] },
      ['>=6.1 <6.2'],
      [],
      '',
    ],
    [
      {
        versions: [
          { version: '2.0', status: 'unaffected' },
          { version: '0', lessThan: '*', status: 'affected' },
        ],
      },
      ['*'],
      [],
      'Not affected: =2.0',
    ],
    [
      { versions: [{ version: 'see the notice', status: 'affected' }], defaultStatus: 'affected' },
      [],
      [],
      'see the notice; Versions that are not listed are affected',
    ],
  ])('tells the versions of %j', (product, ranges, fixed, note) => {
    expect(versionsOf(product)).toEqual({ ranges, fixed, note });
  });

  it('follows changes of status within a range', () => {
    const changes = [
      { at: '1.2', status: 'unaffected' },
      { at: '2.0', status: 'affected' },
    ];
    const entry = { version: '1.0', lessThan: '3.0', status: 'affected', versionType: 'custom' };
    expect(versionsOf({ versions: [{ ...entry, changes }] })).toEqual({
      ranges: ['>=1.0 <1.2', '>=2.0 <3.0'],
      fixed: ['1.2'],
      note: '',
    });
    const [late] = [
      {
        ...entry,
        lessThan: undefined,
        lessThanOrEqual: '1.4',
        changes: [{ at: '1.5', status: 'unaffected' }],
      },
    ];
    expect(versionsOf({ versions: [late] })).toMatchObject({ ranges: ['>=1.0 <=1.4'], fixed: ['1.5'] });
  });

  it('takes what is affected by default as everything that is not unaffected', () => {
    const versions = [
      { version: '0', lessThan: '2.6', status: 'unaffected' },
      { version: '5.4.9', lessThanOrEqual: '5.4.*', status: 'unaffected' },
      { version: '6.1', lessThanOrEqual: '*', status: 'unaffected' },
    ];
    expect(versionsOf({ defaultStatus: 'affected', versions })).toEqual({
      ranges: ['>=2.6 <5.4.9', '>=5.5 <6.1'],
      fixed: ['5.4.9', '6.1'],
      note: '',
    });
  });

  it('tells commits as such, and never orders parts of hashes', () => {
    const git = {
      version: COMMIT,
      lessThan: COMMIT.replace('0', 'f'),
      status: 'affected',
      versionType: 'git',
    };
    const told = readProductVersions(openDocument({ versions: [git] }));
    expect(told).toMatchObject({ introducedBy: [COMMIT], fixedBy: [COMMIT.replace('0', 'f')], ranges: [] });
    const short = { ...git, version: '1da177e', lessThan: '2ab1' };
    expect(versionsOf({ versions: [short] })).toMatchObject({
      ranges: [],
      note: 'from 1da177e before 2ab1',
    });
  });

  it('keeps versions with the fix although nothing is said of others', () => {
    const versions = [{ version: '2.0', status: 'unaffected' }];
    expect(versionsOf({ versions, defaultStatus: 'unknown' })).toMatchObject({ fixed: ['2.0'] });
  });
});
