import type { Said } from './said.ts';

/**
 * Of all that was said, what a ledger needs: the last word of each kind, and the answers that somebody approved or
 * confirmed. So a flood of comments becomes a few lines, and the case is the same as if each had been recorded in time.
 * @param said in order
 */
export function chooseActs(said: readonly Said[]): Set<Said> {
  const groups = Map.groupBy(said, groupOf);
  return new Set([...groups.values()].flatMap((group) => chooseInGroup(group)));
}

function groupOf({ act, actor }: Said): string {
  return 'vendor' in act ? `vendor ${act.vendor}` : `text ${actor}`;
}

function chooseInGroup(group: readonly Said[]): Said[] {
  const last = (...acts: Said['act']['act'][]): Said | undefined =>
    group.findLast(({ act }) => acts.includes(act.act));
  const approval = last('row-approved');
  const chosen = [last('answered'), approval, approval?.of, last('held', 'released'), last('text-approved')];
  const signedOff = last('signed-off');
  const rows = new Set([...chosen, signedOff].flatMap((one) => (one === undefined ? [] : [one.row])));
  const confirmed = new Map(
    group.filter((one) => one.act.act === 'signed-off' && rows.has(one.row)).map((one) => [one.row, one]),
  );
  const all = [...chosen, signedOff?.of, ...confirmed.values()];
  return all.filter((one) => one !== undefined);
}
