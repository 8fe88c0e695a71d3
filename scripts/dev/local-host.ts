/**
 * Whether a `Host` header (RFC 9110, section 7.2) names this machine itself. Another name that leads here belongs to
 * a foreign site, whose scripts could read the preview (DNS rebinding).
 */
export function isLocalHost(header: string | undefined): boolean {
  return header !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(header);
}
