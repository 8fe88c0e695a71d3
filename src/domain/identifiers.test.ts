import { describe, expect, it } from 'vitest';
import { cpePattern, cvePattern, purlPattern } from './identifiers.ts';

describe('cvePattern', () => {
  it.each(['CVE-2018-0001', 'CVE-2024-1234567'])('accepts %s', (id) => {
    expect(id).toMatch(cvePattern);
  });

  it.each([
    'cve-2018-0001',
    'CVE-18-0001',
    'CVE-2018-001',
    'CVE-2018-NNNNN',
    ' CVE-2018-0001',
    'CVE-2018-0001\n',
  ])('refuses %j', (id) => {
    expect(id).not.toMatch(cvePattern);
  });
});

describe('cpePattern', () => {
  it.each([
    'cpe:2.3:a:pgpool:pgpooladmin:*:*:*:*:*:*:*:*',
    'cpe:2.3:a:pgpool:pgpooladmin:4.0:-:*:*:*:*:*:*',
    'cpe:2.3:o:vendor:product\\:one:1.0\\+b:*:*:ja:*:windows:x64:*',
    'cpe:2.3:h:vendor:product:??1*:*:*:zh-tw:*:*:*:*',
    'cpe:2.3:-:*:*:*:*:*:*:*:*:*:*',
  ])('accepts %s', (cpe) => {
    expect(cpe).toMatch(cpePattern);
  });

  it.each([
    ['CPE 2.2', 'cpe:/a:pgpool:pgpooladmin'],
    ['twelve components', 'cpe:2.3:a:pgpool:pgpooladmin:*:*:*:*:*:*:*'],
    ['fourteen components', 'cpe:2.3:a:pgpool:pgpooladmin:*:*:*:*:*:*:*:*:*'],
    ['an unknown part', 'cpe:2.3:x:pgpool:pgpooladmin:*:*:*:*:*:*:*:*'],
    ['an empty component', 'cpe:2.3:a::pgpooladmin:*:*:*:*:*:*:*:*'],
    ['a blank', 'cpe:2.3:a:pg pool:pgpooladmin:*:*:*:*:*:*:*:*'],
    ['an unescaped mark', 'cpe:2.3:a:pgpool:pgpool+admin:*:*:*:*:*:*:*:*'],
    ['an escaped letter', 'cpe:2.3:a:pgpool:pgpool\\admin:*:*:*:*:*:*:*:*'],
    ['a wildcard in the middle', 'cpe:2.3:a:pgpool:pg*admin:*:*:*:*:*:*:*:*'],
    ['no language', 'cpe:2.3:a:pgpool:pgpooladmin:*:*:*:japanese:*:*:*:*'],
    ['a line break at the end', 'cpe:2.3:a:pgpool:pgpooladmin:*:*:*:*:*:*:*:*\n'],
  ])('refuses %s', (_, cpe) => {
    expect(cpe).not.toMatch(cpePattern);
  });

  it('answers at once for hostile text', () => {
    expect(`cpe:2.3:a${':-*'.repeat(50_000)}`).not.toMatch(cpePattern);
    expect(`cpe:2.3:a:${'?'.repeat(100_000)}`).not.toMatch(cpePattern);
  });
});

describe('purlPattern', () => {
  it.each([
    'pkg:npm/%40angular/core@16.0.0',
    'pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie',
    'pkg:golang/google.golang.org/genproto#googleapis/api/annotations',
    'pkg:generic/openssl@1.1.10g?download_url=https://openssl.org/source/openssl-1.1.0g.tar.gz&checksum=sha256:de4d',
    'pkg:maven/org.apache.commons/io',
    'pkg:github/pgpool/pgpooladmin',
  ])('accepts %s', (purl) => {
    expect(purl).toMatch(purlPattern);
  });

  it.each([
    ['an upper-case type', 'pkg:NPM/core'],
    ['no name', 'pkg:npm'],
    ['an empty name', 'pkg:npm/'],
    ['a blank', 'pkg:npm/my package'],
    ['an unencoded scope', 'pkg:npm/@angular/core@16.0.0'],
    ['a broken escape', 'pkg:npm/%4/core'],
    ['an empty version', 'pkg:npm/core@'],
    ['an upper-case qualifier', 'pkg:deb/debian/curl?Arch=i386'],
    ['slashes behind the scheme', 'pkg://npm/core'],
    ['another scheme', 'npm:core'],
  ])('refuses %s', (_, purl) => {
    expect(purl).not.toMatch(purlPattern);
  });

  it('answers at once for hostile text', () => {
    expect(`pkg:npm/a?b=${'a'.repeat(40)}${'/,'.repeat(40)}!`).not.toMatch(purlPattern);
  });
});
