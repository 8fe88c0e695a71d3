import type { Advisory } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import { SECTION_HEADINGS } from '#domain/section.ts';
import type { Language } from '#domain/language.ts';
import { formatChange } from '#site/feed-entry.ts';
import type { SiteIndex } from '#site/site-index.ts';
import { advisoryView } from '#site/views/advisory-view.ts';
import type { AdvisoryView, VulnerabilityView } from '#site/view.ts';
import type { ContentText } from '../content/generate-content.ts';
import { formatYaml, type YamlValue } from '../content/yaml-text.ts';

type Fields = Record<string, YamlValue | undefined>;

/**
 * One advisory in one language as a page of Hugo. What Hugo cannot compute (scores, phrases of version ranges, related
 * advisories, sentences about changes) stands ready in its front matter, in the page's language.
 */
export function toHugoAdvisory(
  index: SiteIndex,
  advisory: Advisory,
  language: Language,
  source: string,
): ContentText {
  const view = advisoryView(index, language, advisory);
  const fields = {
    ...toIdentity(advisory, view),
    ...toState(view),
    ...toRows(advisory, view),
    ...toSources(view, language),
  };
  const body = source.slice(source.indexOf('\n---\n') + 5);
  return {
    file: `content/${language}/${advisory.family.path}/${advisory.year}/${advisory.slug}.md`,
    text: `---\n${formatYaml(fields)}---\n${markHeadings(body, language)}`,
  };
}

function toIdentity(advisory: Advisory, view: AdvisoryView): Fields {
  const { publishedOn, updatedOn, year, slug } = advisory;
  return {
    title: view.title,
    headtitle: view.head.title,
    description: view.head.description,
    id: view.id,
    slugname: slug,
    year: String(year),
    date: view.publishedAt,
    lastmod: view.updatedAt,
    publishedat: view.publishedAt,
    updatedat: view.updatedAt,
    published: publishedOn,
    updated: updatedOn,
    changed: view.updatedAt !== view.publishedAt,
    familyname: view.family.text,
    vendors: vendorsOf(advisory),
    advisories: [String(year)],
    trail: view.head.trail.slice(1).map(({ label, address }) => ({ label, address })),
    nearest: view.head.switchTo[0]?.address,
  };
}

function toState({ withdrawal, urgentReason, fixAvailable, worst }: AdvisoryView): Fields {
  return {
    withdrawn: withdrawal && { at: withdrawal.at, reason: withdrawal.reason.text },
    urgent: urgentReason?.text,
    fix: fixAvailable,
    worst: worst && { version: worst.version, score: worst.score.toFixed(1), severity: worst.severity },
  };
}

function toRows({ facts }: Advisory, view: AdvisoryView): Fields {
  return {
    vulnerabilities: view.vulnerabilities.map(toVulnerability),
    affected: view.products.map(({ anchor, product, ranges, fixed, cves, cpe }, place) => ({
      anchor,
      vendor: facts.affected[place]?.vendor,
      product: product.text,
      ranges,
      fixed,
      cves,
      cpe,
    })),
    statuses: Object.fromEntries(facts.vendors.map(({ vendor, status }) => [vendor, status])),
    rows: view.vendors.map(({ anchor, status, statusOn, exceptions, notices, statement }) => ({
      vendor: anchor.slice('vendor-'.length),
      status,
      day: statusOn,
      exceptions: exceptions.length > 0 ? exceptions.map((exception) => ({ ...exception })) : undefined,
      notices: notices.length > 0 ? notices.map(({ url, label }) => ({ url, label: label.text })) : undefined,
      statement: statement?.text,
    })),
    counts: view.vendorCounts.map(({ status, count }) => ({ status: status ?? '', count })),
  };
}

function toVulnerability({ cve, title, weaknesses, scores }: VulnerabilityView): YamlValue {
  return {
    cve,
    title: title?.text,
    cwe: weaknesses.map(({ id }) => id),
    scores: scores.map(({ version, vector, score, severity, calculatorUrl }) => ({
      version,
      vector,
      score: score.toFixed(1),
      severity,
      calculator: calculatorUrl,
    })),
  };
}

function toSources(view: AdvisoryView, language: Language): Fields {
  return {
    references: view.references.map(({ title, url, publisher, language: spoken }) => ({
      title: title.text,
      url,
      publisher: publisher?.text,
      language: spoken,
    })),
    route: view.route,
    credits: view.credits.map(({ name, affiliation, role }) => ({
      role,
      name: name?.text,
      affiliation: affiliation?.text,
    })),
    related: view.related.map(({ id, address, title }) => ({
      id,
      address,
      title: title?.text,
      language: title?.language,
    })),
    timeline: view.timeline.map(({ on, event }) => ({ day: on, event })),
    revisions: view.revisions.map(({ number, at, summary, changes }) => ({
      number,
      at,
      summary: summary.text,
      changes: changes.flatMap((change) => formatChange(change, language)),
    })),
  };
}

/** Gives the known headings their fixed ids, the way an author does in Hugo. */
function markHeadings(body: string, language: Language): string {
  const ids = new Map(
    Object.entries(SECTION_HEADINGS[language]).map(([id, [heading]]) => [heading as string, id]),
  );
  return body.replaceAll(
    /^## (.+)$/gm,
    (line, heading: string) => `${line} {#${ids.get(heading) ?? 'other'}}`,
  );
}
