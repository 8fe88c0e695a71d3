import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CaseRecord } from '#coordination/case-record.ts';
import { clocksOf, type CaseClock, type ClockName, type ClockSettings } from './case-clock.ts';
import type { CaseFacts, VendorFacts } from './case-facts.ts';
import { CASE_STATES, TRACKS } from './case.ts';
import { addDays, compareInstants } from './dates.ts';
import { EMBARGO_STATES } from './embargo.ts';
import { siteSchema, type Site } from './site.ts';
import { VENDOR_STATUSES } from './vendor-status.ts';

const { timers } = siteSchema.pick({ timers: true }).parse({});
const SETTINGS: ClockSettings = { timers, timezone: 'Asia/Tokyo', holidays: [] };
const CASE: CaseFacts = {
  state: 'coordinating',
  track: 'product',
  embargo: 'none',
  report: { receivedOn: '2026-05-29' },
  receivedAt: '2026-06-01T10:00:00+09:00',
  movedAt: '2026-06-03T10:00:00+09:00',
  acceptedAt: '2026-06-02T10:00:00+09:00',
  clockStart: '2026-06-03T10:00:00+09:00',
  vendors: [],
};
const VENDOR: VendorFacts = {
  vendor: 'acme',
  notifiedAt: '2026-06-03T10:00:00+09:00',
  isPending: false,
  isSignedOff: false,
};
const NOW = '2026-06-10T12:00:00+09:00';

function clock(
  name: ClockName,
  facts: Partial<CaseFacts>,
  now = NOW,
  settings = SETTINGS,
): CaseClock | undefined {
  return clocksOf({ ...CASE, ...facts }, settings, now).find((each) => each.clock === name);
}

it('takes the record of a case and the settings of a site as they are', () => {
  expectTypeOf<CaseRecord>().toExtend<CaseFacts>();
  expectTypeOf<Site>().toExtend<ClockSettings>();
});

describe('the clocks of a case', () => {
  it('triage: five business days after the report', () => {
    const facts = { state: 'received', movedAt: CASE.receivedAt } as const;
    expect(clock('triage', facts)).toEqual({
      clock: 'triage',
      dueOn: '2026-06-05',
      isLate: true,
      days: -5,
    });
    const settings = { ...SETTINGS, holidays: ['2026-06-01'] };
    expect(clock('triage', facts, NOW, settings)?.dueOn).toBe('2026-06-08');
  });

  it('triage: a report that was taken up again has its days again', () => {
    expect(clock('triage', { state: 'received' })?.dueOn).toBe('2026-06-10');
  });

  it('publication target: 45 days, and the next business day', () => {
    // 18 July 2026 is a Saturday, 20 July the Day of the Sea.
    expect(clock('publication-target', {})).toEqual({
      clock: 'publication-target',
      dueOn: '2026-07-21',
      isLate: false,
      days: 41,
    });
  });

  it('counts days in the zone of the site', () => {
    const clockStart = '2026-06-02T23:30:00Z';
    expect(clock('one-year', { clockStart })?.dueOn).toBe('2027-06-03');
    expect(clock('one-year', { clockStart }, NOW, { ...SETTINGS, timezone: 'UTC' })?.dueOn).toBe(
      '2027-06-02',
    );
  });

  it.each([
    ['2026-07-21T23:59:59+09:00', false, 0],
    ['2026-07-22T00:00:00+09:00', true, -1],
    ['2026-07-21T15:00:00Z', true, -1],
  ])('at %s late is %s', (now, isLate, days) => {
    expect(clock('publication-target', {}, now)).toMatchObject({ isLate, days });
  });

  it('website target: 90 days, for websites alone', () => {
    const facts = { state: 'details-sent', track: 'website' } as const;
    expect(clock('website-target', facts)?.dueOn).toBe('2026-09-01');
    expect(clock('publication-target', { ...facts, state: 'accepted' })).toBeUndefined();
    expect(clock('website-target', {})).toBeUndefined();
  });

  it('vendor silence: two weeks after whatever was last between us', () => {
    const silence = (vendor: Partial<VendorFacts>) =>
      clock('vendor-silence', { vendors: [{ ...VENDOR, ...vendor }] })?.dueOn;
    expect(silence({})).toBe('2026-06-17');
    expect(silence({ heardAt: '2026-06-05T00:00:00Z' })).toBe('2026-06-19');
    expect(silence({ heardAt: '2026-06-05T00:00:00Z', remindedAt: '2026-06-09T00:00:00Z' })).toBe(
      '2026-06-23',
    );
    expect(silence({ latest: { answer: { status: 'affected-investigating' } } })).toBe('2026-06-17');
    expect(silence({ latest: { answer: { status: 'not-affected' } } })).toBeUndefined();
  });

  it('vendor silence: each vendor that was told, by its name', () => {
    const untold = { vendor: 'untold', isPending: false, isSignedOff: false };
    const vendors = [VENDOR, untold, { ...VENDOR, vendor: 'beta' }];
    const clocks = clocksOf({ ...CASE, vendors }, SETTINGS, NOW);
    expect(clocks.filter((each) => each.clock === 'vendor-silence').map(({ vendor }) => vendor)).toEqual([
      'acme',
      'beta',
    ]);
  });

  it('reserved id: 180 days until a date is agreed', () => {
    const id = 'XVN#12345678';
    expect(clock('reserved-id', { id })?.dueOn).toBe('2026-11-30');
    expect(clock('reserved-id', { id, state: 'scheduled' })).toBeUndefined();
    expect(clock('reserved-id', {})).toBeUndefined();
    const { clockStart, ...before } = CASE;
    expect(clockStart).toBeDefined();
    expect(clocksOf({ ...before, id, state: 'accepted' }, SETTINGS, NOW)).toMatchObject([
      { clock: 'reserved-id', dueOn: '2026-11-29' },
    ]);
  });

  it('one year, from a leap day too', () => {
    expect(clock('one-year', {})?.dueOn).toBe('2027-06-03');
    expect(clock('one-year', { clockStart: '2028-02-29T10:00:00+09:00' })?.dueOn).toBe('2029-02-28');
    expect(clock('one-year', { state: 'published' })).toBeUndefined();
  });

  it.each(['embargo-end', 'publication'] as const)('%s: to the second', (name) => {
    const at = '2026-06-10T14:00:00+09:00';
    const facts = { state: 'scheduled', embargo: 'active', embargoUntil: at, publishAt: at } as const;
    expect(clock(name, facts, at)).toMatchObject({ dueOn: '2026-06-10', isLate: false, days: 0 });
    expect(clock(name, facts, '2026-06-10T05:00:01Z')).toMatchObject({ isLate: true, days: 0 });
  });

  it('embargo end: only of an embargo that was accepted', () => {
    const embargoUntil = '2026-07-01T00:00:00Z';
    expect(clock('embargo-end', { embargoUntil, embargo: 'proposed' })).toBeUndefined();
    expect(clock('embargo-end', { embargoUntil, embargo: 'exited' })).toBeUndefined();
    expect(clock('embargo-end', { embargoUntil, embargo: 'revise' })?.dueOn).toBe('2026-07-01');
  });

  it('the most urgent stands first', () => {
    const facts = { ...CASE, id: 'XVN#12345678', vendors: [VENDOR] };
    expect(clocksOf(facts, SETTINGS, NOW).map((each) => each.clock)).toEqual([
      'vendor-silence',
      'publication-target',
      'reserved-id',
      'one-year',
    ]);
  });

  it('says where holidays are unknown', () => {
    expect(clock('publication-target', { clockStart: '2051-01-02T00:00:00Z' })).toMatchObject({
      dueOn: '2051-02-16',
      withoutHolidays: true,
    });
    const facts = { state: 'received', movedAt: '2051-01-02T00:00:00Z' } as const;
    expect(clock('triage', facts)).toMatchObject({ dueOn: '2051-01-09', withoutHolidays: true });
  });

  it('an embargo without an end is not late in any zone', () => {
    const facts = { embargo: 'active', embargoUntil: '9999-12-31T23:59:59Z' } as const;
    expect(clock('embargo-end', facts)).toMatchObject({ dueOn: '9999-12-31', isLate: false });
  });
});

