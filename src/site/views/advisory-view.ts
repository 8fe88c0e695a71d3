import type { Advisory, AdvisoryText } from '#catalog/catalog.ts';
import { findText, languagesOf } from '#catalog/queries.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { cveUrl } from '#domain/identifiers.ts';
import { firstLanguage, type Language, localize } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import {
  advisoriesAddress,
  advisoryAddress,
  familyAddress,
  feedsAddress,
  formatUrl,
  unreachableAddress,
} from '../addresses.ts';
import { type ExportPlan, NO_EXPORTS } from '../exports/plan-exports.ts';
import { toRemedy } from '../remedy.ts';
import { toRevisionViews } from '../revisions.ts';
import { titleOf } from '../rows.ts';
import { pictureOfSeverity } from '../share-picture.ts';
import type { SiteIndex } from '../site-index.ts';
import { advisoryExploitFigure } from '../statistics/exploit-charts.ts';
import { summaryOf } from '../summary.ts';
import type { AdvisoryView } from '../advisory-view.ts';
import type { Head } from '../view.ts';
import { toCopies, toProductsTsv } from './advisory-copies.ts';
import { toProductViews } from './affected-view.ts';
import { toFormatLinks, toFormatViews } from './format-views.ts';
import { buildHead } from './head.ts';
import { advisoryVersions } from '../version-tables.ts';
import { toVendorRows } from './vendor-rows.ts';
import { toVulnerabilityViews } from './vulnerability-view.ts';

/**
 * The page of one advisory in a language that it has a text in.
 * @throws when it has none: the plan asks only for languages of `languagesOf`
 */
export function advisoryView(
  index: SiteIndex,
  language: Language,
  advisory: Advisory,
  exports: ExportPlan = NO_EXPORTS,
): AdvisoryView {
  const text = advisory.texts[language];
  if (text === undefined) throw new Error(`${advisory.id} has no text in ${language}.`);
  const { facts, id, slug, updatedAt } = advisory;
  const { languages } = index.catalog.site;
  const assessment = index.assess(advisory);
  const { worst, fixAvailable } = assessment;
  const products = toProductViews(index, language, advisory);
  const revisions = toRevisionViews(index.catalog, advisory, language);
  const vendors = toVendorRows(index, language, advisory, text);
  const summary = summaryOf(text);
  return {
    kind: 'advisory',
    head: {
      ...toHead(index, language, advisory, summary),
      files: toFormatLinks(exports, advisory, language),
    },
    id,
    slug,
    title: text.title,
    summary,
    family: localize(advisory.family.name, language, languages),
    ...toMarks(advisory, language, languages),
    ...toJudgement(index, language, advisory),
    publishedAt: facts.publishedAt,
    updatedAt,
    revision: revisions.length,
    ...toTranslation(index, advisory, text, revisions.length),
    ...(worst && { worst }),
    cves: facts.vulnerabilities.flatMap(({ cve }) =>
      cve === undefined ? [] : { id: cve, url: cveUrl(cve) },
    ),
    fixAvailable,
    remedy: toRemedy(advisory, assessment, languages),
    sections: text.body.sections.map(({ id: section, heading, html }) => ({ id: section, heading, html })),
    products,
    ...advisoryVersions(index, language, advisory),
    vulnerabilities: toVulnerabilityViews(index, language, advisory),
    vendors: vendors.rows,
    vendorCounts: vendors.counts,
    ...toSources(advisory, language, languages),
    ...toExploitTimes(advisory, language),
    related: toRelated(index, language, advisory),
    revisions,
    ...toHistory(index, text),
    copies: toCopies(index, advisory, text, revisions.length),
    formats: toFormatViews(exports.formatsOf(advisory)),
    feedsAddress: feedsAddress(index.catalog.site, language),
    ...(products.length > 0 && { productsTsv: toProductsTsv(products, language) }),
  };
}

