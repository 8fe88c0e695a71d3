import { describe, expect, it } from 'vitest';
import { readPurl } from './read-purl.ts';
import { findRegistered } from './registry.ts';
import { nextSemanticVersion, toSemanticVersion } from './semantic-version.ts';

describe('a package URL', () => {
  it.each([
    ['pkg:npm/example', 'npm', 'example'],
    ['pkg:npm/%40example/product', 'npm', '@example/product'],
    ['pkg:pypi/Example_Product', 'PyPI', 'example-product'],
    ['pkg:pypi/zope.example', 'PyPI', 'zope-example'],
    ['pkg:maven/com.example/product', 'Maven', 'com.example:product'],
    ['pkg:golang/git.example/Example/product#sub/folder', 'Go', 'git.example/Example/product'],
    ['pkg:cargo/example', 'crates.io', 'example'],
    ['pkg:gem/example', 'RubyGems', 'example'],
    ['pkg:nuget/Example.Product', 'NuGet', 'Example.Product'],
    ['pkg:composer/example/product', 'Packagist', 'example/product'],
    ['pkg:hex/example', 'Hex', 'example'],
    ['pkg:pub/example_product', 'Pub', 'example_product'],
  ])('%s is known to OSV as %s %s', (purl, ecosystem, name) => {
    expect(findRegistered(purl)).toMatchObject({ ecosystem, name });
  });

  it.each([
    ['of no registry', 'pkg:generic/example'],
    ['of a distribution', 'pkg:deb/debian/example'],
    ['of a repository on the side', 'pkg:maven/com.example/product?repository_url=repo.example'],
    ['of a private part', 'pkg:hex/company/example'],
    ['without the group', 'pkg:maven/product'],
    ['that is none', 'not a package URL'],
  ])('%s has no name there', (_, purl) => {
    expect(findRegistered(purl)).toBeUndefined();
  });

  it('is kept without version, qualifiers and subpath', () => {
    expect(readPurl('pkg:npm/%40example/product@1.0.0?a=b#c')).toEqual({
      ...{ type: 'npm', namespace: '@example', name: 'product', version: '1.0.0' },
      purl: 'pkg:npm/%40example/product',
    });
  });
});

describe('a semantic version', () => {
  it.each([
    ['1', '1.0.0'],
    ['v1.2', '1.2.0'],
    ['１．２．３', '1.2.3'],
    ['01.02.03', '1.2.3'],
    ['1.2-rc1', '1.2.0-rc1'],
    ['1.2.3-rc.1+build.5', '1.2.3-rc.1'],
  ])('is found in %s', (written, version) => {
    expect(toSemanticVersion(written)).toBe(version);
  });

  it.each(['1.2.3.4', '1.2a', '1:2.0', '1.0_p2', '1.0.0-01', ''])('is not in “%s”', (written) => {
    expect(toSemanticVersion(written)).toBeUndefined();
  });

  it('has a next one with nothing between', () => {
    expect(nextSemanticVersion('1.2.9')).toBe('1.2.10-0');
    expect(nextSemanticVersion('1.2.0-rc.1')).toBe('1.2.0-rc.1.0');
  });
});
