import { checkRedirects, checkSchemes, checkSecurityTxt, checkWellKnown } from './check-access.ts';
import { checkDocuments, type ValidateCsaf } from './check-documents.ts';
import { checkDigests, checkSignatures } from './check-integrity.ts';
import { compareLists, readLists } from './check-lists.ts';
import { checkRolieDocuments, compareFeeds, readFeeds } from './check-rolie.ts';
import { openProvider } from './provider.ts';
import type { ServedSite } from './served-site.ts';
import type { Verdict } from './verdicts.ts';

/** What a check found. */
export interface ProviderReport {
  role: string;
  /** How many documents the lists name. */
  documents: number;
  /** One for each of the 20 requirements, in their order. */
  verdicts: readonly Verdict[];
}

/**
 * Checks a provider by all 20 requirements of CSAF 2.0 §7.1, from its host alone and over HTTP. It knows nothing of how
 * the site is made. Where the public checker is lenient this one is not: entries of changes.csv are compared with their
 * documents, redirects fail, unknown fields fail, and a trusted provider without a key fails.
 */
export async function checkProvider(
  site: ServedSite,
  { validate, now }: { validate: ValidateCsaf; now: Date },
): Promise<ProviderReport> {
  const provider = await openProvider(site);
  const lists = await readLists(provider);
  await readFeeds(provider);
  compareLists(provider, lists);
  await compareFeeds(provider);
  await checkRolieDocuments(provider);
  await checkDocuments(provider, validate);
  await checkSecurityTxt(provider, now);
  await checkWellKnown(provider);
  await checkDigests(provider);
  const { metadata, documents, problems } = provider;
  const isSigned = (metadata?.public_openpgp_keys ?? []).length > 0;
  if (isSigned) await checkSignatures(provider);
  checkSchemes(provider);
  checkRedirects(provider);
  const unsigned = 'the provider does not claim to sign';
  return {
    role: metadata?.role ?? 'unknown',
    documents: documents.size,
    verdicts: problems.verdicts({
      10: 'a folder has no DNS; this one of requirements 8 to 10 is enough for a provider (§7.2.2)',
      ...(!isSigned && { 19: unsigned, 20: unsigned }),
    }),
  };
}
