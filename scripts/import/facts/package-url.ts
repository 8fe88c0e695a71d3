import { purlPattern } from '#domain/identifiers.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import { formatPurl, readPurl } from '#formats/packages/read-purl.ts';
import { findRegistered } from '#formats/packages/registry.ts';

/** Types of package URLs by the ecosystems of OSV 1.7, and what separates a namespace from a name there. */
const TYPES: Readonly<Partial<Record<string, readonly [type: string, mark?: string]>>> = {
  ConanCenter: ['conan'],
  'crates.io': ['cargo'],
  Go: ['golang', '/'],
  Hackage: ['hackage'],
  Hex: ['hex'],
  Maven: ['maven', ':'],
  npm: ['npm', '/'],
  NuGet: ['nuget'],
  opam: ['opam'],
  Packagist: ['composer', '/'],
  Pub: ['pub'],
  PyPI: ['pypi'],
  RubyGems: ['gem'],
};

/** Ecosystems by the addresses under which CVE records know their collections, without scheme, `www.` and last slash. */
const COLLECTIONS: Readonly<Partial<Record<string, string>>> = {
  'conan.io/center': 'ConanCenter',
  'crates.io': 'crates.io',
  'golang.org/pkg': 'Go',
  'pkg.go.dev': 'Go',
  'hackage.haskell.org': 'Hackage',
  'hex.pm': 'Hex',
  'repo.hex.pm': 'Hex',
  'maven.org': 'Maven',
  'mvnrepository.com': 'Maven',
  'repo.maven.apache.org/maven2': 'Maven',
  'repo1.maven.org/maven2': 'Maven',
  'npmjs.com': 'npm',
  'npmjs.org': 'npm',
  'registry.npmjs.org': 'npm',
  'nuget.org/packages': 'NuGet',
  'opam.ocaml.org/packages': 'opam',
  'packagist.org': 'Packagist',
  'pub.dev': 'Pub',
  'pypi.org': 'PyPI',
  'pypi.org/project': 'PyPI',
  'pypi.python.org': 'PyPI',
  'rubygems.org': 'RubyGems',
};

/** The package URL of a package in a public registry; `undefined` for other ecosystems and for names that fit none. */
export function packageUrl(ecosystem: string, name: string): string | undefined {
  const found = Object.hasOwn(TYPES, ecosystem) ? TYPES[ecosystem] : undefined;
  if (found === undefined) return undefined;
  const [type, mark] = found;
  const cut = mark === undefined ? -1 : name.lastIndexOf(mark);
  const namespace = cut === -1 ? undefined : name.slice(0, cut);
  const purl = formatted(type, namespace, name.slice(cut + 1));
  return purl !== undefined && findRegistered(purl) !== undefined && purlPattern.test(purl)
    ? purl
    : undefined;
}

/** The ecosystem of a collection of packages, by its address. */
export function ecosystemOf(collection: string): string | undefined {
  const key = collection.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/+$/gu, '');
  return Object.hasOwn(COLLECTIONS, key) ? COLLECTIONS[key] : undefined;
}

/** A package URL, told on; in its normal form where the written one is not accepted. What is none is dropped. */
export function readPackageUrl(place: Place, ...path: readonly string[]): string | undefined {
  const found = member(place, ...path);
  const written = text(found);
  if (written === undefined) return undefined;
  if (purlPattern.test(written)) return written;
  const normal = readPurl(written)?.purl;
  if (normal === undefined || !purlPattern.test(normal)) {
    drop(found, 'unreadable');
    return undefined;
  }
  retell(found, normal);
  return normal;
}

function formatted(type: string, namespace: string | undefined, name: string): string | undefined {
  try {
    return formatPurl({ type, name, ...(namespace !== undefined && { namespace }) });
  } catch {
    // The library throws errors of several classes for names that its type does not allow.
    return undefined;
  }
}
