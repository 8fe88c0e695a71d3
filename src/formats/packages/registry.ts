import { type Package, readPurl } from './read-purl.ts';

/** A public package registry: how other formats call it and the packages in it. */
interface Registry {
  /** OSV 1.7, `affected[].package.ecosystem`. */
  readonly ecosystem: string;
  /** CVE Record Format 5.1, `affected[].collectionURL`, by the addresses that the format lists. */
  readonly collection: string;
  /** CVE Record Format 5.1, `versionType`; `semver` only where the registry accepts nothing else. */
  readonly versions: 'semver' | 'python' | 'maven' | 'custom';
  readonly nameOf: (named: Package) => string | undefined;
}

/** A package that stands in a public registry, under the name that the registry gives it. */
export interface RegisteredPackage extends Omit<Registry, 'nameOf'> {
  readonly name: string;
  readonly purl: string;
  readonly version?: string;
}

/** By the type of the package URL. Packages of distributions are not here: OSV wants their release, no purl says it. */
const REGISTRIES: Readonly<Partial<Record<string, Registry>>> = {
  cargo: registry('crates.io', 'https://crates.io', 'semver', bare),
  composer: registry('Packagist', 'https://packagist.org', 'custom', scoped('/')),
  conan: registry('ConanCenter', 'https://conan.io/center', 'custom', bare),
  gem: registry('RubyGems', 'https://rubygems.org', 'custom', bare),
  golang: registry('Go', 'https://golang.org/pkg', 'semver', path),
  hackage: registry('Hackage', 'https://hackage.haskell.org', 'custom', bare),
  hex: registry('Hex', 'https://repo.hex.pm', 'semver', bare),
  maven: registry('Maven', 'https://repo.maven.apache.org/maven2', 'maven', scoped(':')),
  npm: registry('npm', 'https://registry.npmjs.org', 'semver', path),
  nuget: registry('NuGet', 'https://nuget.org/packages', 'custom', bare),
  opam: registry('opam', 'https://opam.ocaml.org/packages', 'custom', bare),
  pub: registry('Pub', 'https://pub.dev', 'semver', bare),
  pypi: registry('PyPI', 'https://pypi.python.org', 'python', normalised),
};

/** The package of a package URL in the public registry of its type, or `undefined` when there is none. */
export function findRegistered(purl: string): RegisteredPackage | undefined {
  const named = readPurl(purl);
  if (named === undefined || named.repository !== undefined) return undefined;
  const found = REGISTRIES[named.type];
  const name = found?.nameOf(named);
  if (found === undefined || name === undefined) return undefined;
  const { ecosystem, collection, versions } = found;
  return {
    ...{ ecosystem, collection, versions, name, purl: named.purl },
    ...(named.version !== undefined && { version: named.version }),
  };
}

function registry(
  ecosystem: string,
  collection: string,
  versions: Registry['versions'],
  nameOf: Registry['nameOf'],
): Registry {
  return { ecosystem, collection, versions, nameOf };
}

/** Registries without namespaces; a namespace would mean a private part of them. */
function bare({ namespace, name }: Package): string | undefined {
  return namespace === undefined ? name : undefined;
}

function path({ namespace, name }: Package): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Registries in which every package has a namespace. */
function scoped(mark: string): Registry['nameOf'] {
  return ({ namespace, name }) => (namespace === undefined ? undefined : namespace + mark + name);
}

/** PEP 503. */
function normalised(named: Package): string | undefined {
  return bare(named)
    ?.replace(/[-_.]+/gu, '-')
    .toLowerCase();
}
