import type { CaseRecord } from '#coordination/case-record.ts';
import { hashComment } from '#coordination/comment.ts';
import { commentKey } from '#coordination/current-entries.ts';
import type { Act } from '#coordination/ledger/entry.ts';
import type { HostForm } from '../../host/host.ts';
import type { Cases, Desk } from '../desk.ts';
import type { Step } from '../plan.ts';
import type { RoomReading } from './read-room.ts';

/** Closes the forms whose answer, as it stands now, is in the ledger. That is how a vendor sees that it arrived. */
export function closeFormSteps(
  { host, words }: Desk,
  cases: Cases,
  { code }: CaseRecord,
  readings: readonly RoomReading[],
): Step[] {
  const open = readings.flatMap(({ comments }) =>
    comments.filter((one): one is HostForm => 'isOpen' in one && one.isOpen),
  );
  const known = (): readonly Act[] => cases.entries.get(code) ?? [];
  const future = [...known(), ...readings.flatMap(({ read }) => read().acts.map(({ act }) => act))];
  const waiting = findRecorded(open, future);
  if (waiting.length === 0) return [];
  return [
    {
      does: words.sync.forms(code, waiting.length),
      perform: async () => {
        for (const { repo, id } of findRecorded(waiting, known())) await host.closeForm(repo, id);
      },
    },
  ];
}

function findRecorded(forms: readonly HostForm[], acts: readonly Act[]): HostForm[] {
  const recorded = new Set(
    acts.flatMap((act) =>
      'source' in act && act.source !== undefined ? [`${commentKey(act.source)} ${act.source.sha256}`] : [],
    ),
  );
  return forms.filter(({ repo, id, body }) =>
    recorded.has(`${commentKey({ repo, comment: id })} ${hashComment(body)}`),
  );
}
