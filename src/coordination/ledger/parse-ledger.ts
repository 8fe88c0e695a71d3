import type { z } from 'zod';
import { compareInstants, parseInstant } from '#domain/dates.ts';
import { hashLine, type Head, NO_HEAD } from './chain.ts';
import { actSchema, type Entry, type EntryFrame, frameSchema } from './entry.ts';

/**
 * What is wrong with one line. It never carries words of the line: they are confidential.
 * - `ledger-json`: no JSON object
 * - `ledger-shape`: an unknown act or key, or a value that its schema refuses; `path` names it
 * - `ledger-form`: not written as `formatEntry` writes it, such as a key named twice, spaces or `\r`
 * - `ledger-gap`: its number is not that of its place
 * - `ledger-chain`: it names another line as the one before
 * - `ledger-unended`: the last line has no line end, so it may be half a line
 */
interface LedgerProblem {
  kind: 'ledger-json' | 'ledger-shape' | 'ledger-form' | 'ledger-gap' | 'ledger-chain' | 'ledger-unended';
  /** From 1. */
  line: number;
  path: readonly (string | number)[];
}

/** Something odd that leaves the ledger whole. `ledger-clock`: the line is older than the one before it. */
interface LedgerWarning {
  kind: 'ledger-clock';
  line: number;
}

export interface Ledger {
  ok: true;
  entries: readonly Entry[];
  head: Head;
  /** The digest of each line, in order; `hashes[n - 1]` is that of entry `n`. */
  hashes: readonly string[];
  warnings: readonly LedgerWarning[];
}

export type LedgerResult = Ledger | { ok: false; problems: readonly LedgerProblem[] };

/**
 * Reads `ledger/<case>.jsonl` strictly: every line, and the chain through all of them. An empty text is a ledger without
 * entries. Lines that are gone from the end can be found with anchors only (`checkAnchors`).
 */
export function parseLedger(text: string): LedgerResult {
  const lines = text.split('\n');
  const isEnded = lines.pop() === '';
  if (!isEnded)
    return { ok: false, problems: [{ kind: 'ledger-unended', line: lines.length + 1, path: [] }] };
  const problems: LedgerProblem[] = [];
  const entries: Entry[] = [];
  const hashes = lines.map(hashLine);
  for (const [index, line] of lines.entries()) {
    const read = parseEntry(line);
    if (!('entry' in read)) problems.push({ ...read, line: index + 1 });
    else {
      problems.push(...checkPlace(read.entry, index, hashes));
      entries.push(read.entry);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const head = { seq: lines.length, hash: hashes.at(-1) ?? NO_HEAD.hash };
  return { ok: true, entries, head, hashes, warnings: findClockSteps(entries) };
}

type ReadLine = { entry: Entry } | Pick<LedgerProblem, 'kind' | 'path'>;

function parseEntry(line: string): ReadLine {
  const raw = parseObject(line);
  if (raw === undefined) return { kind: 'ledger-json', path: [] };
  const { seq, prev, at, actor, ...rest } = raw;
  const act = actSchema.safeParse(rest);
  if (!act.success) return refuse(act.error);
  const frame = { seq, prev, at, actor };
  if (!isFrame(frame)) return refuse(frameSchema.safeParse(frame).error);
  const entry: Entry = { ...frame, ...act.data };
  // Made in the order in which `formatEntry` writes.
  return JSON.stringify(entry) === line ? { entry } : { kind: 'ledger-form', path: [] };
}

/** Instants as our clock writes them, on days that every month has; the others are looked at more closely. */
const EVERYDAY_INSTANT =
  /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** What `frameSchema` says, said without it: there are tens of thousands of lines to read. */
function isFrame(frame: Record<keyof EntryFrame, unknown>): frame is EntryFrame {
  const { seq, prev, at, actor } = frame;
  return (
    Number.isSafeInteger(seq) &&
    Number(seq) > 0 &&
    typeof prev === 'string' &&
    /^[0-9a-f]{64}$/.test(prev) &&
    typeof at === 'string' &&
    (EVERYDAY_INSTANT.test(at) || typeof parseInstant(at) === 'string') &&
    typeof actor === 'string' &&
    actor !== ''
  );
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function refuse(error: z.ZodError | undefined): Pick<LedgerProblem, 'kind' | 'path'> {
  const path = (error?.issues[0]?.path ?? []).filter((part) => typeof part !== 'symbol');
  return { kind: 'ledger-shape', path };
}

function checkPlace({ seq, prev }: Entry, index: number, hashes: readonly string[]): LedgerProblem[] {
  const line = index + 1;
  const before = hashes[index - 1] ?? NO_HEAD.hash;
  return [
    ...(seq === line ? [] : [{ kind: 'ledger-gap' as const, line, path: ['seq'] }]),
    ...(prev === before ? [] : [{ kind: 'ledger-chain' as const, line, path: ['prev'] }]),
  ];
}

function findClockSteps(entries: readonly Entry[]): LedgerWarning[] {
  return entries.flatMap(({ at }, index): LedgerWarning[] => {
    const before = entries[index - 1]?.at ?? at;
    return compareInstants(before, at) > 0 ? [{ kind: 'ledger-clock', line: index + 1 }] : [];
  });
}
