import { buildCase } from '#coordination/build-case.ts';
import type { CaseRecord } from '#coordination/case-record.ts';
import type { Entry } from '#coordination/ledger/entry.ts';
import type { Cases, Desk } from '../desk.ts';
import type { RoomReading } from './read-room.ts';

/** The case as it will be when what was read is recorded. Nothing is written; places in the chain are left open. */
export function foresee(
  { environment }: Desk,
  { entries }: Cases,
  record: CaseRecord,
  readings: readonly RoomReading[],
): CaseRecord {
  const { code, head } = record;
  const known = entries.get(code) ?? [];
  const more = readings
    .flatMap(({ read }) => read().acts)
    .map(({ act, actor }, index): Entry => ({
      seq: known.length + index + 1,
      prev: head.hash,
      at: environment.now(),
      actor,
      ...act,
    }));
  if (more.length === 0) return record;
  const built = buildCase(code, [...known, ...more], head);
  return 'problems' in built ? record : built;
}
