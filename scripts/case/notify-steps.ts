import type { CaseRecord } from '#coordination/case-record.ts';
import { dayIn } from '#domain/dates.ts';
import { type Cases, type Desk, recordActs, requireCase } from './desk.ts';
import type { Step } from './plan.ts';
import { vendorsOfRoom } from './rooms.ts';

/**
 * Invites the vendors of a case that were not told yet and have an account. The others are told by other ways and
 * recorded with `notify`.
 */
export function notifySteps(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  vendors: readonly string[],
): Step[] {
  const told = new Set(record.vendors.flatMap(({ vendor, notifiedAt }) => (notifiedAt ? [vendor] : [])));
  return vendors.flatMap((vendor) => {
    const logins = cases.contacts.get(vendor)?.logins ?? [];
    if (told.has(vendor) || logins.length === 0) return [];
    return [
      {
        does: desk.words.open.invite(vendor, logins),
        perform: async () => {
          const now = requireCase(cases, record.code);
          await invite(desk, cases, now, vendor, logins);
        },
      },
    ];
  });
}

async function invite(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  vendor: string,
  logins: readonly string[],
): Promise<void> {
  const { host, environment, site } = desk;
  for (const room of record.rooms.filter((one) =>
    vendorsOfRoom(record, one, cases.settings).includes(vendor),
  )) {
    for (const login of logins) await host.ensureReader(room.repo, login);
  }
  const on = dayIn(environment.now(), site.timezone);
  await recordActs(desk, cases, record.code, (now) =>
    now?.vendors.some((one) => one.vendor === vendor && one.notifiedAt !== undefined)
      ? []
      : [{ act: 'vendor-notified', vendor, via: 'github', on }],
  );
}
