/**
 * Where the output of an address stands below the output folder: `/a/` is `a/index.html`, `/404.html` is `404.html`.
 * @throws when an address could leave the folder or mean two things to two systems; plans never hold such addresses
 */
export function toOutputPath(address: string): string {
  const path = address.endsWith('/') ? `${address}index.html` : address;
  const segments = path.slice(1).split('/').map(decodeURIComponent);
  if (!path.startsWith('/') || segments.some(isUnsafe)) {
    throw new Error(`An address cannot become a file: ${JSON.stringify(address)}`);
  }
  return segments.join('/');
}

function isUnsafe(segment: string): boolean {
  return (
    segment === '' || segment === '.' || segment === '..' || /[/\\:*?"<>|\u0000-\u001f\u007f]/.test(segment)
  );
}

/** Refuses two outputs in one place, and a file where another output needs a folder. */
export function assertDistinct(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const twin = seen.get(path.toLowerCase());
    if (twin !== undefined) throw new Error(`Two outputs want one place: ${twin} and ${path}`);
    seen.set(path.toLowerCase(), path);
  }
  for (const path of paths) {
    const inside = foldersOf(path).find((folder) => seen.has(folder.toLowerCase()));
    if (inside !== undefined) throw new Error(`${inside} is a file and a folder at once (${path})`);
  }
}

/** The folders above a path, outermost first: `a/b/c.html` gives `a` and `a/b`. */
export function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}
