import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatYaml } from '#catalog/format-front-matter.ts';
import { ledgersOf } from '#catalog/ledgers.ts';
import { milestonesOf } from '#coordination/case-milestones.ts';
import { countCases, ledgerBefore } from '#coordination/count-cases.ts';
import { type Day, dayIn } from '#domain/dates.ts';
import { localize } from '#domain/language.ts';
import { firstDayOf, lastDayOf, parseQuarter, type Quarter } from '#domain/quarter.ts';
import { caseWords } from '../../words/case/case-words.ts';
import { writeWhole } from '../../write-whole.ts';
import { CaseError } from '../case-error.ts';
import { type Cases, type Desk, loadCases } from '../desk.ts';
import { carryOut, type Step } from '../plan.ts';
import { loadPublished } from '../publication/published.ts';
import { defineVerb } from '../verb.ts';

/**
 * `statistics`: counts the cases of a quarter into a ledger of the site's statistics. Only numbers leave the hub. A
 * ledger that stands there and says something else is replaced only when that is asked for.
 */
export const statistics = defineVerb({
  flags: { replace: 'boolean' },
  words: [1, 1],
  run: async (desk, { flags, words: [typed = ''] }) => {
    const { environment, words } = desk;
    const today = dayIn(environment.now(), desk.site.timezone);
    const quarter = readQuarter(typed, today);
    const cases = await loadCases(desk);
    requireWhole(cases);
    const text = formatLedger(desk, cases, quarter, today);
    const file = join(environment.contentDir, 'statistics', `${quarter}.yaml`);
    const standing = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (standing !== undefined && standing !== text && flags.replace !== true)
      throw new CaseError('statistics-differ', { file, text });
    const step: Step = {
      does: words.statistics.write(file, text),
      perform: () => {
        writeWhole(file, text);
        return Promise.resolve();
      },
    };
    await carryOut(desk, {
      heading: words.statistics.heading(quarter),
      notes: today <= lastDayOf(quarter) ? [words.statistics.notOver(lastDayOf(quarter))] : [],
      steps: standing === text ? [] : [step],
    });
    return 0;
  },
});

function readQuarter(typed: string, today: string): Quarter {
  const quarter = parseQuarter(typed);
  if (quarter === undefined) throw new CaseError('no-quarter', { value: typed });
  if (firstDayOf(quarter) > today) throw new CaseError('quarter-to-come', { quarter, today });
  return quarter;
}

/** A ledger of the hub that cannot be read would be missing from the numbers, and nobody would notice. */
function requireWhole({ broken }: Cases): void {
  for (const [code, problem] of broken) throw new CaseError('ledger-broken', { code, problem });
}

function formatLedger({ environment, site }: Desk, cases: Cases, quarter: Quarter, today: Day): string {
  const milestones = [...cases.entries.values()].map((entries) => milestonesOf(entries, site.timezone));
  const before = ledgerBefore(ledgersOf(loadPublished(environment)), quarter);
  const numbers = countCases(milestones, quarter, before, { since: site.reportsSince, today });
  const title = Object.fromEntries(
    site.languages.map((language) => {
      const { text } = localize(site.publisher.name, language, site.languages);
      return [language, caseWords(language).statistics.source(text)];
    }),
  );
  return formatYaml({ source: { title }, ...numbers });
}
