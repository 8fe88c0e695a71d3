import { CaseError } from '../case-error.ts';
import { loadCases, requireCase } from '../desk.ts';
import { carryOut } from '../plan.ts';
import { isLive } from '../room/rooms.ts';
import { defineVerb } from '../verb.ts';

/** `comment`: shows or writes what is said in the room of a case, with `--offline` only: there is no page to do it on. */
export const comment = defineVerb({
  flags: { text: 'string', from: 'string', vendor: 'string' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const { host, words } = desk;
    if (desk.commentAs === undefined) throw new CaseError('offline-only', { verb: 'comment' });
    const { commentAs } = desk;
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    const room =
      record.rooms.filter(isLive).find(({ vendor }) => vendor === flags.vendor) ?? record.rooms.find(isLive);
    if (room === undefined || !isLive(room)) throw new CaseError('no-room', { code });
    const { text } = flags;
    if (text === undefined) {
      for (const { author, updatedAt, body } of await host.listComments(room.repo, room.pull))
        desk.environment.out(`── ${author}, ${updatedAt}\n${body.trimEnd()}\n`);
      return 0;
    }
    const author = flags.from ?? (await host.actor());
    await carryOut(desk, {
      heading: words.ofCase(record),
      steps: [
        {
          does: words.steps.comment(author),
          perform: async () => {
            await commentAs(room.repo, room.pull, author, text);
          },
        },
      ],
    });
    return 0;
  },
});
