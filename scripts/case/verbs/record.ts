import { type Answer, answerSchema, channelSchema } from '#coordination/answer.ts';
import { parseStatus } from '#coordination/commands/parse-status.ts';
import type { Act, Entry } from '#coordination/ledger/entry.ts';
import { VEX_JUSTIFICATIONS } from '#domain/vex-justification.ts';
import { CaseError } from '../case-error.ts';
import { requireVendor } from '../hub/contacts.ts';
import { loadCases, recordActs, requireCase } from '../desk.ts';
import { readChoice, readDay, requireFlag } from '../flag-values.ts';
import { encryptOriginal, originalPath } from '../hub/original.ts';
import { carryOut } from '../plan.ts';
import { type Asked, defineVerb } from '../verb.ts';
import { readOriginal } from '../hub/read-original.ts';

const flags = {
  vendor: 'string',
  status: 'string',
  statement: 'string',
  fixed: 'strings',
  notice: 'strings',
  justification: 'string',
  via: 'string',
  on: 'string',
  original: 'string',
  note: 'string',
} as const;

/** `record`: keeps an answer that came by mail, by phone or otherwise, with where it came from. */
export const record = defineVerb({
  flags,
  words: [1, 1],
  run: async (desk, asked) => {
    const [code = ''] = asked.words;
    const cases = await loadCases(desk);
    const found = requireCase(cases, code);
    const { vendor } = requireVendor(found, requireFlag(asked.flags.vendor, '--vendor'));
    const via = readChoice(requireFlag(asked.flags.via, '--via'), '--via', channelSchema.options);
    const on = requireFlag(readDay(asked.flags.on, '--on'), '--on');
    const answer = readAnswer(asked);
    const { note, original: file } = asked.flags;
    const bytes = file === undefined ? undefined : readOriginal(desk.environment.cwd, file);
    const act: Act = { act: 'answered', vendor, answer, via, on, ...(note && { note }) };
    await carryOut(desk, {
      heading: desk.words.ofCase(found),
      steps: [
        {
          does: desk.words.record.step(vendor, answer.status, via, on, file),
          perform: async () => {
            const { recipients } = cases.settings;
            const kept = bytes && (await encryptOriginal({ code, number: 1, bytes, recipients }));
            await recordActs(
              desk,
              cases,
              code,
              (_, entries) => {
                const path = nextOriginal(code, entries);
                const full = kept ? { ...act, original: { path, sha256: kept.sha256 } } : act;
                // A second run after a crash finds what the first one wrote.
                return entries.some((entry) => isSame(entry, full)) ? [] : [full];
              },
              (entries) => new Map(kept ? [[nextOriginal(code, entries), kept.text]] : []),
            );
          },
        },
      ],
    });
    return 0;
  },
});

/** A number that no other original of the case has, somebody else's of this moment included. */
function nextOriginal(code: string, entries: readonly Entry[]): string {
  return originalPath(code, entries.filter((entry) => 'original' in entry).length + 1);
}

function isSame(entry: Act, act: Act): boolean {
  if (entry.act !== 'answered' || act.act !== 'answered') return false;
  const essence = ({ vendor, answer, via, on, original }: typeof act): string =>
    JSON.stringify([vendor, answer, via, on, original?.sha256]);
  return essence(entry) === essence(act);
}

function readAnswer({ flags: given }: Asked<typeof flags>): Answer {
  const typed = requireFlag(given.status, '--status');
  const spoken = parseStatus(typed);
  if (spoken === undefined)
    throw new CaseError('unknown-value', {
      flag: '--status',
      value: typed,
      nearest: '',
      choices: STATUS_CHOICES,
    });
  const { statement, notice, justification } = given;
  const fixed = [...(spoken.fixed ?? []), ...(given.fixed ?? [])];
  const answer = answerSchema.safeParse({
    ...spoken,
    ...(fixed.length > 0 && { fixed }),
    ...(statement && { statement }),
    ...(notice && { notices: notice }),
    ...(justification && { justification: readChoice(justification, '--justification', VEX_JUSTIFICATIONS) }),
  });
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  throw new CaseError('unknown-value', {
    flag: `--${String(issue?.path[0] ?? 'status')}`,
    value: '',
    nearest: '',
    choices: issue?.message ?? '',
  });
}

const STATUS_CHOICES =
  '“affected”, “not affected”, “affected, investigating”, “not affected, investigating”, “unknown”, “fixed in 2.4.1”';
