import { parseAdvisoryId, toSlug } from '#domain/advisory-id.ts';
import type { CaseState } from '#domain/case.ts';
import type { CaseRecord, Room } from '#coordination/case-record.ts';
import type { Act } from '#coordination/ledger/entry.ts';
import { randomId } from '#coordination/random-id.ts';
import { suggestVendors } from '#coordination/suggest-vendors.ts';
import { assertPrivate } from '../assert-private.ts';
import { CaseError } from '../case-error.ts';
import { type Cases, type Desk, loadCases, recordActs, requireCase } from '../desk.ts';
import { requireContact } from '../hub/contacts.ts';
import { assertProduct, assertState } from '../moves.ts';
import { carryOut, type Step } from '../plan.ts';
import { publishedSlugs } from '../publication/published.ts';
import { type ChosenRoom, chooseRoom, missingRooms } from '../room/rooms.ts';
import { defineVerb } from '../verb.ts';
import { prepareRoom } from '../room/prepare-room.ts';
import { notifySteps } from '../room/notify-steps.ts';

/** States from which coordination begins, or begins again. */
const STARTS: readonly CaseState[] = [
  'accepted',
  'uncoordinatable',
  'not-a-vulnerability',
  'individually-handled',
];

/**
 * `open`: reserves an identifier, makes the room with its draft pull request and invites vendors. Run again with more
 * vendors it adds them; run again after anything broke it does what is missing.
 */
export const open = defineVerb({
  flags: { id: 'string', family: 'string', vendor: 'strings' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    assertProduct(record);
    assertState(record, 'coordinating', 'scheduled', ...STARTS);
    const vendors = [...new Set([...record.vendors.map(({ vendor }) => vendor), ...(flags.vendor ?? [])])];
    for (const vendor of vendors) requireContact(cases, vendor);
    await assertPrivate(desk.host, desk.hubRepo);
    const acts = chooseActs(desk, cases, record, vendors, flags);
    const steps = [
      ...recordStep(desk, cases, record, acts),
      ...(await roomSteps(desk, cases, record, acts, vendors)),
      ...(await notifySteps(desk, cases, record, vendors)),
    ];
    await carryOut(desk, {
      heading: desk.words.ofCase(record),
      notes: suggestionsFor(desk, cases, record, vendors),
      steps,
    });
    return 0;
  },
});

function suggestionsFor(
  { words }: Desk,
  { contacts }: Cases,
  { report }: CaseRecord,
  vendors: readonly string[],
): string[] {
  const suggestions = suggestVendors(report, [...contacts.values()], new Set(vendors));
  return suggestions.map(({ vendor, match }) => words.open.suggestion(vendor, match));
}

/** What the ledger must hold before anything is made: every choice of chance, so that a second run finds the first one's. */
function chooseActs(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  vendors: readonly string[],
  flags: { id?: string; family?: string },
): Act[] {
  const { environment } = desk;
  const known = new Set(record.vendors.map(({ vendor }) => vendor));
  const rooms = missingRooms(cases.settings, record, vendors).map((wanted) =>
    chooseRoom(cases.settings, wanted, environment.random),
  );
  return [
    ...(record.id === undefined ? [{ act: 'reserved' as const, id: chooseId(desk, cases, flags) }] : []),
    ...rooms.map((room) => ({ act: 'room-chosen' as const, room })),
    ...vendors
      .filter((vendor) => !known.has(vendor))
      .map((vendor) => ({ act: 'vendor-added' as const, vendor })),
    ...(STARTS.includes(record.state) ? [{ act: 'moved' as const, to: 'coordinating' as const }] : []),
  ];
}

function chooseId(
  { environment, site }: Desk,
  { records }: Cases,
  { id, family }: { id?: string; family?: string },
): string {
  const reserved = new Set([...records.values()].flatMap((record) => record.id ?? []));
  const slugs = publishedSlugs(environment.contentDir);
  const isTaken = (one: string): boolean => reserved.has(one) || slugs.has(toSlug(one));
  if (id !== undefined) {
    if (parseAdvisoryId(id, site.families) === undefined) throw new CaseError('wrong-id', { id });
    if (isTaken(id)) throw new CaseError('id-taken', { id });
    return id;
  }
  const chosen = site.families.find(({ prefix }) => family === undefined || prefix === family);
  if (chosen === undefined) throw new CaseError('unknown-value', familyProblem(site.families, family ?? ''));
  for (let tries = 0; tries < 1000; tries += 1) {
    const drawn = randomId(chosen, environment.random);
    if (drawn === undefined) break;
    if (!isTaken(drawn)) return drawn;
  }
  throw new CaseError('no-random-id', { family: chosen.prefix, pattern: chosen.pattern });
}

function familyProblem(families: readonly { prefix: string }[], value: string): Record<string, string> {
  return { flag: '--family', value, nearest: '', choices: families.map(({ prefix }) => prefix).join(', ') };
}

function recordStep(desk: Desk, cases: Cases, { code }: CaseRecord, acts: readonly Act[]): Step[] {
  if (acts.length === 0) return [];
  const vendors = acts.flatMap((act) => (act.act === 'vendor-added' ? act.vendor : []));
  return [
    {
      does: desk.words.open.record({
        reserves: acts.some(({ act }) => act === 'reserved'),
        rooms: acts.filter(({ act }) => act === 'room-chosen').length,
        vendors,
      }),
      perform: async () => {
        await recordActs(desk, cases, code, (now) =>
          now === undefined ? [] : acts.filter((act) => isNews(now, act)),
        );
      },
    },
  ];
}

/** Whether somebody else has not recorded the same in the meantime. */
function isNews({ id, rooms, vendors, state }: CaseRecord, act: Act): boolean {
  switch (act.act) {
    case 'reserved':
      return id === undefined;
    case 'room-chosen':
      return !rooms.some(({ vendor }) => vendor === act.room.vendor);
    case 'vendor-added':
      return !vendors.some(({ vendor }) => vendor === act.vendor);
    default:
      return STARTS.includes(state);
  }
}

async function roomSteps(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  acts: readonly Act[],
  vendors: readonly string[],
): Promise<Step[]> {
  const chosen = acts.flatMap((act): ChosenRoom[] => {
    if (act.act !== 'room-chosen') return [];
    const { vendor, ...room } = act.room;
    return [{ ...room, ...(vendor && { vendor }) }];
  });
  const rooms: (Room | ChosenRoom)[] = [...record.rooms.filter(({ closed }) => !closed), ...chosen];
  const steps: Step[] = [];
  for (const room of rooms) {
    const missing = await prepareRoom(desk, cases, record, room, vendors);
    if (missing.length === 0) continue;
    const { vendor } = room;
    steps.push({
      does: desk.words.open.room(vendor, missing),
      // The room is found again by whom it is for: somebody else may have chosen its name in the meantime.
      perform: async () => {
        const now = requireCase(cases, record.code);
        const own = now.rooms.find((one) => one.vendor === vendor);
        if (own === undefined) throw new CaseError('no-room', { code: record.code });
        for (const part of await prepareRoom(desk, cases, now, own, vendors)) await part.perform();
      },
    });
  }
  return steps;
}
