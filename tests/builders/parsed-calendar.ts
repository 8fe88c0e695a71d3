/** One line of an iCalendar file: `NAME;PARAM=value:value`. The value is not unescaped. */
export interface CalendarLine {
  name: string;
  params: Record<string, string>;
  value: string;
}

/**
 * Reads an iCalendar file strictly (RFC 5545 §3.1): CRLF alone ends a line, none is longer than 75 bytes, all are UTF-8, and
 * components close in the order in which they opened.
 * @throws when the file is not of that form
 */
export function parseCalendar(text: string): { calendar: CalendarLine[]; events: CalendarLine[][] } {
  if (!text.endsWith('\r\n') || /\r(?!\n)|(?<!\r)\n/.test(text)) throw new Error('Lines end in CRLF.');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`Longer than 75 bytes: ${line}`);
    // A character that was cut in two would come back as another one.
    if (Buffer.from(line).toString() !== line) throw new Error(`Not UTF-8: ${line}`);
  }
  const lines = text.replaceAll('\r\n ', '').slice(0, -2).split('\r\n').map(parseLine);
  return readComponents(lines);
}

/** The text that a value stands for (RFC 5545 §3.3.11). */
export function unescapeText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    /n/i.test(character) ? '\n' : character,
  );
}

function parseLine(line: string): CalendarLine {
  const match = /^([A-Z-]+)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/su.exec(line);
  if (match === null) throw new Error(`No content line: ${line}`);
  const [, name = '', params = '', value = ''] = match;
  const pairs = params
    .split(';')
    .slice(1)
    .map((pair) => pair.split('=') as [string, string]);
  return { name, params: Object.fromEntries(pairs), value };
}

function readComponents(lines: readonly CalendarLine[]) {
  const calendar: CalendarLine[] = [];
  const events: CalendarLine[][] = [];
  const open: string[] = [];
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      open.push(line.value);
      if (line.value === 'VEVENT') events.push([]);
    } else if (line.name === 'END') {
      if (open.pop() !== line.value) throw new Error(`Nothing to end: ${line.value}`);
    } else if (open.at(-1) === 'VEVENT') events.at(-1)?.push(line);
    else if (open.length === 1) calendar.push(line);
    else throw new Error(`Outside of everything: ${line.name}`);
  }
  if (open.length > 0) throw new Error(`Never ended: ${open.join(', ')}`);
  return { calendar, events };
}
