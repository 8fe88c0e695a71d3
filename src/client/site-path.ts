/**
 * Whether an address that came with data is a path of this site. Data that was tampered with must not lead away: `//host`
 * and `/\host` name another host, and browsers take tabs and line breaks out of an address before they read it.
 */
export function isSitePath(address: string): boolean {
  return /^\/(?![/\\])[^\\\p{C}\s]*$/u.test(address);
}
