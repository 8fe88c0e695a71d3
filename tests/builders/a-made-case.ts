import type { Answer } from '#coordination/answer.ts';
import { buildCase } from '#coordination/build-case.ts';
import type { CaseRecord } from '#coordination/case-record.ts';
import { appendActs } from '#coordination/ledger/append-acts.ts';
import type { Act, Source } from '#coordination/ledger/entry.ts';
import { parseLedger } from '#coordination/ledger/parse-ledger.ts';
import { rowHash } from '#coordination/row.ts';

/* Cases for tests, made as they are made in life: by acts that are appended to a ledger. */

export const ROOM = 'rooms/room-k3v9qm';
export const RECEIVED: Act = {
  act: 'received',
  channel: 'email',
  title: 'Overflow',
  finder: {},
  receivedOn: '2026-10-01',
};
export const ACCEPTED: Act = { act: 'moved', to: 'accepted', track: 'product' };
export const OPENED: Act[] = [
  RECEIVED,
  ACCEPTED,
  { act: 'moved', to: 'coordinating' },
  { act: 'vendor-added', vendor: 'acme' },
  { act: 'vendor-added', vendor: 'kuuso-soft' },
];
export const AFFECTED: Answer = { status: 'affected' };
export const UNHARMED: Answer = { status: 'not-affected', statement: 'Our products do not use it.' };

export function minute(count: number): string {
  return `2026-11-20T01:${String(count).padStart(2, '0')}:00Z`;
}

/** A version of a comment: its digest follows from its time, as no two bodies have the same. */
export function comment(id: number, time: number): Source {
  const sha256 = String(time).padStart(64, '0');
  return { repo: ROOM, comment: id, sha256, updatedAt: minute(time), index: 0 };
}

export function answered(answer: Answer, source?: Source): Act {
  const via = source === undefined ? 'email' : 'github';
  return { act: 'answered', vendor: 'acme', answer, via, on: '2026-11-20', ...(source && { source }) };
}

export function approved(answer: Answer): Act {
  return { act: 'row-approved', vendor: 'acme', row: rowHash('acme', answer) };
}

export function build(acts: readonly Act[], actor = 'alice') {
  let text = '';
  for (const [index, act] of acts.entries()) text = appendActs(text, [{ act, actor }], minute(index + 1));
  const ledger = parseLedger(text);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.problems));
  return buildCase('k3v9qm', ledger.entries, ledger.head);
}

export function record(acts: readonly Act[], actor?: string): CaseRecord {
  const made = build(acts, actor);
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made;
}

export function problems(acts: readonly Act[]) {
  const made = build(acts);
  return 'problems' in made ? made.problems : [];
}
