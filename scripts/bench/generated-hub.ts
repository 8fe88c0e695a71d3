import { createHash } from 'node:crypto';
import { appendActs } from '#coordination/ledger/append-acts.ts';
import type { Act } from '#coordination/ledger/entry.ts';

/** The settings of a generated hub. Nothing in it is about anything real. */
const SETTINGS = `site: bench/site
rooms: bench
bot: bench-bot
coordinators: [alice]
`;

const BEGIN = Date.parse('2026-01-05T00:00:00Z');
const HOUR = 3_600_000;

/** The files of a hub with open cases, each with many vendors of whom half have answered; the same for the same numbers. */
export function generateHub(cases: number, vendors: number): Map<string, string> {
  const files = new Map([['hub.yaml', SETTINGS]]);
  for (let number = 0; number < vendors; number += 1)
    files.set(`vendors/vendor-${number}.yaml`, `logins: [vendor-${number}]\n`);
  for (let number = 0; number < cases; number += 1) {
    const code = createHash('sha256').update(`case ${number}`).digest('hex').slice(0, 6);
    const acts = actsOf(number, code, vendors).map((act) => ({ act, actor: 'alice' }));
    const at = new Date(BEGIN + number * HOUR).toISOString();
    files.set(`ledger/${code}.jsonl`, appendActs('', acts, at));
  }
  return files;
}

function actsOf(number: number, code: string, vendors: number): Act[] {
  const slugs = Array.from({ length: vendors }, (_, index) => `vendor-${index}`);
  return [
    {
      act: 'received',
      channel: 'email',
      title: `Invented weakness number ${number}`,
      product: `Product ${number}`,
      finder: { name: `Finder ${number}` },
      receivedOn: '2026-01-05',
    },
    { act: 'moved', to: 'accepted', track: 'product' },
    { act: 'reserved', id: `JVN#${String(10_000_000 + number)}` },
    { act: 'room-chosen', room: { repo: `bench/room-${code}`, branch: 'draft' } },
    { act: 'moved', to: 'coordinating' },
    { act: 'room-opened', repo: `bench/room-${code}`, pull: 1 },
    ...slugs.flatMap((vendor, index): Act[] => [
      { act: 'vendor-added', vendor },
      { act: 'vendor-notified', vendor, via: 'github', on: '2026-01-05' },
      ...(index % 2 === 0 ? [answerOf(code, vendor, index)] : []),
    ]),
  ];
}

function answerOf(code: string, vendor: string, index: number): Act {
  return {
    act: 'answered',
    vendor,
    answer: { status: index % 4 === 0 ? 'affected' : 'not-affected', statement: `Words of ${vendor}.` },
    via: 'github',
    on: '2026-01-06',
    source: {
      repo: `bench/room-${code}`,
      comment: index + 1,
      sha256: createHash('sha256').update(`${code} ${vendor}`).digest('hex'),
      updatedAt: '2026-01-06T00:00:00Z',
      index: 0,
    },
  };
}
