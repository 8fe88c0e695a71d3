import { isMap, isScalar } from 'yaml';
import type { ContentProblem } from '#catalog/content.ts';
import { normalizeSource } from '#catalog/source.ts';
import { composeDocuments } from '#catalog/yaml.ts';
import type { CaseRecord } from '../case-record.ts';
import { DRAFT_FILE } from './build-public-text.ts';
import { formatYaml } from '#catalog/format-front-matter.ts';
import { type Draft, readDraft } from './read-draft.ts';
import { buildVendorRows } from './vendor-rows.ts';

export type RewrittenDraft = { ok: true; text: string } | { ok: false; problems: readonly ContentProblem[] };

/**
 * The draft with its `vendors:` brought in step with the case; the rest keeps its bytes, apart from line ends, which become
 * `\n`. A draft that is in step already is given back as it is. The draft need not be complete.
 *
 * Problems: those of the gate, and `vendors-not-rewritable` where the table is written in a way that cannot be replaced
 * line by line, such as front matter in braces.
 * @param record for a room of one vendor: with that vendor alone
 */
export function rewriteVendorTable(draft: string, record: Pick<CaseRecord, 'vendors'>): RewrittenDraft {
  const read = readDraft(draft, DRAFT_FILE);
  if (!read.ok) return read;
  const rows = buildVendorRows(record.vendors, read.data['vendors']);
  if (isSame(read.data['vendors'] ?? [], rows)) return { ok: true, text: draft };
  const text = replaceTable(normalizeSource(draft), formatYaml({ vendors: rows }));
  const again = text === undefined ? undefined : readDraft(text, DRAFT_FILE);
  if (text !== undefined && again?.ok && isStep(read, again, rows)) return { ok: true, text };
  const place = read.locateKey(['vendors']);
  return {
    ok: false,
    problems: [{ kind: 'vendors-not-rewritable', file: DRAFT_FILE, path: ['vendors'], params: {}, ...place }],
  };
}

/** Whether only the table changed, and into what was wanted. */
function isStep(before: Draft, after: Draft, rows: unknown): boolean {
  const isRest = isSame(withoutTable(before), withoutTable(after)) && before.body === after.body;
  return isRest && isSame(after.data['vendors'], rows);
}

function withoutTable({ data }: Draft): unknown {
  return Object.entries(data).filter(([key]) => key !== 'vendors');
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const FENCE = '---\n';

/** @param source a text that passed the gate, with `\n` line ends */
function replaceTable(source: string, table: string): string | undefined {
  const closing = source.indexOf('\n---', FENCE.length - 1) + 1;
  const yaml = source.slice(FENCE.length, closing);
  const lines = findTable(yaml);
  if (lines === undefined) return undefined;
  const [start, end] = [FENCE.length + lines.start, FENCE.length + lines.end];
  return source.slice(0, start) + table + source.slice(end);
}

/** The offsets of the lines that `vendors:` takes; both the end of the text where there is none. */
function findTable(yaml: string): { start: number; end: number } | undefined {
  const root = composeDocuments(yaml).documents[0]?.contents;
  if (!isMap(root)) return undefined;
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'vendors');
  if (pair === undefined) return root.flow === true ? undefined : { start: yaml.length, end: yaml.length };
  const { key, value } = pair as { key: Ranged; value: Ranged | null };
  const start = key.range[0];
  if (start > 0 && yaml[start - 1] !== '\n') return undefined;
  return { start, end: endOfLine(yaml, Math.max(key.range[1], value?.range[1] ?? 0)) };
}

interface Ranged {
  range: readonly [number, number, number];
}

/** Where the next line begins; a block of text ends there already. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
