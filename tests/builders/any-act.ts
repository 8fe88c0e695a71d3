import fc from 'fast-check';
import { VENDOR_STATUSES } from '#domain/vendor-status.ts';
import { VEX_JUSTIFICATIONS } from '#domain/vex-justification.ts';
import { type Answer, CHANNELS } from '#coordination/answer.ts';
import type { Act } from '#coordination/ledger/entry.ts';

const instant = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const day = instant.map((text) => text.slice(0, 10));
const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom('調査中です。', 'a "b" \\ \n c'),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const sha256 = fc.string({
  minLength: 64,
  maxLength: 64,
  unit: fc.constantFrom(...Array.from('0123456789abcdef')),
});
const source = fc.record({
  repo: fc.constantFrom('rooms/room-k3v9qm', 'rooms/room-a1b2c3'),
  comment: fc.integer({ min: 1, max: 5 }),
  sha256,
  updatedAt: instant,
  index: fc.integer({ min: 0, max: 2 }),
});
const vendor = fc.constantFrom('acme', 'kuuso-soft');
const channel = fc.constantFrom(...CHANNELS);

/** Any answer of a vendor. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc.record(
  {
    status: fc.constantFrom(...VENDOR_STATUSES),
    fixed: fc.array(words, { maxLength: 2 }),
    products: fc.array(fc.record({ name: words, versions: words }, { requiredKeys: ['name'] }), {
      maxLength: 2,
    }),
    statement: words,
    notices: fc.array(fc.webUrl({ validSchemes: ['https'] }), { maxLength: 2 }),
    justification: fc.constantFrom(...VEX_JUSTIFICATIONS),
  },
  { requiredKeys: ['status'] },
);

const sourced = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(fc.record(shape), fc.record({ ...shape, source }));

/** Any act, whether it can follow another or not. */
export const arbitraryAct = fc.oneof(
  fc.record({
    act: fc.constant('received'),
    channel,
    title: words,
    finder: fc.record({ name: words, login: words }, { requiredKeys: [] }),
    receivedOn: day,
    original: fc.record({ path: fc.constant('originals/k3v9qm/1.age'), sha256 }),
  }),
  fc.record({
    act: fc.constant('moved'),
    to: fc.constantFrom('accepted', 'coordinating', 'closed'),
    note: words,
  }),
  fc.record({ act: fc.constant('vendor-added'), vendor }),
  fc.record({ act: fc.constant('vendor-notified'), vendor, via: channel, on: day }),
  sourced({ act: fc.constant('answered'), vendor, answer: arbitraryAnswer, via: channel, on: day }),
  sourced({ act: fc.constant('held'), vendor, reason: words }),
  sourced({ act: fc.constant('released'), vendor }),
  sourced({ act: fc.constant('signed-off'), vendor, row: sha256 }),
  fc.record({ act: fc.constant('row-approved'), vendor, row: sha256 }),
  fc.record({
    act: fc.constant('embargo'),
    does: fc.constantFrom('propose', 'accept', 'exit'),
    until: instant,
  }),
  fc.record({
    act: fc.constant('revision-planned'),
    kind: fc.constantFrom('correction', 'withdrawal'),
    publishAt: instant,
    summary: fc.oneof(words, fc.record({ en: words, ja: words })),
  }),
  fc.record({ act: fc.constant('noted'), note: words }),
) as fc.Arbitrary<Act>;
