import type { CaseRecord } from '#coordination/case-record.ts';
import { scanText } from '#coordination/leaks/scan-text.ts';
import { CaseError } from '../case-error.ts';
import { canariesOf, type CaseCanary, loadCanaries, withoutPublicKnowledge } from './canaries.ts';
import type { Cases, Desk } from '../desk.ts';
import type { PublicText } from './public-text.ts';

/** What stays private when the rest of a case becomes public. */
const ALWAYS_PRIVATE: ReadonlySet<string> = new Set([
  'code',
  'room',
  'reference',
  'finder',
  'contact',
  'login',
  'email',
]);

/**
 * Looks at a text that is about to be public: no word of another case, and nothing private of its own. Of other cases the
 * ledger's words are looked for; their rooms are read by `verify`, which has the time.
 * @throws {CaseError} that names the kind of word and its case, never the word itself
 */
export async function assertNoLeak(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  text: PublicText,
): Promise<void> {
  const said = statementsOf(record);
  const others = (await loadCanaries(desk, cases, { withDrafts: false, except: record.code })).filter(
    // What a vendor says of itself tells nothing of another case in which it takes part.
    ({ word, about }) => about !== 'contact' || !said.includes(word),
  );
  const scan = scanText(withoutPublicKnowledge(desk, [...others, ...ownCanaries(desk, cases, record)]));
  const hits = [...text.files].flatMap(([path, content]) =>
    scan(content).map((canary) => ({ path, canary })),
  );
  if (hits.length === 0) return;
  throw new CaseError('leak', {
    code: record.code,
    places: hits.map(({ path, canary }) => `${path}: ${canary.about} (${canary.code})`).join('\n'),
  });
}

function ownCanaries(desk: Desk, cases: Cases, record: CaseRecord): CaseCanary[] {
  const { name } = record.report.finder;
  const said = statementsOf(record);
  return canariesOf(cases, desk.hubRepo, record, []).filter(
    ({ word, about }) =>
      // A finder may be thanked by name, and a vendor may give its own address in its words.
      ALWAYS_PRIVATE.has(about) && word !== name && !said.includes(word),
  );
}

function statementsOf({ vendors }: CaseRecord): string {
  return vendors.map(({ shown }) => shown?.answer.statement ?? '').join('\n');
}
