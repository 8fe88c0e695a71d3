import type { CaseRecord } from '#coordination/case-record.ts';
import type { Act } from '#coordination/ledger/entry.ts';
import { CaseError } from '../case-error.ts';
import { requireVendor } from '../hub/contacts.ts';
import { type Cases, type Desk, loadCases, recordActs, requireCase } from '../desk.ts';
import { carryOut, type Step } from '../plan.ts';
import { requirePublicText } from '../publication/public-text.ts';
import { defineVerb } from '../verb.ts';

/**
 * `approve`: lets a vendor's answer be shown (`--vendor`), or approves the text that will be published (`--text` with the
 * first digits of its digest, which the verb prints when it is left out).
 */
export const approve = defineVerb({
  flags: { vendor: 'string', row: 'string', text: 'string' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const cases = await loadCases(desk);
    if (flags.vendor !== undefined) return await approveRow(desk, cases, code, flags.vendor, flags.row);
    return await approveText(desk, cases, code, flags.text);
  },
});

async function approveRow(
  desk: Desk,
  cases: Cases,
  code: string,
  slug: string,
  asked: string | undefined,
): Promise<number> {
  const record = requireCase(cases, code);
  const { vendor, latest } = requireVendor(record, slug);
  if (latest === undefined) throw new CaseError('no-answer', { code, vendor });
  const { row } = latest;
  if (asked !== undefined && !row.startsWith(asked))
    throw new CaseError('row-mismatch', { vendor, row: row.slice(0, 12), asked });
  const isNews = (now: CaseRecord | undefined): boolean =>
    now?.vendors.some((one) => one.vendor === vendor && one.shown?.row === row && !one.isPending) !== true;
  await carryOut(desk, {
    heading: desk.words.ofCase(record),
    notes: [desk.words.approve.row(vendor, latest)],
    steps: approvalSteps(desk, cases, record, isNews, {
      does: desk.words.approve.rowStep(vendor, row.slice(0, 12)),
      act: { act: 'row-approved', vendor, row },
    }),
  });
  return 0;
}

/** Fewer digits could be those of another text. */
const LEAST_DIGITS = 8;

async function approveText(
  desk: Desk,
  cases: Cases,
  code: string,
  asked: string | undefined,
): Promise<number> {
  const record = requireCase(cases, code);
  const { text, hash } = await requirePublicText(desk, cases, record);
  if (asked === undefined) {
    desk.environment.out(`${text}\n${desk.words.approve.howToText(code, hash.slice(0, 12))}`);
    return 0;
  }
  if (asked.length < LEAST_DIGITS || !hash.startsWith(asked.toLowerCase()))
    throw new CaseError('text-mismatch', { code, asked, hash: hash.slice(0, 12) });
  const isNews = (now: CaseRecord | undefined): boolean =>
    now?.textApprovals.some(({ actor, text: approved }) => actor === cases.actor && approved === hash) !==
    true;
  await carryOut(desk, {
    heading: desk.words.ofCase(record),
    steps: approvalSteps(desk, cases, record, isNews, {
      does: desk.words.approve.textStep(hash.slice(0, 12)),
      act: { act: 'text-approved', text: hash },
    }),
  });
  return 0;
}

/** The step that records an approval; none when it stands already. */
function approvalSteps(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  isNews: (record: CaseRecord | undefined) => boolean,
  { does, act }: { does: string; act: Act },
): Step[] {
  if (!isNews(record)) return [];
  const perform = async (): Promise<void> => {
    await recordActs(desk, cases, record.code, (now) => (isNews(now) ? [act] : []));
  };
  return [{ does, perform }];
}
