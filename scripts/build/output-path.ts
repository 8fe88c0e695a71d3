/**
 * Where the output of an address stands below the output folder: `/a/` is `a/index.html`, `/404.html` is `404.html`.
 * @throws when an address could leave the folder or mean two things to two systems; plans never hold such addresses
 */
export function toOutputPath(address: string): string {
  const path = address.endsWith('/') ? `${address}index.html` : address;
  const decoded = path.includes('%') ? path.split('/').map(decodeURIComponent) : path.split('/');
  const [root, ...segments] = decoded;
  if (root !== '' || segments.some(isUnsafe)) {
    throw new Error(`An address cannot become a file: ${JSON.stringify(address)}`);
  }
  return segments.join('/');
}

function isUnsafe(segment: string): boolean {
  return (
    segment === '' || segment === '.' || segment === '..' || /[/\\:*?"<>|\u0000-\u001f\u007f]/.test(segment)
  );
}

/** An output and who asks for it: an address of the site, or a file that is published as it stands. */
export interface Claim {
  path: string;
  claimant: string;
}

/** Two outputs claim one place, or one is a file where the other needs a folder. */
export class CollisionError extends Error {
  readonly path: string;
  readonly claimants: readonly [string, string];

  constructor({ path, claimant }: Claim, other: Claim) {
    super(`${claimant} and ${other.claimant} claim ${path}`);
    this.path = path;
    this.claimants = [claimant, other.claimant];
  }
}

/**
 * Refuses two outputs in one place, and a file where another output needs a folder.
 * @throws {CollisionError}
 */
export function assertDistinct(claims: readonly Claim[]): void {
  const seen = new Map<string, Claim>();
  const needed = new Map<string, Claim>();
  for (const claim of claims) {
    const place = claim.path.toLowerCase();
    const twin = seen.get(place);
    if (twin !== undefined) throw new CollisionError(twin, claim);
    seen.set(place, claim);
    needFolder(needed, folderOf(place), claim);
  }
  for (const [folder, claim] of needed) {
    const file = seen.get(folder);
    if (file !== undefined) throw new CollisionError(file, claim);
  }
}

/** Notes who needs a folder first. Where a folder is needed already, those above it are too. */
function needFolder(needed: Map<string, Claim>, folder: string, claim: Claim): void {
  if (folder === '' || needed.has(folder)) return;
  needFolder(needed, folderOf(folder), claim);
  needed.set(folder, claim);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders above a path, outermost first: `a/b/c.html` gives `a` and `a/b`. */
export function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}
