import { resolve } from 'node:path';
import type { CaseRecord } from '#coordination/case-record.ts';
import { compareInstants } from '#domain/dates.ts';
import { CaseError } from '../case-error.ts';
import { type Cases, type Desk, loadCases, requireCase } from '../desk.ts';
import { describeError } from '../describe-error.ts';
import { exportSteps } from '../publication/export-steps.ts';
import { carryOut } from '../plan.ts';
import { nextPublication, requirePublication } from '../publication/publication.ts';
import { requestSteps } from '../publication/request-steps.ts';
import { defineVerb } from '../verb.ts';

/**
 * `publish`: puts a case's approved text on the site when its moment has come, or all that are due (`--due`). It may be
 * run again at any time and goes on where it was; `--export-dir` writes into a content directory and needs no host of the site.
 */
export const publish = defineVerb({
  flags: { due: 'boolean', 'export-dir': 'string', 'despite-hold': 'boolean' },
  words: [0, 1],
  run: async (desk, { flags, words: [code] }) => {
    if ((code === undefined) !== (flags.due === true))
      throw new CaseError('missing-flag', { flag: '--due | <case>' });
    const cases = await loadCases(desk);
    const despiteHold = flags['despite-hold'] === true;
    const folder = flags['export-dir'];
    if (code !== undefined) {
      await publishOne(desk, cases, requireCase(cases, code), { despiteHold, folder });
      return 0;
    }
    return await publishDue(desk, cases, { despiteHold, folder });
  },
});

interface Options {
  despiteHold: boolean;
  folder: string | undefined;
}

/** One case that cannot be published does not keep back the others. */
async function publishDue(desk: Desk, cases: Cases, options: Options): Promise<number> {
  const { environment, words } = desk;
  const due = [...cases.records.values()].filter((record) => {
    const next = nextPublication(record);
    return next !== undefined && compareInstants(next.at, environment.now()) <= 0;
  });
  if (due.length === 0) environment.out(words.publish.nothingDue);
  let code = 0;
  for (const record of due) {
    try {
      await publishOne(desk, cases, record, options);
    } catch (error) {
      environment.err(describeError(error, words, words.ofCase(record)));
      code = 1;
    }
  }
  for (const [broken, problem] of cases.broken) {
    environment.err(words.problems['ledger-broken']({ code: broken, problem }));
    code = 1;
  }
  return code;
}

async function publishOne(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  { despiteHold, folder }: Options,
): Promise<void> {
  const last = record.publications.at(-1);
  if (last !== undefined && nextPublication(record) === undefined) {
    desk.environment.out(desk.words.publish.already(last.path, last.text.slice(0, 12)));
    return;
  }
  const publication = await requirePublication(desk, cases, record, { despiteHold });
  const steps =
    folder === undefined
      ? await requestSteps(desk, cases, publication)
      : exportSteps(desk, cases, publication, resolve(desk.environment.cwd, folder));
  const { path, hash } = publication.text;
  await carryOut(desk, {
    heading: desk.words.ofCase(record),
    notes: [desk.words.publish.what(path, hash.slice(0, 12), [...publication.text.files.keys()])],
    steps,
  });
}
