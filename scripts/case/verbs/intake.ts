import { createHash } from 'node:crypto';
import { type Channel, channelSchema } from '#coordination/answer.ts';
import { type Comparable, findDuplicates } from '#coordination/duplicates.ts';
import type { Act } from '#coordination/ledger/entry.ts';
import { randomCode } from '#coordination/random-id.ts';
import { dayIn } from '#domain/dates.ts';
import { assertPrivate } from '../assert-private.ts';
import { type Cases, type Desk, loadCases, recordActs } from '../desk.ts';
import { readChoice, readDay, requireFlag } from '../flag-values.ts';
import { encryptOriginal, RecipientError } from '../hub/original.ts';
import { readOriginal } from '../hub/read-original.ts';
import { carryOut, type Step } from '../plan.ts';
import { publishedComparables } from '../publication/published.ts';
import { type Asked, defineVerb } from '../verb.ts';

const flags = {
  file: 'string',
  title: 'string',
  product: 'string',
  finder: 'string',
  contact: 'string',
  via: 'string',
  on: 'string',
} as const;

/** A report before it is a case. */
interface Report {
  act: Extract<Act, { act: 'received' }>;
  /** The words as they arrived. */
  bytes: Uint8Array;
}

/** `intake`: opens a case for each report that waits at the site, or for one file. */
export const intake = defineVerb({
  flags,
  words: [0, 0],
  run: async (desk, asked) => {
    const cases = await loadCases(desk);
    await assertPrivate(desk.host, desk.hubRepo);
    const reports =
      asked.flags.file === undefined
        ? await loadWaiting(desk, cases)
        : [loadFile(desk, asked, asked.flags.file)];
    const news = reports.filter((report) => findKnown(cases, report) === undefined);
    const notes = reports.flatMap((report) => {
      const code = findKnown(cases, report);
      return code === undefined
        ? hintsAt(desk, cases, report)
        : desk.words.intake.known(report.act.title, code);
    });
    if (news.length > 0 && cases.settings.recipients.length === 0) throw new RecipientError();
    const steps = takeCodes(desk, cases, news).map(([code, report]) => toStep(desk, cases, code, report));
    await carryOut(desk, { heading: desk.words.intake.heading(reports.length), notes, steps });
    return 0;
  },
});

/** Whatever stands in a report, it is taken in: one that says nothing must not keep back the next. */
async function loadWaiting({ host, site, environment }: Desk, { settings }: Cases): Promise<Report[]> {
  const waiting = await host.listReports(settings.site);
  return waiting.map(({ reference, title, text, finder, product, receivedAt }) => ({
    act: {
      act: 'received',
      channel: 'github',
      reference,
      title: toLine(title) || reference,
      ...(product && toLine(product) && { product: toLine(product) }),
      finder: { login: finder },
      receivedOn: dayIn(receivedAt || environment.now(), site.timezone),
    },
    bytes: Buffer.from(text),
  }));
}

function toLine(text: string): string {
  return text.trim().slice(0, 500).trim();
}

function loadFile({ environment, site }: Desk, { flags: given }: Asked<typeof flags>, file: string): Report {
  const title = requireFlag(given.title, '--title');
  const channel: Channel = readChoice(given.via ?? 'file', '--via', channelSchema.options);
  const finder = {
    ...(given.finder && { name: given.finder }),
    ...(given.contact && { contact: given.contact }),
  };
  return {
    act: {
      act: 'received',
      channel,
      title,
      ...(given.product && { product: given.product }),
      finder,
      receivedOn: readDay(given.on, '--on') ?? dayIn(environment.now(), site.timezone),
    },
    bytes: readOriginal(environment.cwd, file),
  };
}

/** The case that was made of the same report: by its reference, or by the bytes that arrived. */
function findKnown({ records }: Cases, { act, bytes }: Report): string | undefined {
  const digest = createHash('sha256').update(bytes).digest('hex');
  for (const { code, report } of records.values()) {
    const isSame =
      act.reference === undefined ? report.original?.sha256 === digest : report.reference === act.reference;
    if (isSame) return code;
  }
  return undefined;
}

function hintsAt({ environment, words }: Desk, { records }: Cases, { act, bytes }: Report): string[] {
  const others: Comparable[] = [
    ...[...records.values()].map(({ code, report: { title, product } }) => ({
      name: code,
      title,
      ...(product && { product }),
    })),
    ...publishedComparables(environment),
  ];
  const { title, product } = act;
  const report = { name: '', title, ...(product && { product }), text: Buffer.from(bytes).toString('utf8') };
  return findDuplicates(report, others)
    .slice(0, 5)
    .map(({ name, because }) => words.intake.duplicate(title, name, because));
}

function takeCodes(
  { environment }: Desk,
  { records, broken }: Cases,
  reports: readonly Report[],
): [string, Report][] {
  const taken = new Set([...records.keys(), ...broken.keys()]);
  return reports.map((report) => {
    let code = randomCode(environment.random);
    // A stuck source of chance must end in an error of the host, not in an endless loop here.
    for (let tries = 0; taken.has(code) && tries < 1000; tries += 1) code = randomCode(environment.random);
    taken.add(code);
    return [code, report];
  });
}

function toStep(desk: Desk, cases: Cases, code: string, { act, bytes }: Report): Step {
  return {
    does: desk.words.intake.step(act.title),
    perform: async () => {
      const original = await encryptOriginal({
        code,
        number: 1,
        bytes,
        recipients: cases.settings.recipients,
      });
      const { path, sha256, text } = original;
      await recordActs(
        desk,
        cases,
        code,
        (record) => (record === undefined ? [{ ...act, original: { path, sha256 } }] : []),
        () => new Map([[path, text]]),
      );
      desk.environment.out(desk.words.intake.opened(code));
    },
  };
}