function toHead(index: SiteIndex, language: Language, advisory: Advisory, summary: string): Head {
  const { site } = index.catalog;
  const { family, id } = advisory;
  const { text: title } = titleOf(index, language, advisory);
  const withdrawn = advisory.facts.state === 'withdrawn';
  const name = `${id} ${title}`;
  return buildHead(site, language, {
    title: withdrawn ? wordsOf(language).site.entry.withdrawn(name) : name,
    description: summary === '' ? title : summary,
    addressIn: (other) => advisoryAddress(site, other, advisory),
    languages: languagesOf(index.catalog, advisory),
    nearestIn: (other) => familyAddress(site, other, family.path),
    trail: [
      {
        label: localize(family.name, language, site.languages).text,
        address: familyAddress(site, language, family.path),
      },
      { label: id, address: advisoryAddress(site, language, advisory) },
    ],
    menuAddress: advisoriesAddress(site, language),
    noindex: withdrawn || index.embargoed.has(id),
    picture: pictureOfSeverity(index.assess(advisory).worst?.severity),
    article: { publishedAt: advisory.facts.publishedAt, updatedAt: advisory.updatedAt },
  });
}

/** The editorial marks: urgent (with its reason, or null without one) and withdrawn. */
function toMarks({ facts }: Advisory, language: Language, languages: readonly Language[]) {
  const { urgent, withdrawal } = facts;
  return {
    ...(urgent !== false && {
      urgentReason: urgent === true ? null : localize(urgent.reason, language, languages),
    }),
    ...(withdrawal && {
      withdrawal: { at: withdrawal.at, reason: localize(withdrawal.reason, language, languages) },
    }),
  };
}

function toJudgement({ catalog: { site } }: SiteIndex, language: Language, { facts }: Advisory) {
  const { judgement } = facts;
  const address = `${unreachableAddress(site, language)}#judged`;
  return judgement === undefined ? {} : { judgement: { on: judgement.on, address } };
}

function toTranslation({ catalog }: SiteIndex, advisory: Advisory, text: AdvisoryText, revision: number) {
  const original = firstLanguage(catalog.site);
  if (text.language === original) return {};
  const originalAddress = advisoryAddress(catalog.site, original, advisory);
  return { translation: { revision: text.revision, originalAddress, behind: text.revision < revision } };
}

/** References, thanks, the way of the report, the timeline and the first attack in it. */
function toSources({ facts }: Advisory, language: Language, languages: readonly Language[]) {
  const say = (text: Parameters<typeof localize>[0]) => localize(text, language, languages);
  const timeline = facts.timeline.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const attack = timeline.find(({ event }) => event === 'attack-observed');
  return {
    references: facts.references.map(({ title, url, publisher, language: spoken }) => ({
      title: say(title),
      url,
      ...(publisher !== undefined && { publisher: say(publisher) }),
      ...(spoken !== undefined && { language: spoken }),
    })),
    credits: facts.credits.map(({ name, affiliation, role }) => ({
      ...(name !== undefined && { name: say(name) }),
      ...(affiliation !== undefined && { affiliation: say(affiliation) }),
      role,
    })),
    ...(facts.route && { route: facts.route }),
    ...(attack && { attackedOn: attack.on }),
    timeline: timeline.map(({ on, event, note }) => ({
      on,
      event,
      ...(note !== undefined && { note: say(note) }),
    })),
  };
}

function toExploitTimes(advisory: Advisory, language: Language): Pick<AdvisoryView, 'exploitTimes'> {
  const exploitTimes = advisoryExploitFigure(advisory, language);
  return exploitTimes ? { exploitTimes } : {};
}

/**
 * What the author names first, then others about the same products. An identifier of an advisory under embargo is
 * left out: that it exists is not public yet.
 */
function toRelated({ catalog, related, embargoed }: SiteIndex, language: Language, advisory: Advisory) {
  const named = advisory.facts.related.filter((id) => !embargoed.has(id));
  const others = (related.get(advisory.slug) ?? []).map(({ id }): string => id);
  return [...new Set([...named, ...others])].map((id) => {
    const other = catalog.advisoryBySlug.get(toSlug(id));
    if (other?.id !== id) return { id };
    const spoken = findText(catalog, other, language);
    return {
      id,
      address: advisoryAddress(catalog.site, language, other),
      ...(other.facts.state === 'withdrawn' && { withdrawn: true }),
      ...(spoken && { title: { text: spoken.title, language: spoken.language } }),
    };
  });
}

/** The history of the source file, on the hosts whose addresses are shaped like GitHub's. */
function toHistory({ catalog }: SiteIndex, { file }: AdvisoryText): { historyUrl?: string } {
  const { repository } = catalog.site;
  if (repository === undefined) return {};
  return { historyUrl: formatUrl({ url: repository }, `/commits/HEAD/content/${file}`) };
}
