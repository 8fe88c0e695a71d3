import type { AdvisoryFacts, AffectedProduct } from '#domain/advisory.ts';
import type { Answered } from '#formats/record/positions.ts';

/** What positions are told from, as the facts of an advisory hold it: planning asks before there is a record. */
export function toAnswered({ affected, vendors }: AdvisoryFacts): Answered<AffectedProduct> {
  return {
    products: affected,
    vendors: vendors.map(({ vendor, status, cves = {} }) => ({ slug: vendor, status, exceptions: cves })),
  };
}
