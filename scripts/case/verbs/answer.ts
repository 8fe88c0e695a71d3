import { parseYaml } from '#catalog/front-matter.ts';
import { readComments } from '#coordination/read-comments.ts';
import type { Participants } from '#coordination/comment.ts';
import { roomFileSchema } from '#coordination/hub-files.ts';
import type { Language } from '#domain/language.ts';
import { readFileSync } from 'node:fs';
import { CaseError } from '../case-error.ts';
import type { Desk } from '../desk.ts';
import { requireFlag } from '../flag-values.ts';
import type { RoomReading } from '../room/read-room.ts';
import { ROOM_FILE } from '../room/room-files.ts';
import { giveAnswers } from '../room/room-answers.ts';
import { BRANCH } from '../room/rooms.ts';
import { defineVerb } from '../verb.ts';

/**
 * `answer`: what the workflow of a room runs when somebody comments or sends the form: it says at once what was not
 * understood, with the rights of the room alone. What was understood is kept by the next `sync`.
 */
export const answer = defineVerb({
  flags: { room: 'string', pull: 'string' },
  words: [0, 0],
  run: async (desk, { flags }) => {
    const { env } = desk.environment;
    const repo = requireFlag(flags.room ?? env['GITHUB_REPOSITORY'], '--room');
    const pull =
      flags.pull === undefined
        ? await findEventPull(desk, repo, env['GITHUB_EVENT_PATH'])
        : Number(flags.pull);
    // There is nowhere to answer any more.
    if (pull === undefined) return 0;
    if (!Number.isSafeInteger(pull) || pull < 1) throw new CaseError('missing-flag', { flag: '--pull' });
    const { people, languages, timezone } = await loadRoomFile(desk, repo);
    const room = { repo, branch: BRANCH, pull, closed: false };
    const read: RoomReading['read'] = ({ comments = [] } = {}) =>
      readComments(comments, [], people, { zone: timezone, repo });
    await giveAnswers(desk.host, { room, read }, languages);
    return 0;
  },
});

/**
 * The number of the pull request of an event: the one that was commented on or, for a form, the room's open one, if there
 * is one; 0 where there is no such event.
 */
async function findEventPull(
  { host }: Desk,
  repo: string,
  file: string | undefined,
): Promise<number | undefined> {
  const issue = file === undefined ? undefined : readEvent(file).issue;
  if (issue === undefined) return 0;
  if (issue.pull_request !== undefined) return issue.number;
  const pull = await host.findPull(repo, BRANCH);
  return pull?.state === 'open' ? pull.number : undefined;
}

/** As much as we use of the event that a workflow is given as a file. */
interface RoomEvent {
  issue?: { number: number; pull_request?: object };
}

function readEvent(file: string): RoomEvent {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RoomEvent;
  } catch (error) {
    throw new CaseError('unreadable-file', { file, message: (error as Error).message });
  }
}

interface RoomFacts {
  people: Participants;
  languages: readonly Language[];
  timezone: string;
}

async function loadRoomFile({ host }: Desk, repo: string): Promise<RoomFacts> {
  const head = await host.findHead(repo, 'main');
  const text = head === undefined ? undefined : (await host.readFiles(repo, head, ROOM_FILE)).get(ROOM_FILE);
  const yaml = text === undefined ? undefined : parseYaml(text);
  const parsed = yaml?.ok === true ? roomFileSchema.safeParse(yaml.data) : undefined;
  if (parsed?.success !== true) throw new CaseError('room-broken', { repo, file: ROOM_FILE });
  const { bot, coordinators, vendors, languages, timezone } = parsed.data;
  const vendorOf = new Map(
    Object.entries(vendors).flatMap(([vendor, logins]) => logins.map((login) => [login, vendor])),
  );
  return { people: { bot, coordinators: new Set(coordinators), vendorOf }, languages, timezone };
}
