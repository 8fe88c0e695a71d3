import { expect, it } from 'vitest';
import { type FamilyShape, identifierIn } from './identifier-in-path.ts';

const families: FamilyShape[] = [
  ['JVN#', '[0-9]{8}'],
  ['JVNVU#', '9[0-9]{7}'],
  ['ICSA-', '[0-9]{2}-[0-9]{3}-[0-9]{2}'],
];

it.each([
  ['/jp/JVN12345678/', 'JVN#12345678'],
  ['/jp/jvn12345678/index.html', 'JVN#12345678'],
  ['/en/jp/JVN%2312345678/', 'JVN#12345678'],
  ['/jp/JVN#12345678', 'JVN#12345678'],
  ['/vu/JVNVU91234567/', 'JVNVU#91234567'],
  ['/%EF%BC%AA%EF%BC%B6%EF%BC%AE12345678', 'JVN#12345678'],
  ['/icsa/icsa-19-024-01/', 'ICSA-19-024-01'],
  ['/cve/cve-2026-12345/', 'CVE-2026-12345'],
])('%s holds %s', (path, id) => {
  expect(identifierIn(path, families)).toBe(id);
});

it.each([
  '/jp/',
  '/jp/JVN1234567/',
  '/jp/JVN123456789/',
  '/vendors/xjvn12345678/',
  '/%E3%81/',
  '/JVNVU12345678/',
])('%s holds none', (path) => {
  expect(identifierIn(path, families)).toBeUndefined();
});
