import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#domain/xml-text.ts';
import { parseCalendar, unescapeText } from '../../tests/builders/parsed-calendar.ts';
import type { Calendar, CalendarEvent } from './calendar.ts';
import { renderCalendar } from './render-calendar.ts';

function anEvent(overrides: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'JVN13199224-ja@a.example',
    on: '2018-12-21',
    changedAt: '2019-01-04T09:30:00+09:00',
    sequence: 1,
    title: '題名',
    language: 'ja',
    description: '概要です。',
    url: 'https://a.example/jp/JVN13199224/',
    categories: ['重要'],
    ...overrides,
  };
}

function aCalendar(...events: [CalendarEvent, ...CalendarEvent[]]): Calendar {
  return {
    name: '暦',
    description: '公開日',
    language: 'ja',
    url: 'https://a.example/feeds/',
    events,
  };
}

const valuesOf = (lines: readonly { name: string; value: string }[] | undefined) =>
  Object.fromEntries((lines ?? []).map(({ name, value }) => [name, value]));

describe('renderCalendar', () => {
  it('writes what RFC 5545 demands of a calendar', () => {
    const { calendar, events } = parseCalendar(renderCalendar(aCalendar(anEvent())));
    expect(valuesOf(calendar)).toMatchObject({
      VERSION: '2.0',
      PRODID: '-//Kairan//Kairan//EN',
      NAME: '暦',
    });
    expect(valuesOf(calendar)).not.toHaveProperty('METHOD');
    expect(events).toHaveLength(1);
  });

  it('writes an event of one day, which ends before the next one begins', () => {
    const { events } = parseCalendar(renderCalendar(aCalendar(anEvent({ on: '2018-12-31' }))));
    expect(valuesOf(events[0])).toMatchObject({
      UID: 'JVN13199224-ja@a.example',
      DTSTAMP: '20190104T003000Z',
      SEQUENCE: '1',
      DTSTART: '20181231',
      DTEND: '20190101',
      SUMMARY: '題名',
      CATEGORIES: '重要',
    });
    const start = events[0]?.find(({ name }) => name === 'DTSTART');
    expect(start?.params).toEqual({ VALUE: 'DATE' });
  });

  it.each([
    ['2018-12-23', '20181224'],
    ['2018-12-20', '20181222'],
  ])('ends an event of several days after its last one, and never before its first (%s)', (until, end) => {
    const { events } = parseCalendar(renderCalendar(aCalendar(anEvent({ until }))));
    expect(valuesOf(events[0])['DTEND']).toBe(end);
  });

  it('keeps several categories apart, also where one holds a comma', () => {
    const { events } = parseCalendar(renderCalendar(aCalendar(anEvent({ categories: ['a,b', 'c'] }))));
    expect(valuesOf(events[0])['CATEGORIES']).toBe('a\\,b,c');
  });

  it('carries any text unharmed and stays of the right form, whatever the text is', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('END:VEVENT', '\r\n', '\n ', '\\n', ';', ',', ':', '"', '脆弱性'.repeat(20), '😀'),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (title, description) => {
        const rendered = renderCalendar(aCalendar(anEvent({ title, description }), anEvent()));
        const { events } = parseCalendar(rendered);
        expect(events).toHaveLength(2);
        const { SUMMARY = '', DESCRIPTION = '' } = valuesOf(events[0]);
        expect(unescapeText(SUMMARY)).toBe(plain(title));
        expect(unescapeText(DESCRIPTION)).toBe(plain(description));
      }),
    );
  });
});

/** What can be told of a text: no control characters but line ends. */
function plain(text: string): string {
  return cleanText(text).replaceAll(/[\t\u007f\u2028\u2029]/gu, ' ');
}
