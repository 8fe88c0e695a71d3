/** What is known of a package by its name alone. */
export interface PackageName {
  readonly vendor: string;
  readonly product: string;
}

/** Registries in which projects of many stand side by side, by the ecosystems of OSV 1.7. */
const REGISTRIES: ReadonlySet<string> = new Set([
  ...['Bioconductor', 'ConanCenter', 'CRAN', 'crates.io', 'Hackage', 'Hex', 'Julia', 'npm', 'NuGet', 'opam'],
  ...['OSS-Fuzz', 'Pub', 'PyPI', 'RubyGems', 'vcpkg', 'VSCode', 'BellSoft Hardened Containers'],
]);

const FORGES = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|git\.sr\.ht)$/u;

/**
 * Who makes a package, and what to call it.
 *
 * - A package with a namespace is made by whom the namespace names: a Maven group, a scope of npm, a vendor of
 *   Packagist, the owner of a repository for Go modules, GitHub actions and Swift packages.
 * - A project without one is its own maker, named with its registry: `requests (PyPI)`. The registry makes none of the
 *   projects in it, and projects of one name in two registries have nothing to do with each other.
 * - A package of a distribution or of a vendor’s own collection is theirs. Its release belongs to the product’s name:
 *   `openssl (Alpine:v3.18)`, because each release has versions of its own.
 */
export function namePackage(ecosystem: string, name: string): PackageName {
  const [base = ecosystem] = ecosystem.split(':');
  const owner = ownerOf(base, name);
  if (owner !== undefined) return { vendor: owner, product: name };
  if (REGISTRIES.has(base)) return { vendor: `${name} (${base})`, product: name };
  return { vendor: base, product: ecosystem === base ? name : `${name} (${ecosystem})` };
}

function ownerOf(base: string, name: string): string | undefined {
  if (base === 'Go') return goOwner(name);
  if (base === 'Maven') return beforeMark(name, ':');
  if (base === 'Packagist') return beforeMark(name, '/');
  if (base === 'npm' || base === 'JSR') return name.startsWith('@') ? beforeMark(name, '/') : undefined;
  if (base === 'GitHub Actions') return repositoryOwner(`github.com/${name}`);
  return base === 'SwiftURL' ? repositoryOwner(name) : undefined;
}

/** The standard library and the tools have names without a host. */
function goOwner(name: string): string {
  const [host = name] = name.split('/');
  if (!host.includes('.')) return 'Go';
  return FORGES.test(host) ? repositoryOwner(name) : host;
}

/** The owner of a repository, with the host: `github.com/example`. */
function repositoryOwner(name: string): string {
  return name.split('/').slice(0, 2).join('/');
}

function beforeMark(name: string, mark: string): string | undefined {
  const [owner = ''] = name.split(mark);
  return owner === '' || owner === name ? undefined : owner;
}

/** A product of which only the repository is known: who owns it, and its name. */
export function nameRepository(address: string): PackageName {
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').filter((part) => part !== '');
  const product = (parts.at(-1) ?? hostname).replace(/\.git$/u, '');
  const [owner] = parts;
  return {
    vendor: parts.length > 1 && FORGES.test(hostname) ? `${hostname}/${owner ?? ''}` : hostname,
    product,
  };
}
