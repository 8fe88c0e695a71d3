import type { VendorStatus } from '#domain/vendor-status.ts';
import { isConcerned } from '#formats/record/is-concerned.ts';
import type { OpenVexStatus } from './openvex-document.ts';

/** What is asked of an advisory; its facts answer it as well as a record. */
export interface Asked<Vulnerability, Product> {
  readonly state: 'published' | 'withdrawn';
  readonly vulnerabilities: readonly Vulnerability[];
  readonly products: readonly Product[];
  /** The rows of the vendor-status table; makers without a row may be there or not. */
  readonly vendors: readonly VendorAnswer[];
}

interface VendorAnswer {
  readonly slug: string;
  readonly status?: VendorStatus | undefined;
  readonly exceptions: Readonly<Partial<Record<string, VendorStatus>>>;
}

interface Concerned {
  readonly vendor: string;
  readonly cves?: readonly string[] | undefined;
  readonly fixed: readonly string[];
}

/** What one vendor says of one vulnerability: about one of its products, or about all that it makes. */
export interface Position<Vulnerability, Product> {
  readonly vulnerability: Vulnerability;
  readonly vendor: string;
  readonly product?: Product;
  readonly status: OpenVexStatus;
}

/**
 * The positions that the vendor-status table and the list of affected products hold, in the order of the advisory:
 * - A product that the vulnerability concerns is affected, whatever its vendor’s general answer is; a vendor’s exception
 *   for this CVE holds unless the product names the CVE itself. Its fixed versions are fixed.
 * - A vendor none of whose products is concerned speaks for all that it makes: by its exception for this CVE, or by its
 *   general answer where no product of it is named at all.
 *
 * A vulnerability needs a name that others know: its CVE or, when it is the only one, the advisory's identifier. What was
 * withdrawn states nothing.
 */
export function listPositions<Vulnerability extends { cve?: string | undefined }, Product extends Concerned>(
  asked: Asked<Vulnerability, Product>,
): Position<Vulnerability, Product>[] {
  const { state, vulnerabilities } = asked;
  if (state !== 'published') return [];
  return vulnerabilities
    .filter(({ cve }) => cve !== undefined || vulnerabilities.length === 1)
    .flatMap((vulnerability) => [...ofProducts(asked, vulnerability), ...ofVendors(asked, vulnerability)]);
}

function ofProducts<Vulnerability extends { cve?: string | undefined }, Product extends Concerned>(
  { products, vendors }: Asked<Vulnerability, Product>,
  vulnerability: Vulnerability,
): Position<Vulnerability, Product>[] {
  return products
    .filter((product) => isConcerned(product, vulnerability))
    .flatMap((product) => {
      const vendor = vendors.find(({ slug }) => slug === product.vendor);
      const exception = product.cves === undefined ? vendor && exceptionOf(vendor, vulnerability) : undefined;
      const position = { vulnerability, vendor: product.vendor, product };
      if (exception !== undefined && !exception.startsWith('affected'))
        return [{ ...position, status: toStatus(exception) }];
      const isFixed = product.fixed.length > 0;
      return [
        { ...position, status: 'affected' as const },
        ...(isFixed ? [{ ...position, status: 'fixed' as const }] : []),
      ];
    });
}

function ofVendors<Vulnerability extends { cve?: string | undefined }, Product extends Concerned>(
  { products, vendors }: Asked<Vulnerability, Product>,
  vulnerability: Vulnerability,
): Position<Vulnerability, Product>[] {
  return vendors.flatMap((vendor) => {
    const own = products.filter((product) => product.vendor === vendor.slug);
    if (own.some((product) => isConcerned(product, vulnerability))) return [];
    const answer = exceptionOf(vendor, vulnerability) ?? (own.length === 0 ? vendor.status : undefined);
    return answer === undefined ? [] : [{ vulnerability, vendor: vendor.slug, status: toStatus(answer) }];
  });
}

function exceptionOf({ exceptions }: VendorAnswer, { cve }: { cve?: string | undefined }) {
  return cve === undefined ? undefined : exceptions[cve];
}

/** An answer that is not final, or none, is an investigation for readers: statements about it will follow. */
function toStatus(answer: VendorStatus): OpenVexStatus {
  if (answer === 'affected') return 'affected';
  return answer === 'not-affected' ? 'not_affected' : 'under_investigation';
}
