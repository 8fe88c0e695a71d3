import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoomComment } from './comment.ts';
import { edited, MadeRoom, said } from '../../tests/builders/a-room.ts';

const acts = (comments: readonly RoomComment[], room = new MadeRoom()) =>
  room.read(comments).acts.map(({ act }) => act);

describe('a flood', () => {
  it('of answers becomes the last one', () => {
    const comments = Array.from({ length: 50 }, (_, index) =>
      said(index + 1, 'acme-psirt', index % 2 === 0 ? '/status affected' : '/status unknown\n/hold x'),
    );
    const room = new MadeRoom();
    const read = room.read(comments);
    expect(read.acts.map(({ act }) => act)).toMatchObject([
      { act: 'answered', source: { comment: 50 } },
      { act: 'held', source: { comment: 50 } },
    ]);
    expect(read.ignored).toHaveLength(73);
    expect(acts(comments, room)).toEqual([]);
  });

  it('of answers and sign-offs does not grow with its length', () => {
    const comments = Array.from({ length: 50 }, (_, index) =>
      said(index + 1, 'acme-psirt', `/status affected: ${index}\n/approve`),
    );
    expect(acts(comments).length).toBeLessThan(5);
  });

  it('of 10 000 comments is read, and adds nothing when it is read again', () => {
    const bodies = [
      '/status affected',
      'Thank you.\n\nhttps://a.example/',
      '/status afected',
      '> x\n\n/approve',
      '/help',
    ];
    const comments = Array.from({ length: 10_000 }, (_, index) =>
      said(1, index % 3 === 0 ? 'kuuso' : 'acme-psirt', `${bodies[index % 5] ?? ''}\n\n${index}`, {
        id: index + 1,
      }),
    );
    const room = new MadeRoom();
    room.read(comments);
    expect(room.read(comments).acts).toEqual([]);
  }, 30_000);
});

describe('reading in pieces', () => {
  const step = fc.record({
    author: fc.constantFrom('acme-psirt', 'acme-dev', 'kuuso', 'alice', 'mallory'),
    body: fc.constantFrom(
      ...[
        '/status affected',
        '/status not affected',
        '/status unknown: a',
        '/approve',
        '/hold x',
        '/release',
      ],
      ...[
        '/approve acme',
        '/approve kuuso-soft',
        '/record acme unknown via email 2026-11-18',
        'hello',
        '/status x',
      ],
      ...['/status affected\n/approve', '/status unknown\n/status affected', '/hold y\n/status unknown'],
    ),
    /** How many comments back this is an edit; 0 for a new one. */
    edits: fc.constantFrom(0, 0, 0, 1, 2),
    isRead: fc.boolean(),
  });
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

  /** What stands in the room after each step; edits bring answers only, because an answer that is taken out stays. */
  function histories(steps: readonly Step[]): RoomComment[][] {
    let comments: RoomComment[] = [];
    return steps.map(({ author, body, edits }, index) => {
      const at = comments.length - edits;
      const old = edits > 0 ? comments[at] : undefined;
      comments =
        old === undefined
          ? [...comments, said(index + 1, author, body)]
          : comments.with(at, edited(old, editOf(old), index + 1));
      return comments;
    });
  }

  function editOf({ author }: RoomComment): string {
    return author === 'alice' ? '/record acme affected via phone 2026-11-17' : '/status affected: edited';
  }

  const outcome = (room: MadeRoom) =>
    room.record.vendors.map(({ vendor, latest, shown, hold, isSignedOff }) => ({
      ...{ vendor, hold: hold ?? '', isSignedOff },
      latest: [latest?.answer, latest?.source?.comment],
      shown: shown?.answer,
    }));

  it('appends nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const comments = histories(steps).at(-1) ?? [];
        const room = new MadeRoom();
        room.read(comments);
        expect(acts(comments.toReversed(), room)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('ends with the same answers however often it was read', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const states = histories(steps);
        const [often, once] = [new MadeRoom(), new MadeRoom()];
        for (const [index, { isRead }] of steps.entries()) if (isRead) often.read(states[index] ?? []);
        for (const room of [often, once]) room.read(states.at(-1) ?? []);
        const answers = (room: MadeRoom) => outcome(room).map(({ vendor, latest }) => [vendor, latest]);
        expect(answers(often)).toEqual(answers(once));
      }),
      { numRuns: 500 },
    );
  });

  it('ends with the same case where nobody edits', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const states = histories(steps.map((one) => ({ ...one, edits: 0 })));
        const [often, once] = [new MadeRoom(), new MadeRoom()];
        for (const [index, { isRead }] of steps.entries()) if (isRead) often.read(states[index] ?? []);
        for (const room of [often, once]) room.read(states.at(-1) ?? []);
        expect(outcome(often)).toEqual(outcome(once));
      }),
      { numRuns: 500 },
    );
  });
});
