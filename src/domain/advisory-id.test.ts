import { describe, expect, it } from 'vitest';
import { parseAdvisoryId } from './advisory-id.ts';
import type { Family } from './site.ts';

const FAMILIES: Family[] = [
  { prefix: 'JVN#', path: 'jp', name: 'Notes', pattern: '[0-9]{8}' },
  { prefix: 'JVNVU#', path: 'vu', name: 'VU notes', pattern: '9[0-9]{7}' },
  { prefix: 'JVN', path: 'old', name: 'Old notes', pattern: '[A-Z]{2}[0-9]{2}' },
];

describe('parseAdvisoryId', () => {
  it.each([
    ['JVN#13199224', 'jp', 'JVN13199224'],
    ['JVN#01719116', 'jp', 'JVN01719116'],
    ['JVNVU#99322074', 'vu', 'JVNVU99322074'],
    ['JVNTA11', 'old', 'JVNTA11'],
  ])('knows %s', (text, path, slug) => {
    expect(parseAdvisoryId(text, FAMILIES)).toMatchObject({ id: text, slug, family: { path } });
  });

  it.each([
    'JVN#1319922',
    'JVN#131992244',
    'JVNVU#19322074',
    'jvn#13199224',
    'JVN#13199224/../x',
    'JVN#13199224\n',
    'XJVN#13199224',
    'JVN#１３１９９２２４',
    '',
  ])('refuses %j', (text) => {
    expect(parseAdvisoryId(text, FAMILIES)).toBeUndefined();
  });
});
