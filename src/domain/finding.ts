import { compareText } from './compare-text.ts';

/** How much a finding weighs: an error stops a build, a warning is shown and lets it go on. */
export type Severity = 'error' | 'warning';

/** Where a problem stands. Lines and columns count from 1; columns count UTF-16 code units. */
interface Place {
  file: string;
  line: number;
  column: number;
}

/**
 * One problem in the content, as a value. Rules make findings, printers word them; nothing here is prose.
 * `code` is permanent (`ADV012`): it is never reused for another problem.
 * `path` names the field, for example `['affected', 0, 'ranges', 1]`; it is empty for the body and for whole files.
 * `params` are the facts that the message needs, such as the unknown key and its nearest neighbour.
 */
export interface Finding extends Place {
  code: string;
  severity: Severity;
  path: readonly (string | number)[];
  params: Readonly<Record<string, string | number>>;
}

/** Order of findings for people: by file, then from top to bottom, then by code. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code);
}
