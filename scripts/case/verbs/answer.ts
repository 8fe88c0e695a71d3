import { parseYaml } from '#catalog/front-matter.ts';
import { readComments } from '#coordination/read-comments.ts';
import { roomPeopleSchema } from '#coordination/hub-files.ts';
import { readFileSync } from 'node:fs';
import { CaseError } from '../case-error.ts';
import type { Desk } from '../desk.ts';
import { requireFlag } from '../flag-values.ts';
import { ROOM_FILE } from '../room-files.ts';
import { isOwn } from '../own-comments.ts';
import { giveAnswers } from '../room-answers.ts';
import { defineVerb } from '../verb.ts';

/**
 * `answer`: what the workflow of a room runs when somebody comments: it says at once what was not understood, with the
 * rights of the room alone. What was understood is kept by the next `sync`.
 */
export const answer = defineVerb({
  flags: { room: 'string', pull: 'string' },
  words: [0, 0],
  run: async (desk, { flags }) => {
    const { env } = desk.environment;
    const repo = requireFlag(flags.room ?? env['GITHUB_REPOSITORY'], '--room');
    const pull = Number(flags.pull ?? readEventPull(env['GITHUB_EVENT_PATH']));
    if (!Number.isSafeInteger(pull) || pull < 1) throw new CaseError('missing-flag', { flag: '--pull' });
    const people = await loadPeople(desk, repo);
    const comments = await desk.host.listComments(repo, pull);
    const room = { repo, branch: 'draft', pull, closed: false };
    const own = { bot: people.bot, coordinators: [...people.coordinators] };
    const said = comments.filter((comment) => !isOwn(own, comment));
    const read = (): ReturnType<typeof readComments> =>
      readComments(said, [], people, { zone: desk.site.timezone, repo });
    await giveAnswers(desk, own, { room, comments, read });
    return 0;
  },
});

/** The number of the pull request in the event that a workflow is given as a file. */
function readEventPull(file: string | undefined): string {
  if (file === undefined) return '';
  try {
    const event = JSON.parse(readFileSync(file, 'utf8')) as { issue?: { number?: number } };
    return String(event.issue?.number ?? '');
  } catch (error) {
    throw new CaseError('unreadable-file', { file, message: (error as Error).message });
  }
}

async function loadPeople({ host }: Desk, repo: string): Promise<Parameters<typeof readComments>[2]> {
  const head = await host.findHead(repo, 'main');
  const text = head === undefined ? undefined : (await host.readFiles(repo, head, ROOM_FILE)).get(ROOM_FILE);
  const yaml = text === undefined ? undefined : parseYaml(text);
  const parsed = yaml?.ok === true ? roomPeopleSchema.safeParse(yaml.data) : undefined;
  if (parsed?.success !== true) throw new CaseError('room-broken', { repo, file: ROOM_FILE });
  const { bot, coordinators, vendors } = parsed.data;
  const vendorOf = new Map(
    Object.entries(vendors).flatMap(([vendor, logins]) => logins.map((login) => [login, vendor])),
  );
  return { bot, coordinators: new Set(coordinators), vendorOf };
}
