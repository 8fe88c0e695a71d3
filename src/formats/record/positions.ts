import type { VendorStatus } from '#domain/vendor-status.ts';
import { isConcerned } from './is-concerned.ts';

/** How a product stands towards a vulnerability. That single versions carry a fix is no stance: the product lists them. */
export type Stance = 'affected' | 'not-affected' | 'under-investigation';

export type PendingAnswer = Exclude<VendorStatus, 'affected' | 'not-affected'>;

/** What one vendor says of one vulnerability: about one of its products, or about all that it makes. */
export interface Position<Product> {
  vendor: string;
  product?: Product;
  stance: Stance;
}

/** What is asked of an advisory; its facts answer it as well as a record. */
export interface Answered<Product> {
  readonly products: readonly Product[];
  /** The rows of the vendor-status table; makers without a row may be there or not. */
  readonly vendors: readonly (VendorAnswers & { readonly slug: string })[];
}

interface VendorAnswers {
  readonly status?: VendorStatus | undefined;
  readonly exceptions: Readonly<Partial<Record<string, VendorStatus>>>;
}

interface Made {
  readonly vendor: string;
  readonly cves?: readonly string[] | undefined;
}

interface Vulnerability {
  readonly cve?: string | undefined;
}

/** The positions towards one vulnerability: of products, then of vendors that speak for all they make, as listed. */
export function listPositions<Product extends Made>(
  { products, vendors }: Answered<Product>,
  vulnerability: Vulnerability,
): Position<Product>[] {
  const makers = new Map(vendors.map((vendor) => [vendor.slug, vendor]));
  const ofProducts = products.flatMap((product) => {
    const stance = stanceOfProduct(product, makers.get(product.vendor), vulnerability);
    return stance === undefined ? [] : [{ vendor: product.vendor, product, stance }];
  });
  const ofVendors = vendors.flatMap((vendor) => {
    const stance = stanceOfVendor(vendor, products, vulnerability);
    return stance === undefined ? [] : [{ vendor: vendor.slug, stance }];
  });
  return [...ofProducts, ...ofVendors];
}

/**
 * A product that the vulnerability concerns is affected, whatever its vendor’s general answer is; the vendor’s exception
 * for this CVE holds unless the product names the CVE itself.
 */
export function stanceOfProduct(
  product: Made,
  maker: VendorAnswers | undefined,
  vulnerability: Vulnerability,
): Stance | undefined {
  if (!isConcerned(product, vulnerability)) return undefined;
  const exception = product.cves === undefined && maker ? exceptionOf(maker, vulnerability) : undefined;
  return exception === undefined || exception.startsWith('affected') ? 'affected' : toStance(exception);
}

/**
 * A vendor none of whose products is concerned speaks for all that it makes: by its exception for this CVE, or by its
 * general answer where no product of it is named at all.
 */
export function stanceOfVendor(
  vendor: VendorAnswers & { readonly slug: string },
  products: readonly Made[],
  vulnerability: Vulnerability,
): Stance | undefined {
  const own = products.filter((product) => product.vendor === vendor.slug);
  if (own.some((product) => isConcerned(product, vulnerability))) return undefined;
  const answer = exceptionOf(vendor, vulnerability) ?? (own.length === 0 ? vendor.status : undefined);
  return answer && toStance(answer);
}

/** What the vendor answered about this vulnerability: for its CVE or, failing that, in general. */
export function answerOf(vendor: VendorAnswers, vulnerability: Vulnerability): VendorStatus | undefined {
  return exceptionOf(vendor, vulnerability) ?? vendor.status;
}

function exceptionOf({ exceptions }: VendorAnswers, { cve }: Vulnerability): VendorStatus | undefined {
  return cve === undefined ? undefined : exceptions[cve];
}

/** An answer that is not final, or none, is an investigation for readers: statements about it will follow. */
function toStance(answer: VendorStatus): Stance {
  return isPending(answer) ? 'under-investigation' : answer;
}

/** Whether the answer leaves open which products are affected. */
export function isPending(answer: VendorStatus): answer is PendingAnswer {
  return answer !== 'affected' && answer !== 'not-affected';
}
