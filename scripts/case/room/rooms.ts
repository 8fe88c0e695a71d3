import type { CaseRecord, Room } from '#coordination/case-record.ts';
import type { HubSettings } from '#coordination/hub-files.ts';
import { randomCode } from '#coordination/random-id.ts';
import { CaseError } from '../case-error.ts';

/** The branch of a room on which the advisory is written, where the repository is the room's own. */
export const BRANCH = 'draft';

/** The file of a room that holds the advisory. */
export const ADVISORY_FILE = 'advisory.md';

/** A room that a case should have, before it has a name. */
interface WantedRoom {
  vendor?: string;
}

/** A room with its name; what a ledger records when it is chosen. */
export type ChosenRoom = Omit<Room, 'pull' | 'closed'>;

/**
 * The rooms that a case should have and has not. With one room per vendor there is also one without a vendor, for the
 * coordinators alone, which holds the whole advisory.
 */
export function missingRooms(
  { mode }: Pick<HubSettings, 'mode'>,
  { rooms }: Pick<CaseRecord, 'rooms'>,
  vendors: readonly string[],
): WantedRoom[] {
  const wanted: WantedRoom[] = [
    {},
    ...(mode === 'room-per-vendor' ? vendors.map((vendor) => ({ vendor })) : []),
  ];
  return wanted.filter(({ vendor }) => !rooms.some((room) => room.vendor === vendor));
}

/** A name for a room that tells nothing of its case: chance alone, and no number that counts up. */
export function chooseRoom(
  { mode, rooms }: Pick<HubSettings, 'mode' | 'rooms'>,
  { vendor }: WantedRoom,
  random: (below: number) => number,
): ChosenRoom {
  const code = randomCode(random);
  const place =
    mode === 'single-repo'
      ? { repo: rooms, branch: `${BRANCH}-${code}` }
      : { repo: `${rooms}/room-${code}`, branch: BRANCH };
  return { ...place, ...(vendor && { vendor }) };
}

/**
 * Whether the repository is that of one case, where vendors may send the form. What is sent to a repository of all cases
 * does not say for which.
 */
export function hasForms({ branch }: Pick<Room, 'branch'>): boolean {
  return branch === BRANCH;
}

/**
 * The room that holds the whole advisory.
 * @throws {CaseError} when the case has none yet
 */
export function mainRoom({ code, rooms }: CaseRecord): Room {
  const room = rooms.find(({ vendor }) => vendor === undefined);
  if (room === undefined) throw new CaseError('no-room', { code });
  return room;
}

/** Who may read a room: the vendor that it is for, or all of the case. */
export function vendorsOfRoom(
  { vendors }: CaseRecord,
  { vendor }: Pick<Room, 'vendor'>,
  { mode }: HubSettings,
): string[] {
  if (vendor !== undefined) return [vendor];
  return mode === 'room-per-vendor' ? [] : vendors.map((one) => one.vendor);
}

/** A room that people can still comment in. */
export type LiveRoom = Room & { pull: number };

export function isLive(room: Room): room is LiveRoom {
  return room.pull !== undefined && !room.closed;
}
