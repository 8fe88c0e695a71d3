/** What may come next: a value, a value or the end of a list, a key, a key or the end of a map, a colon, or what follows a value. */
type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'next';

const TOKEN =
  /[ \t\r\n]*(?:([[\]{},:])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null))/uy;

/**
 * Where a text stops being JSON (RFC 8259), as `line:column` counted from 1: at the first token that may not stand there.
 * The parser of the language does not always say.
 */
export function findJsonError(text: string): string {
  const open: ('[' | '{')[] = [];
  let wanted: Wanted | undefined = 'value';
  let at = 0;
  while (wanted !== undefined) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) break;
    const [whole, mark, string] = found;
    wanted = step(wanted, mark ?? (string === undefined ? 'word' : 'string'), open);
    if (wanted !== undefined) at += whole.length;
  }
  const blanks = /[ \t\r\n]*/uy;
  blanks.lastIndex = at;
  const end = at + (blanks.exec(text)?.[0].length ?? 0);
  const before = text.slice(0, end).split(/\r\n?|\n/u);
  return `${before.length}:${Array.from(before.at(-1) ?? '').length + 1}`;
}

const VALUE = { '[': 'value-or-end', '{': 'key-or-end', string: 'next', word: 'next' } as const;
const AFTER: Readonly<Record<Wanted, Readonly<Partial<Record<string, Wanted>>>>> = {
  value: VALUE,
  'value-or-end': { ...VALUE, ']': 'next' },
  key: { string: 'colon' },
  'key-or-end': { string: 'colon', '}': 'next' },
  colon: { ':': 'value' },
  next: { ',': 'value', ']': 'next', '}': 'next' },
};

/** What may come after a token, or `undefined` where the token itself may not come. */
function step(wanted: Wanted, token: string, open: ('[' | '{')[]): Wanted | undefined {
  const after = AFTER[wanted][token];
  const innermost = open.at(-1);
  if (token === '[' || token === '{') open.push(token);
  if (token === ',' && after !== undefined) {
    if (innermost === undefined) return undefined;
    return innermost === '[' ? 'value' : 'key';
  }
  if (token !== ']' && token !== '}') return after;
  open.pop();
  return innermost === (token === ']' ? '[' : '{') ? after : undefined;
}
