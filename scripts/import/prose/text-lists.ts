import { escapeText } from './escape-text.ts';

/** A line that begins an item: its mark, and what follows. */
const ITEM =
  /^(?<indent>\s*)(?:(?<bullet>[-*+•●○◦■▪]|・)(?<blank>\s*)|(?<number>\d{1,3})[.)]\s+)(?=\S)(?<words>.*)$/u;

interface Item {
  readonly indent: number;
  /** Undefined for a bullet. */
  readonly number: number | undefined;
  readonly lines: string[];
}

/** Whether a line begins an item of a list. `-1` and `*bold*` do not. */
export function beginsItem(line: string): boolean {
  return parseItem(line) !== undefined;
}

/**
 * Lines of which the first begins an item → a Markdown list, or `undefined` where it would not tell the same: numbers
 * that do not count up by one would be counted anew.
 */
export function formatTextList(lines: readonly string[]): string | undefined {
  const items: Item[] = [];
  for (const line of lines) {
    const item = parseItem(line);
    if (item === undefined) items.at(-1)?.lines.push(line.trim());
    else items.push(item);
  }
  const levels = levelsOf(items);
  if (!countsUp(items, levels)) return undefined;
  return items.map((item, index) => formatItem(item, indentAt(items, levels, index))).join('\n');
}

function parseItem(line: string): Item | undefined {
  const { indent = '', bullet, blank = '', number, words = '' } = ITEM.exec(line)?.groups ?? {};
  if (bullet === undefined && number === undefined) return undefined;
  if (bullet !== undefined && blank === '' && /[-*+]/u.test(bullet)) return undefined;
  return {
    indent: indent.length,
    number: number === undefined ? undefined : Number(number),
    lines: [words.trim()],
  };
}

/** How deep each item stands: an item further to the right than the one before is part of it. */
function levelsOf(items: readonly Item[]): number[] {
  const open: number[] = [];
  return items.map(({ indent }) => {
    while ((open.at(-1) ?? -1) > indent) open.pop();
    if ((open.at(-1) ?? -1) < indent) open.push(indent);
    return Math.min(open.length - 1, MAX_LEVEL);
  });
}

const MAX_LEVEL = 4;

/** Each list is of one kind, and its numbers follow each other. */
function countsUp(items: readonly Item[], levels: readonly number[]): boolean {
  const before: (number | undefined)[] = [];
  const seen: boolean[] = [];
  return (
    items.every(({ number }, index) => {
      const level = levels[index] ?? 0;
      seen.length = Math.min(seen.length, level + 1);
      const follows =
        seen[level] !== true ||
        (number === undefined ? before[level] === undefined : number === (before[level] ?? -1) + 1);
      seen[level] = true;
      before[level] = number;
      return follows;
    }) &&
    (items.length > 1 || (items[0]?.number ?? 1) === 1)
  );
}

/** The column at which the text of the enclosing item begins. */
function indentAt(items: readonly Item[], levels: readonly number[], index: number): number {
  const level = levels[index] ?? 0;
  if (level === 0) return 0;
  const parent = levels.lastIndexOf(level - 1, index);
  const item = items[parent];
  return item === undefined ? 0 : indentAt(items, levels, parent) + markOf(item).length;
}

function markOf({ number }: Item): string {
  return number === undefined ? '- ' : `${number}. `;
}

function formatItem(item: Item, indent: number): string {
  const mark = markOf(item);
  const inner = ' '.repeat(indent + mark.length);
  const text = escapeText(item.lines.filter((line) => line !== '').join('\n'), { atLineStart: true });
  return `${' '.repeat(indent)}${mark}${text.replaceAll('\n', `\n${inner}`)}`;
}
