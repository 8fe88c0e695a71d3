import { buildDashboard, type DashboardRow } from '#coordination/dashboard.ts';
import { renderDashboard } from '#coordination/render-dashboard.ts';
import { isOpen } from '#domain/case.ts';
import { loadCases } from '../desk.ts';
import { readChoice } from '../flag-values.ts';
import { formatJson } from '../format-json.ts';
import { defineVerb } from '../verb.ts';

const FORMATS = ['text', 'markdown', 'json'] as const;

/** `list`: the open cases, whose turn each is and what is due, the most urgent first. */
export const list = defineVerb({
  flags: { all: 'boolean', format: 'string' },
  words: [0, 0],
  run: async (desk, { flags }) => {
    const format = readChoice(flags.format ?? 'text', '--format', FORMATS);
    const { environment, site } = desk;
    const { records, broken } = await loadCases(desk);
    const shown = [...records.values()].filter(({ state }) => flags.all === true || isOpen(state));
    const rows = buildDashboard(shown, site, environment.now());
    if (format === 'json')
      environment.out(formatJson({ cases: rows.map(toJson), broken: Object.fromEntries(broken) }));
    else environment.out(renderDashboard(rows, environment.language, format));
    for (const [code, problem] of broken)
      environment.err(desk.words.problems['ledger-broken']({ code, problem }));
    return broken.size === 0 ? 0 : 1;
  },
});

function toJson({ record, turn, clocks }: DashboardRow): unknown {
  const { code, id, state, track, report, vendors, publishAt, movedAt } = record;
  return {
    code,
    ...(id && { id }),
    state,
    ...(track && { track }),
    title: report.title,
    movedAt,
    ...(publishAt && { publishAt }),
    turn,
    clocks,
    vendors: vendors.map(({ vendor, progress, shown, isPending, hold }) => ({
      vendor,
      progress,
      ...(shown && { status: shown.answer.status }),
      isPending,
      isHeld: hold !== undefined,
    })),
  };
}
