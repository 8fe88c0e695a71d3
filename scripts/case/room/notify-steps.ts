import type { CaseRecord, Room } from '#coordination/case-record.ts';
import { dayIn } from '#domain/dates.ts';
import { type Cases, type Desk, recordActs, requireCase } from '../desk.ts';
import type { Step } from '../plan.ts';
import { isLive, vendorsOfRoom } from './rooms.ts';

/**
 * Invites the vendors of a case that have an account and were not told yet, or whose invitation has expired. The others
 * are told by other ways and recorded with `notify`.
 */
export async function notifySteps(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  vendors: readonly string[],
): Promise<Step[]> {
  const readers = await loadReaders(desk, record.rooms.filter(isLive));
  return vendors.flatMap((vendor) => {
    const logins = cases.contacts.get(vendor)?.logins ?? [];
    if (logins.length === 0 || isInvited(cases, record, vendor, readers)) return [];
    return [
      {
        does: desk.words.open.invite(vendor, logins),
        perform: async () => {
          await invite(desk, cases, requireCase(cases, record.code), vendor);
        },
      },
    ];
  });
}

type Readers = ReadonlyMap<string, readonly string[]>;

async function loadReaders({ host }: Desk, rooms: readonly Room[]): Promise<Readers> {
  const readers = new Map<string, readonly string[]>();
  for (const { repo } of rooms) readers.set(repo, await host.listReaders(repo));
  return readers;
}

function isInvited(cases: Cases, record: CaseRecord, vendor: string, readers: Readers): boolean {
  const isTold = record.vendors.some((one) => one.vendor === vendor && one.notifiedAt !== undefined);
  const logins = cases.contacts.get(vendor)?.logins ?? [];
  return (
    isTold &&
    roomsOf(cases, record, vendor).every(({ repo }) =>
      logins.every((login) => readers.get(repo)?.includes(login)),
    )
  );
}

function roomsOf({ settings }: Cases, record: CaseRecord, vendor: string): Room[] {
  return record.rooms.filter(
    (room) => !room.closed && vendorsOfRoom(record, room, settings).includes(vendor),
  );
}

async function invite(desk: Desk, cases: Cases, record: CaseRecord, vendor: string): Promise<void> {
  const { host, environment, site } = desk;
  for (const { repo } of roomsOf(cases, record, vendor)) {
    for (const login of cases.contacts.get(vendor)?.logins ?? []) await host.ensureReader(repo, login);
  }
  const on = dayIn(environment.now(), site.timezone);
  await recordActs(desk, cases, record.code, (now) =>
    now?.vendors.some((one) => one.vendor === vendor && one.notifiedAt !== undefined)
      ? []
      : [{ act: 'vendor-notified', vendor, via: 'github', on }],
  );
}
