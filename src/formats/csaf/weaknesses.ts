import { cweName, isCweCategory } from '#domain/cwe.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import type { CsafVulnerability } from './csaf-2.0.ts';

type Weakness = RecordVulnerability['weaknesses'][number];

/**
 * The first weakness that CSAF can name (§3.2.3.4): one per vulnerability, no category, with its English name exactly as
 * the catalogue has it (§6.1.11). The name comes from our own table and never from the record, so a weakness that the
 * table does not hold is not told here. `others` is everything else.
 */
export function toCwe({ weaknesses }: RecordVulnerability): {
  cwe: CsafVulnerability['cwe'];
  others: Weakness[];
} {
  const first = weaknesses.find(({ id }) => catalogueName(id) !== undefined);
  const name = first && catalogueName(first.id);
  return {
    cwe: first && name !== undefined ? { id: first.id, name } : undefined,
    others: weaknesses.filter((weakness) => weakness !== first),
  };
}

/** The English name of a weakness in the CWE list; none of a category or of one that the table does not hold. */
export function catalogueName(id: string): string | undefined {
  return isCweCategory(id) ? undefined : cweName(id, 'en')?.text;
}
