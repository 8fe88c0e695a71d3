import type { CaseRecord } from '#coordination/case-record.ts';
import { renderReminder } from '#coordination/render-reminder.ts';
import { clocksOf } from '#domain/case-clock.ts';
import { isOpen } from '#domain/case.ts';
import { type Cases, type Desk, loadCases, recordActs, requireCase } from '../desk.ts';
import { carryOut, type Step } from '../plan.ts';
import { isOwn } from '../room/own-comments.ts';
import { isLive, vendorsOfRoom } from '../room/rooms.ts';
import { defineVerb } from '../verb.ts';

/** `remind`: asks vendors for the answer that they owe, in their room; of those without an account it says whom to write to. */
export const remind = defineVerb({
  flags: {},
  words: [0, 1],
  run: async (desk, { words: [code] }) => {
    const cases = await loadCases(desk);
    const chosen = code === undefined ? [...cases.records.values()] : [requireCase(cases, code)];
    const late = chosen.filter(({ state }) => isOpen(state)).flatMap((record) => lateVendors(desk, record));
    await carryOut(desk, {
      heading: desk.words.remind.heading(late.length),
      notes: late.flatMap(({ record, vendor }) => letterFor(desk, cases, record, vendor)),
      steps: late.flatMap(({ record, vendor }) => stepFor(desk, cases, record, vendor)),
    });
    return 0;
  },
});

function lateVendors(
  { site, environment }: Desk,
  record: CaseRecord,
): { record: CaseRecord; vendor: string }[] {
  return clocksOf(record, site, environment.now()).flatMap(({ clock, isLate, vendor }) =>
    clock === 'vendor-silence' && isLate && vendor !== undefined ? [{ record, vendor }] : [],
  );
}

function letterFor({ words }: Desk, { contacts }: Cases, record: CaseRecord, vendor: string): string[] {
  const contact = contacts.get(vendor);
  return contact !== undefined && contact.logins.length > 0
    ? []
    : [words.letters.remind(record, contact, vendor)];
}

function stepFor(desk: Desk, cases: Cases, record: CaseRecord, vendor: string): Step[] {
  const { host, words, site } = desk;
  const logins = cases.contacts.get(vendor)?.logins ?? [];
  const room = record.rooms
    .filter(isLive)
    .find((one) => vendorsOfRoom(record, one, cases.settings).includes(vendor));
  if (logins.length === 0 || room === undefined) return [];
  return [
    {
      does: words.remind.step(record.code, vendor),
      perform: async () => {
        const before = record.vendors.find((one) => one.vendor === vendor)?.remindedAt;
        const body = renderReminder({ vendor, logins, before, languages: site.languages });
        const comments = await host.listComments(room.repo, room.pull);
        if (!comments.some((one) => isOwn(cases.settings, one) && one.body.trim() === body))
          await host.createComment(room.repo, room.pull, body);
        await recordActs(desk, cases, record.code, (current) =>
          current?.vendors.find((one) => one.vendor === vendor)?.remindedAt === before
            ? [{ act: 'reminded', vendor, via: 'github' }]
            : [],
        );
      },
    },
  ];
}
