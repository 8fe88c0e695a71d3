import { createHash } from 'node:crypto';
import type { VendorRow } from '#domain/advisory.ts';
import type { Answer } from './answer.ts';

/** The part of a row of the vendor-status table that an answer decides, as the table's schema names it. */
export type AnsweredRow = Partial<Pick<VendorRow, 'status' | 'statement' | 'justification'>> & {
  notices?: { url: string }[];
};

/**
 * What an answer shows to the public, in the order of the table's schema. Fixed versions and products are not in it: they
 * never go into the table by themselves.
 */
export function toRow({ status, statement, notices, justification }: Answer): AnsweredRow {
  return {
    status,
    ...(notices !== undefined && notices.length > 0 && { notices: notices.map((url) => ({ url })) }),
    ...(statement !== undefined && { statement: statement.replaceAll(/\r\n?/g, '\n') }),
    ...(justification !== undefined && { justification }),
  };
}

/**
 * The digest of the row that a vendor's answer makes: SHA-256, hex. Two answers have the same digest exactly if the public
 * sees the same; so an approval holds for what was approved and for nothing else.
 */
export function rowHash(vendor: string, answer: Answer): string {
  return createHash('sha256')
    .update(JSON.stringify([vendor, toRow(answer)]), 'utf8')
    .digest('hex');
}
