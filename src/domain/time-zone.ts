/*
 * Offsets come from Intl, asked twice per zone and UTC day and then remembered. The locale is pinned and only digits are
 * read, so the result depends on the time zone database alone, never on the machine's zone or language.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsetsOfDays = new Map<string, Map<number, number | 'changes'>>();
const millisecondsPerDay = 86_400_000;

/**
 * Milliseconds to add to UTC for the wall clock of a zone. Throws a RangeError for an unknown zone.
 * No zone changes its offset twice within one UTC day, so equal offsets at its ends mean that nothing changes.
 * @param milliseconds since 1970-01-01T00:00:00Z
 */
export function offsetAt(milliseconds: number, zone: string): number {
  const utcDay = Math.floor(milliseconds / millisecondsPerDay);
  const days = offsetsOfDays.get(zone) ?? new Map<number, number | 'changes'>();
  offsetsOfDays.set(zone, days);
  let offset = days.get(utcDay);
  if (offset === undefined) {
    const start = askOffset(utcDay * millisecondsPerDay, zone);
    const end = askOffset((utcDay + 1) * millisecondsPerDay - 1000, zone);
    offset = start === end ? start : 'changes';
    days.set(utcDay, offset);
  }
  return offset === 'changes' ? askOffset(milliseconds, zone) : offset;
}

function askOffset(milliseconds: number, zone: string): number {
  const text = formatterFor(zone).format(milliseconds);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (text.match(/\d+/g) ?? []).map(
    Number,
  );
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  return local.getTime() - Math.floor(milliseconds / 1000) * 1000;
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}
