/** An instant as text in Japan Standard Time, which has been UTC+9 without summer time since 1952. */
export function formatInstant(milliseconds: number): string {
  return `${new Date(milliseconds + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}
