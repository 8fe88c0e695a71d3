/** Whether a vulnerability concerns a product: the product names its CVE, or names none and so belongs to all. */
export function isConcerned(
  { cves }: { readonly cves?: readonly string[] | undefined },
  { cve }: { readonly cve?: string | undefined },
): boolean {
  return cves === undefined || (cve !== undefined && cves.includes(cve));
}
