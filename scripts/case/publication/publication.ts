import type { CaseRecord } from '#coordination/case-record.ts';
import { plannedRevision } from '#domain/case-facts.ts';
import { compareInstants, type Instant } from '#domain/dates.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { CaseError } from '../case-error.ts';
import type { Cases, Desk } from '../desk.ts';
import { foresee } from '../room/foresee.ts';
import { assertNoLeak } from './leak-check.ts';
import { findRefusals } from './overlay.ts';
import { type PublicText, requirePublicText } from './public-text.ts';
import { readRoom, type RoomReading } from '../room/read-room.ts';
import { isLive } from '../room/rooms.ts';

/** A publication that nothing stands against any more. */
export interface Publication {
  record: CaseRecord;
  text: PublicText;
  /** Which published state this is, from 1. */
  revision: number;
  /** The moment that the advisory names for it. */
  at: Instant;
  slug: string;
}

/** When the next text of a case is to be published; `undefined` when none is decided. */
export function nextPublication(record: CaseRecord): { at: Instant; revision: number } | undefined {
  const { state, publishAt, publications } = record;
  if (publications.length === 0)
    return state === 'scheduled' && publishAt !== undefined ? { at: publishAt, revision: 1 } : undefined;
  const planned = plannedRevision(record);
  return planned && { at: planned.at, revision: publications.length + 1 };
}

/**
 * Looks at everything that could stand against a publication, before anything is written.
 * @throws {CaseError} with the first thing that does
 */
export async function requirePublication(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  options: { despiteHold: boolean },
): Promise<Publication> {
  const { code, id } = record;
  const next = nextPublication(record);
  if (next === undefined || id === undefined)
    throw new CaseError('nothing-planned', { code, state: record.state });
  const now = desk.environment.now();
  if (compareInstants(next.at, now) > 0) throw new CaseError('not-due', { code, at: next.at, now });
  const heard = await hearRooms(desk, cases, record);
  if (!options.despiteHold) assertNotHeld(heard, next.revision);
  const text = await requirePublicText(desk, cases, record);
  assertApproved(cases, { ...record, textApprovals: approvalsLeft(record, heard) }, text);
  const refusals = await findRefusals(desk.environment, text.files, now);
  if (refusals !== undefined) throw new CaseError('site-refuses', { code, findings: refusals });
  await assertNoLeak(desk, cases, record, text);
  return { record, text, ...next, slug: toSlug(id) };
}

/** The case with what stands in its rooms and no `sync` has recorded yet: an objection, or an approval that was taken back. */
async function hearRooms(desk: Desk, cases: Cases, record: CaseRecord): Promise<CaseRecord> {
  const readings: RoomReading[] = [];
  for (const room of record.rooms.filter(isLive)) readings.push(await readRoom(desk, cases, record, room));
  return foresee(desk, cases, record, readings);
}

/** What was recorded and still stands. */
function approvalsLeft(
  { textApprovals }: CaseRecord,
  { textApprovals: heard }: CaseRecord,
): CaseRecord['textApprovals'] {
  return textApprovals.filter(({ actor, text }) =>
    heard.some((one) => one.actor === actor && one.text === text),
  );
}

function assertNotHeld({ code, vendors }: CaseRecord, revision: number): void {
  // What is public already is not kept back by one vendor.
  if (revision > 1) return;
  const holds = vendors.filter(({ hold }) => hold !== undefined);
  if (holds.length === 0) return;
  throw new CaseError('held', {
    code,
    vendors: holds.map(({ vendor, hold }) => `${vendor}: ${hold ?? ''}`).join('\n'),
  });
}

/** Coordinators who are none any more, and approvals of another text, do not count. */
function assertApproved(
  { settings }: Cases,
  { code, textApprovals }: CaseRecord,
  { hash }: PublicText,
): void {
  const valid = textApprovals.filter(
    ({ actor, text }) => text === hash && settings.coordinators.includes(actor),
  );
  if (valid.length >= settings.approvals) return;
  throw new CaseError('approvals', {
    code,
    hash: hash.slice(0, 12),
    have: String(valid.length),
    need: String(settings.approvals),
    by: valid.map(({ actor }) => actor).join(', '),
    outdated: textApprovals
      .filter(({ text }) => text !== hash)
      .map(({ actor }) => actor)
      .join(', '),
  });
}
