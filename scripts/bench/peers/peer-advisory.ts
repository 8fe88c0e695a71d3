import type { Advisory } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import { SECTION_HEADINGS } from '#domain/section.ts';
import { VENDOR_STATUSES } from '#domain/vendor-status.ts';
import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { correctionAddress } from '#site/correction.ts';
import { formatChange } from '#site/feed-entry.ts';
import { toInlineJson } from '#site/inline-json.ts';
import { toListRow } from '#site/rows.ts';
import type { SiteIndex } from '#site/site-index.ts';
import { advisoryView } from '#site/views/advisory-view.ts';
import type { AdvisoryView, Frame, VulnerabilityView } from '#site/view.ts';
import type { YamlValue } from '../content/yaml-text.ts';
import type { Fields, PeerPage } from './peer-page.ts';

/** Where the page of an advisory comes from. */
interface Origin {
  index: SiteIndex;
  frame: Frame;
  advisory: Advisory;
  language: Language;
}

/**
 * One advisory in one language as a page of another generator. What only our engine can compute (scores, phrases of
 * version ranges, related advisories, sentences about changes) stands ready in its front matter, in the page's language.
 */
export function toPeerAdvisory(origin: Origin, source: string): PeerPage {
  const { index, advisory, language } = origin;
  const view = advisoryView(index, language, advisory);
  const body = source.slice(source.indexOf('\n---\n') + 5);
  return {
    file: `${language}/${advisory.family.path}/${advisory.year}/${advisory.slug}.md`,
    fields: {
      ...toIdentity(advisory, view),
      ...toState(view, language),
      ...toFrameFields(origin, view),
      ...toVersions(view),
      ...toProducts(advisory, view),
      ...toRows(advisory, view),
      ...toSources(view, language),
    },
    body: markHeadings(body, language),
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
    familypath: advisory.family.path,
    vendors: vendorsOf(advisory),
    advisories: [String(year)],
    trail: view.head.trail.slice(1).map(({ label, address }) => ({ label, address })),
    nearest: view.head.switchTo[0]?.address,
  };
}

function toState(view: AdvisoryView, language: Language): Fields {
  const { withdrawal, urgentReason, fixAvailable, worst, attackedOn, remedy } = view;
  const { facts, solution } = wordsOf(language).pages.advisory;
  const says = (phrases: Partial<Record<typeof remedy.kind, Phrase>>): string | undefined => {
    const phrase = phrases[remedy.kind];
    return typeof phrase === 'function' ? phrase(remedy.fixedProducts, remedy.products) : phrase;
  };
  return {
    withdrawn: withdrawal && { at: withdrawal.at, reason: withdrawal.reason.text },
    urgent: urgentReason?.text,
    attacked: attackedOn,
    fix: fixAvailable,
    remedy: remedy.kind,
    remedyphrase: says(facts.remedies),
    remedynote: withdrawal ? undefined : says(solution),
    worst: worst && { version: worst.version, score: worst.score.toFixed(1), severity: worst.severity },
  };
}

type Phrase = string | ((fixed: number, products: number) => string);

/** What head, masthead and footer tell of the page, and the words by which lists find it. */
function toFrameFields({ index, frame, advisory, language }: Origin, view: AdvisoryView): Fields {
  const { address, alt } = view.head.picture;
  const { languages } = index.catalog.site;
  const founds = languages.map((each): [string, string] => [each, toListRow(index, each, advisory).found]);
  return {
    picture: { address, alt },
    correction: correctionAddress(view, frame),
    citation: view.copies.find(({ kind }) => kind === 'citation')?.text,
    tsv: view.productsTsv,
    // Lists show an advisory by its original, in every language.
    found: language === languages[0] ? Object.fromEntries(founds) : undefined,
  };
}

function toVersions({ versions }: AdvisoryView): Fields {
  if (versions === undefined) return {};
  const { table, example } = versions;
  return {
    versions: {
      example,
      json: toInlineJson(table),
      solution: table.sources[0]?.solution ?? false,
      severalcves: table.entries.some(({ cves }) => cves),
      products: table.products.map(({ name, vendor }) => ({ name: name.text, vendor: vendor?.text })),
    },
  };
}

function toProducts({ facts }: Advisory, view: AdvisoryView): Fields {
  const isSoftware = (cpe: string | undefined) => /^cpe:2\.3:[ao]:/u.test(cpe ?? '');
  return {
    affected: view.products.map(({ anchor, vendor, product, ranges, fixed, cves, cpe }) => ({
      anchor,
      vendor: vendor.slug,
      product: product.text,
      ranges,
      fixed,
      cves,
      cpe,
      software: isSoftware(cpe),
    })),
    producers: [...new Set(view.products.map(({ vendor }) => vendor.slug))],
    statuses: Object.fromEntries(facts.vendors.map(({ vendor, status }) => [vendor, status])),
  };
}

function toRows({ facts }: Advisory, view: AdvisoryView): Fields {
  const given = facts.vendors.flatMap(({ status, cves = {} }) => [status, ...Object.values(cves)]);
  return {
    vulnerabilities: view.vulnerabilities.map(toVulnerability),
    rows: view.vendors.map(({ anchor, status, statusOn, exceptions, notices, statement, products }) => ({
      vendor: anchor.slice('vendor-'.length),
      status,
      day: statusOn,
      products: products && { ...products },
      exceptions: exceptions.length > 0 ? exceptions.map((exception) => ({ ...exception })) : undefined,
      notices: notices.length > 0 ? notices.map(({ url, label }) => ({ url, label: label.text })) : undefined,
      statement: statement?.text,
    })),
    counts: view.vendorCounts.map(({ status, count, anchor }) => ({ status: status ?? '', count, anchor })),
    meanings: VENDOR_STATUSES.filter((status) => given.includes(status)),
  };
}

function toVulnerability({ cve, title, weaknesses, scores }: VulnerabilityView): YamlValue {
  return {
    cve,
    title: title?.text,
    cwe: weaknesses.map(({ id }) => id),
    scores: scores.map(({ version, vector, score, severity, calculatorUrl, reasons }) => ({
      version,
      vector,
      score: score.toFixed(1),
      severity,
      calculator: calculatorUrl,
      reasons,
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
