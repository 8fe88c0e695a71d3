import type { Ledger } from '#domain/statistics-ledger.ts';
import type { Content } from './content.ts';

/** The ledgers that could be read, in the order of their quarters, each with its file. */
export function ledgersOf({ statistics }: Pick<Content, 'statistics'>): (Ledger & { file: string })[] {
  return statistics.flatMap(({ file, quarter, facts }) => (facts ? [{ file, quarter, facts }] : []));
}
