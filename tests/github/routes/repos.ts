import { record, refusal } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Place, Route, World } from '../world.ts';

/** What GitHub keeps of a repository and the emulator forgets. */
const FORGOTTEN = ['squash_merge_commit_title', 'squash_merge_commit_message', 'merge_commit_title'];

export const repoRoutes: readonly Route[] = [
  { method: 'GET', pattern: /^$/, answer: async (place) => withSettings(place, await forward(place)) },
  { method: 'PATCH', pattern: /^$/, answer: updateRepo },
  ...['POST /git/trees', 'POST /git/commits', 'POST /git/refs', 'GET /git/ref/.+'].map((text): Route => {
    const [method = '', pattern = ''] = text.split(' ');
    return { method, pattern: new RegExp(`^${pattern}$`), answer: refuseEmpty };
  }),
];

/** Keeps of a new repository what the emulator forgets. */
export function rememberRepo(world: World, answer: Answer, wanted: unknown): void {
  const name = record(answer.body)['full_name'];
  if (answer.status === 201 && typeof name === 'string') remember(world, name, record(wanted));
}

async function updateRepo(place: Place): Promise<Answer> {
  const answer = await forward(place);
  if (answer.status === 200) remember(place.world, place.repo, record(place.question.body));
  return withSettings(place, answer);
}

function remember({ settings }: World, repo: string, wanted: Record<string, unknown>): void {
  const kept = Object.entries(wanted).filter(([key]) => FORGOTTEN.includes(key));
  settings.set(repo, { ...settings.get(repo), ...Object.fromEntries(kept) });
}

function withSettings({ world, repo }: Place, answer: Answer): Answer {
  if (answer.status !== 200) return answer;
  return { ...answer, body: { ...record(answer.body), ...world.settings.get(repo) } };
}

/** GitHub's git data API does not work in a repository without commits. */
async function refuseEmpty({ world, repo }: Place): Promise<Answer | undefined> {
  const { body } = await world.ask('GET', `/repos/${repo}/branches`);
  return Array.isArray(body) && body.length === 0 ? refusal(409, 'Git Repository is empty.') : undefined;
}

async function forward({ world, question }: Place): Promise<Answer> {
  return world.forward(question);
}