describe('any case', () => {
  const runs = { seed: 13, numRuns: 400 };
  const times = (min: string, max: string) =>
    fc
      .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
      .map((date) => date.toISOString());
  const instant = fc.oneof(
    times('2004-07-08T00:00:00Z', '2052-01-01T00:00:00Z'),
    times('0002-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
  );
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const vendor = fc.record({
    vendor: fc.constantFrom('acme', 'beta'),
    notifiedAt: optional(instant),
    heardAt: optional(instant),
    remindedAt: optional(instant),
    latest: optional(fc.record({ answer: fc.record({ status: fc.constantFrom(...VENDOR_STATUSES) }) })),
    isPending: fc.boolean(),
    isSignedOff: fc.boolean(),
  });
  const facts = fc.record({
    state: fc.constantFrom(...CASE_STATES),
    track: optional(fc.constantFrom(...TRACKS)),
    embargo: fc.constantFrom(...EMBARGO_STATES),
    embargoUntil: optional(instant),
    report: fc.record({ receivedOn: instant.map((at) => at.slice(0, 10)) }),
    receivedAt: instant,
    movedAt: instant,
    acceptedAt: optional(instant),
    clockStart: optional(instant),
    id: optional(fc.constant('XVN#12345678')),
    publishAt: optional(instant),
    vendors: fc.array(vendor, { maxLength: 3 }),
  }) as fc.Arbitrary<CaseFacts>;
  const settings = fc.record({
    timers: fc.constantFrom(timers, { ...timers, publicationTargetDays: 9999, triageDays: 99 }),
    timezone: fc.constantFrom('Asia/Tokyo', 'UTC', 'America/New_York'),
    holidays: fc.array(fc.integer({ min: 0, max: 9999 }).map((count) => addDays('2026-01-01', count))),
  });

  it('never makes the clocks throw, and every day is a day', () => {
    fc.assert(
      fc.property(facts, settings, instant, (each, site, now) => {
        for (const { dueOn, days, isLate } of clocksOf(each, site, now)) {
          expect(dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(Number.isInteger(days)).toBe(true);
          if (days !== 0) expect(isLate).toBe(days < 0);
        }
      }),
      runs,
    );
  });

  it('is not less late later', () => {
    fc.assert(
      fc.property(facts, settings, instant, instant, (each, site, one, other) => {
        const [now = one, later = other] = [one, other].toSorted(compareInstants);
        const before = clocksOf(each, site, now);
        const after = clocksOf(each, site, later);
        expect(after.map(({ clock: name, dueOn }) => [name, dueOn])).toEqual(
          before.map(({ clock: name, dueOn }) => [name, dueOn]),
        );
        before.forEach(({ isLate, days }, index) => {
          if (isLate) expect(after[index]?.isLate).toBe(true);
          expect(after[index]?.days).toBeLessThanOrEqual(days);
        });
      }),
      runs,
    );
  });
});
