const part = '(?:0|[1-9]\\d*)';
const preReleasePart = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
/** Semantic Versioning 2.0.0 §2 and §9, without build metadata. */
const semanticPattern = new RegExp(
  `^${part}\\.${part}\\.${part}(?:-${preReleasePart}(?:\\.${preReleasePart})*)?$`,
);
const loosePattern = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[^+]+)?(?:\+.*)?$/u;

/**
 * A version as Semantic Versioning 2.0.0 writes it, or `undefined` when it is none: `v1.2` is `1.2.0`, leading zeros and
 * build metadata go, `1.2.3.4` and `1.2a` have no semantic form.
 */
export function toSemanticVersion(version: string): string | undefined {
  const match = loosePattern.exec(version.normalize('NFKC'));
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', preRelease = ''] = match;
  const text = [major, minor, patch].map((digits) => String(BigInt(digits))).join('.') + preRelease;
  return semanticPattern.test(text) ? text : undefined;
}

/**
 * The least version above a semantic version (§11): nothing stands between `1.2.0` and `1.2.1-0`, or between
 * `1.2.0-rc.1` and `1.2.0-rc.1.0`.
 */
export function nextSemanticVersion(version: string): string {
  if (version.includes('-')) return `${version}.0`;
  return version.replace(/\d+$/u, (patch) => `${BigInt(patch) + 1n}-0`);
}
