import { addDays, dayIn, toZone } from '#domain/dates.ts';
import { firstLanguage } from '#domain/language.ts';
import { buildSkeleton } from '#coordination/export/build-skeleton.ts';
import type { CaseRecord, Room } from '#coordination/case-record.ts';
import { renderPullBody } from '#coordination/render-pull-body.ts';
import type { Host } from '../../host/host.ts';
import { assertPrivate } from '../assert-private.ts';
import { CaseError } from '../case-error.ts';
import { type Cases, type Desk, recordActs } from '../desk.ts';
import { engineOf } from '../hub/engine.ts';
import type { Step } from '../plan.ts';
import { ADVISORY_FILE, type ChosenRoom, vendorsOfRoom } from './rooms.ts';
import { buildRoomFiles, formatRoomFile, ROOM_FILE } from './room-files.ts';

/** The branch to which a room's draft would be merged. */
const MAIN = 'main';

/** What a room still lacks, in the order in which it is made. Empty when nothing is missing. */
export async function prepareRoom(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  room: Room | ChosenRoom,
  vendors: readonly string[],
): Promise<Step[]> {
  const known = vendors.map((vendor) => record.vendors.find((one) => one.vendor === vendor) ?? { vendor });
  const told = vendorsOfRoom({ ...record, vendors: known as CaseRecord['vendors'] }, room, cases.settings);
  await assertPrivate(desk.host, room.repo);
  const main = await desk.host.findHead(room.repo, MAIN);
  const head = main === undefined ? undefined : await desk.host.findHead(room.repo, room.branch);
  const pull = head === undefined ? undefined : await desk.host.findPull(room.repo, room.branch);
  const isRecorded = 'pull' in room;
  return [
    // A repository can be there and lack its files or its settings, until the room is recorded as opened.
    ...(await repositoryStep(desk, cases, room, told, isRecorded ? main : undefined)),
    ...(head === undefined ? [draftStep(desk, record, room)] : []),
    ...(pull === undefined || !isRecorded ? [pullStep(desk, cases, record, room)] : []),
  ];
}

async function repositoryStep(
  { host, words, environment, site }: Desk,
  { settings, contacts }: Cases,
  { repo }: ChosenRoom,
  vendors: readonly string[],
  main: string | undefined,
): Promise<Step[]> {
  // One repository for all cases belongs to its owners, who made it and keep it.
  if (settings.mode === 'single-repo') return [];
  const facts = {
    site,
    vendors: Object.fromEntries(vendors.map((vendor) => [vendor, contacts.get(vendor)?.logins ?? []])),
  };
  const wanted = formatRoomFile(settings, facts);
  if (main === undefined) {
    const perform = async (): Promise<void> => {
      const engine = engineOf(environment, settings);
      await host.ensurePrivateRepo(repo, buildRoomFiles(environment.root, settings, facts, engine));
      await writePeople(host, repo, wanted);
    };
    return [{ does: words.open.repository, perform }];
  }
  if ((await host.readFiles(repo, main, ROOM_FILE)).get(ROOM_FILE) === wanted) return [];
  const perform = async (): Promise<void> => {
    await writePeople(host, repo, wanted);
  };
  return [{ does: words.open.people, perform }];
}

async function writePeople(host: Host, repo: string, wanted: string): Promise<void> {
  const head = await host.findHead(repo, MAIN);
  if (head !== undefined && (await host.readFiles(repo, head, ROOM_FILE)).get(ROOM_FILE) === wanted) return;
  await host.commit(repo, MAIN, {
    expectedHead: head,
    files: new Map([[ROOM_FILE, wanted]]),
    message: 'People of this room',
  });
}

function draftStep({ host, words, site, environment }: Desk, record: CaseRecord, room: ChosenRoom): Step {
  return {
    does: words.open.draft,
    perform: async () => {
      if ((await host.findHead(room.repo, room.branch)) !== undefined) return;
      const { id, vendors, report } = record;
      if (id === undefined) throw new CaseError('no-room', { code: record.code });
      const target = addDays(dayIn(environment.now(), site.timezone), site.timers.publicationTargetDays);
      const text = buildSkeleton({
        id,
        title: report.title,
        ...(report.product && { product: report.product }),
        vendors: room.vendor === undefined ? vendors.map(({ vendor }) => vendor) : [room.vendor],
        publishAt: toZone(`${target}T05:00:00Z`, site.timezone),
        language: firstLanguage(site),
      });
      const from = await host.findHead(room.repo, MAIN);
      await host.commit(room.repo, room.branch, {
        expectedHead: undefined,
        ...(from && { from }),
        files: new Map([[ADVISORY_FILE, text]]),
        message: 'Draft',
      });
    },
  };
}

function pullStep(desk: Desk, cases: Cases, record: CaseRecord, room: ChosenRoom): Step {
  const { host, words, site } = desk;
  return {
    does: words.open.pull,
    perform: async () => {
      const found = await host.findPull(room.repo, room.branch);
      const pull =
        found ??
        (await host.openPull(room.repo, {
          branch: room.branch,
          base: MAIN,
          // Titles travel in mails to everybody who watches the room, so they tell nothing.
          title: `Draft ${record.code}`,
          body: renderPullBody({
            site,
            isShared: room.vendor === undefined && cases.settings.mode !== 'room-per-vendor',
          }),
          draft: true,
        }));
      await recordActs(desk, cases, record.code, (now) =>
        now?.rooms.some(
          ({ repo, branch, pull: known }) =>
            repo === room.repo && branch === room.branch && known !== undefined,
        )
          ? []
          : [{ act: 'room-opened', repo: room.repo, pull: pull.number }],
      );
    },
  };
}
