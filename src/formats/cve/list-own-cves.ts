import type { Site } from '#domain/site.ts';
import { isConcerned } from '#formats/record/is-concerned.ts';

type Cna = NonNullable<Site['cna']>;

/** What is asked of an advisory; its facts answer it as well as a record. */
interface Asked {
  readonly state: 'published' | 'withdrawn';
  readonly vulnerabilities: readonly {
    readonly cve?: string | undefined;
    readonly assigner?: string | undefined;
  }[];
  readonly products: readonly { readonly cves?: readonly string[] | undefined }[];
}

/**
 * The CVEs of an advisory that the CNA itself assigned and may tell of: only the CNA that assigned an identifier fills
 * its container, at least one product must be affected or unknown (CNA Operational Rules §5.1.3, §5.1.8), and a withdrawn
 * advisory would need a rejection, which is a person's decision. That there is an English description is asked
 * separately, of `describeVulnerability`. The organisation's id must be a random UUID (CVE Record Format, `uuidType`).
 */
export function listOwnCves(
  { state, vulnerabilities, products }: Asked,
  { orgId, shortName }: Cna,
): string[] {
  if (state !== 'published' || !isRandomUuid(orgId)) return [];
  return vulnerabilities.flatMap(({ cve, assigner }) => {
    const isOwn = cve !== undefined && assigner === shortName;
    return isOwn && products.some((product) => isConcerned(product, { cve })) ? [cve] : [];
  });
}

function isRandomUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu.test(text);
}
