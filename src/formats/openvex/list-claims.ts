import { type Answered, listPositions, type Position, type Stance } from '#formats/record/positions.ts';
import type { OpenVexStatus } from './openvex-document.ts';

/** What is asked of an advisory; its facts answer it as well as a record. */
export interface Asked<Vulnerability, Product> extends Answered<Product> {
  readonly state: 'published' | 'withdrawn';
  readonly vulnerabilities: readonly Vulnerability[];
}

/** What one vendor claims of one vulnerability: about one of its products, or about all that it makes. */
export interface Claim<Vulnerability, Product> {
  vulnerability: Vulnerability;
  vendor: string;
  product?: Product;
  status: OpenVexStatus;
}

const STATUSES: Record<Stance, OpenVexStatus> = {
  affected: 'affected',
  'not-affected': 'not_affected',
  'under-investigation': 'under_investigation',
};

/**
 * The positions of an advisory in the words of OpenVEX, in its order; an affected product with fixed versions makes a
 * second claim about these. A vulnerability needs a name that others know: its CVE or, when it is the only one, the
 * advisory's identifier. What was withdrawn claims nothing.
 */
export function listClaims<
  Vulnerability extends { readonly cve?: string | undefined },
  Product extends {
    readonly vendor: string;
    readonly cves?: readonly string[] | undefined;
    readonly fixed: readonly string[];
  },
>(asked: Asked<Vulnerability, Product>): Claim<Vulnerability, Product>[] {
  const { state, vulnerabilities } = asked;
  if (state !== 'published') return [];
  return vulnerabilities
    .filter(({ cve }) => cve !== undefined || vulnerabilities.length === 1)
    .flatMap((vulnerability) =>
      listPositions(asked, vulnerability).flatMap((position) =>
        statusesOf(position).map((status) => ({ ...position, vulnerability, status })),
      ),
    );
}

function statusesOf({ stance, product }: Position<{ readonly fixed: readonly string[] }>): OpenVexStatus[] {
  const isFixed = stance === 'affected' && product !== undefined && product.fixed.length > 0;
  return [STATUSES[stance], ...(isFixed ? (['fixed'] as const) : [])];
}
