import { vendorsOf } from '#catalog/build-catalog.ts';
import type { Advisory } from '#catalog/catalog.ts';
import { languagesOf } from '#catalog/queries.ts';
import { toUtc } from '#domain/dates.ts';
import type { AdvisoryReference, AdvisorySummary } from '#formats/api/advisory-shapes.ts';
import { advisoryAddress, formatUrl } from '../../addresses.ts';
import type { SiteIndex } from '../../site-index.ts';
import { advisoryJsonAddress } from '../export-addresses.ts';

/** A public advisory in short. */
export function toSummary(index: SiteIndex, advisory: Advisory): AdvisorySummary {
  const { id, slug, family, facts, year, texts, updatedAt } = advisory;
  const { site } = index.catalog;
  const { worst } = index.assess(advisory);
  const languages = languagesOf(index.catalog, advisory);
  return {
    ...{ id, slug, family: family.path, year },
    state: facts.state,
    urgent: facts.urgent !== false,
    title: Object.fromEntries(languages.map((each) => [each, texts[each]?.title ?? facts.title])),
    urls: Object.fromEntries(
      languages.map((each) => [each, formatUrl(site, advisoryAddress(site, each, advisory))]),
    ),
    publishedAt: toUtc(facts.publishedAt),
    updatedAt: toUtc(updatedAt),
    ...(worst && { cvss: { ...pickScore(worst) } }),
    cves: cvesOf(advisory),
    vendors: vendorsOf(advisory),
    data: advisoryJsonAddress(site, advisory),
  };
}

function pickScore({
  version,
  vector,
  score,
  severity,
}: NonNullable<AdvisorySummary['cvss']>): NonNullable<AdvisorySummary['cvss']> {
  return { version, vector, score, severity };
}

/** An advisory where only its name matters. */
export function toReference({ catalog }: SiteIndex, advisory: Advisory): AdvisoryReference {
  return { id: advisory.id, data: advisoryJsonAddress(catalog.site, advisory) };
}

export function cvesOf({ facts }: Pick<Advisory, 'facts'>): string[] {
  return facts.vulnerabilities.flatMap(({ cve }) => cve ?? []);
}
