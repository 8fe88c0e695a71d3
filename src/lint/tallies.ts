import type { Content } from '#catalog/content.ts';
import { ledgersOf } from '#catalog/ledgers.ts';
import {
  type Ledger,
  LEDGER_PARTS,
  LEDGER_SERIES,
  LEDGER_SPANS,
  type LedgerPart,
  type LedgerSeries,
  type LedgerSpan,
  type Tally,
} from '#domain/statistics-ledger.ts';

type LedgerFile = Ledger & { file: string };

/** Every tally that a ledger holds, with its place. */
export function* listTallies(
  content: Content,
): Generator<{ file: string; series: LedgerSeries; span: LedgerSpan; tally: Tally }> {
  for (const { file, facts } of ledgersOf(content))
    for (const series of LEDGER_SERIES)
      for (const span of LEDGER_SPANS) {
        const tally = facts[series]?.[span];
        if (tally) yield { file, series, span, tally };
      }
}

/** Every number that ledgers may hold from quarter to quarter, earliest first. `before` is the ledger before. */
export function* listCounts(
  content: Content,
): Generator<{ ledger: LedgerFile; before?: LedgerFile; series: LedgerSeries; part: LedgerPart }> {
  const ledgers = ledgersOf(content);
  for (const [place, ledger] of ledgers.entries()) {
    const before = ledgers[place - 1];
    for (const series of LEDGER_SERIES)
      for (const part of LEDGER_PARTS) yield { ledger, ...(before && { before }), series, part };
  }
}
