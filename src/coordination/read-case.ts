import { buildCase } from './build-case.ts';
import type { CaseRecord } from './case-record.ts';
import type { Entry } from './ledger/entry.ts';
import { parseLedger } from './ledger/parse-ledger.ts';

export type CaseReading =
  | {
      ok: true;
      record: CaseRecord;
      entries: readonly Entry[];
      /** The digest of each line, for the anchors of the hub's history. */
      hashes: readonly string[];
    }
  | {
      ok: false;
      /** What is wrong and in which line, without words of the ledger. */
      problem: string;
    };

/** A ledger's text → the case that it tells, or what is wrong with it. */
export function readCase(code: string, text: string): CaseReading {
  const ledger = parseLedger(text);
  if (!ledger.ok) {
    const [first] = ledger.problems;
    const path = first?.path.length ? ` (${first.path.join('.')})` : '';
    return { ok: false, problem: `line ${first?.line ?? 1}: ${first?.kind ?? ''}${path}` };
  }
  const { entries, head, hashes } = ledger;
  const record = buildCase(code, entries, head);
  if (!('problems' in record)) return { ok: true, record, entries, hashes };
  const [first] = record.problems;
  return { ok: false, problem: `line ${first?.seq ?? 0}: ${first?.kind ?? ''}` };
}
