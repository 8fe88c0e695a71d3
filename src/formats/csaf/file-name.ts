/**
 * The name of the file that holds a CSAF document (CSAF 2.0 §5.1): its tracking id in lower case, every run of other
 * characters than `a-z 0-9 + -` as one underscore. Different ids can have one name; `npm run check` refuses that.
 */
export function csafFileName(trackingId: string): string {
  return `${trackingId.toLowerCase().replace(/[^+\-a-z0-9]+/gu, '_')}.json`;
}
