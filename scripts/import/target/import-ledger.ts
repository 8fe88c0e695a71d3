import { z } from 'zod';
import { IMPORT_LEDGER } from '#catalog/load-content.ts';
import { compareText } from '#domain/compare-text.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const entrySchema = z.strictObject({
  path: z.string().describe('The file, below the content directory.'),
  format: z.string().describe('The format it came in.'),
  name: z.string().describe('What the source calls the record.'),
  source: digest.describe('SHA-256 of the record as it was read.'),
  written: digest.describe('SHA-256 of the file as the import wrote it.'),
  before: digest
    .optional()
    .describe('SHA-256 of the import’s own file that this one replaced, for an import that broke off.'),
});

export type ImportEntry = z.infer<typeof entrySchema>;

/** A line that is no entry. */
export class LedgerError extends Error {
  readonly line: number;

  constructor(line: number, options?: ErrorOptions) {
    super(`${IMPORT_LEDGER}:${line}`, options);
    this.line = line;
  }
}

/** The entries by path. @throws {LedgerError} for a line that is none: what was imported is then unknown */
export function parseImportLedger(text: string): Map<string, ImportEntry> {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  return new Map(
    lines
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, number }) => {
        const entry = parseEntry(line, number);
        return [entry.path, entry];
      }),
  );
}

function parseEntry(line: string, number: number): ImportEntry {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch (error) {
    throw new LedgerError(number, { cause: error });
  }
}

/** One entry a line, by path, so that two people’s imports merge. */
export function formatImportLedger(entries: Iterable<ImportEntry>): string {
  const lines = [...entries]
    .toSorted((a, b) => compareText(a.path, b.path))
    .map((entry) => `${JSON.stringify(entry)}\n`);
  return lines.join('');
}
