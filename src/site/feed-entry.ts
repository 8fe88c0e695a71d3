import type { Advisory, AdvisoryText } from '#catalog/catalog.ts';
import { textIn } from '#catalog/queries.ts';
import { dayIn, formatDay } from '#domain/dates.ts';
import { type Language, localize, splitByLanguage, type SpokenText } from '#domain/language.ts';
import { toRangePhrase } from '#domain/range-phrase.ts';
import type { Change } from '#domain/revision.ts';
import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import type { Site } from '#domain/site.ts';
import type { FeedEntry } from '#feeds/feed.ts';
import { wordsOf } from '#i18n/words.ts';
import { escapeHtml } from '#markdown/escape.ts';
import { toAbsoluteLinks } from './absolute-links.ts';
import { advisoryAddress, formatUrl } from './addresses.ts';
import { toRevisionViews } from './revisions.ts';
import type { SiteIndex } from './site-index.ts';
import { summaryOf } from './summary.ts';

/** How much of an advisory an entry tells: its main sections, or no more than its summary. */
export type EntryDetail = 'full' | 'short';

/**
 * An advisory as a feed in the given language tells it; one not translated into it is told in its own language.
 * A withdrawn advisory keeps its id and says that it was withdrawn, and why.
 * @param vendor in the feed of a vendor: its products are told as categories, so that readers can choose among them
 */
export function toFeedEntry(
  index: SiteIndex,
  language: Language,
  advisory: Advisory,
  detail: EntryDetail,
  vendor?: string,
): FeedEntry {
  const { site } = index.catalog;
  const text = textIn({ site }, advisory, language);
  const summary = summaryOf(text);
  return {
    id: formatEntryId(site, advisory, text.language),
    url: formatUrl(site, advisoryAddress(site, text.language, advisory)),
    title: titleFor(advisory, text),
    language: text.language,
    summary,
    contentHtml: [
      renderUrgency(site, advisory, text.language),
      renderNews(index, advisory, text.language),
      renderJudgement(advisory, text.language),
      detail === 'short' || advisory.facts.withdrawal
        ? `<p>${escapeHtml(summary === '' ? text.title : summary)}</p>`
        : renderBody(site, advisory, text),
    ].join(''),
    publishedAt: advisory.facts.publishedAt,
    updatedAt: advisory.updatedAt,
    categories: [
      ...toCategories(index, advisory, text.language),
      ...toProducts(index, advisory, text.language, vendor),
    ],
  };
}

/**
 * A tag URI (RFC 4151) from the publisher's own host, the year of publication, the advisory and the language, for
 * example `tag:kairan.example,2018:JVN13199224/ja`: the same wherever the site is served from, in every feed, for ever.
 * A translation is a document of its own and has an id of its own.
 */
function formatEntryId(site: Site, { slug, year }: Advisory, language: Language): string {
  const host = new URL(site.publisher.namespace).hostname;
  return `tag:${host},${year}:${encodeURIComponent(slug)}/${language}`;
}

/** A title with what must be told with it: that it was withdrawn, or that it is urgent. */
export function titleFor({ id, facts }: Advisory, { title, language }: AdvisoryText): string {
  const { entry } = wordsOf(language).site;
  const plain = `${id} ${title}`;
  if (facts.state === 'withdrawn') return entry.withdrawn(plain);
  return facts.urgent === false ? plain : entry.urgent(plain);
}

/** That it is urgent, and why, as the page itself says it. */
function renderUrgency({ languages }: Site, { facts }: Advisory, language: Language): string {
  if (facts.urgent === false || facts.withdrawal) return '';
  const reason = facts.urgent === true ? undefined : localize(facts.urgent.reason, language, languages);
  const said = escapeHtml(wordsOf(language).pages.advisory.banner.urgent);
  return `<p><strong>${said}</strong>${reason ? ` ${renderSpoken(reason, language)}` : ''}</p>`;
}

/** What is new: the withdrawal, or the newest revision and what it changed; nothing for a first publication. */
function renderNews({ catalog }: SiteIndex, { facts }: Advisory, language: Language): string {
  const { site } = catalog;
  const { entry } = wordsOf(language).site;
  const dayOf = (at: string) => formatDay(dayIn(at, site.timezone), language);
  if (facts.withdrawal) {
    const reason = localize(facts.withdrawal.reason, language, site.languages);
    const said = escapeHtml(entry.withdrawal(dayOf(facts.withdrawal.at)));
    return `<p><strong>${said}</strong></p><p${langOf(reason, language)}>${escapeHtml(reason.text)}</p>`;
  }
  const [newest] = toRevisionViews(catalog, { facts }, language);
  if (newest === undefined || newest.number === 1) return '';
  const { number, at, summary, changes } = newest;
  const said = escapeHtml(entry.revision(number, dayOf(at)));
  const lines = changes.flatMap((change) => formatChange(change, language));
  const list = lines.map((line) => `<li>${renderWords(line, language)}</li>`).join('');
  return `<p><strong>${said}</strong> ${renderSpoken(summary, language)}</p>${
    list === '' ? '' : `<ul>${list}</ul>`
  }`;
}

/** The notice of an advisory that was published after judgement. */
function renderJudgement({ facts }: Advisory, language: Language): string {
  if (facts.judgement === undefined || facts.withdrawal) return '';
  const { title, text } = wordsOf(language).unreachable.notice;
  const day = formatDay(facts.judgement.on, language);
  return `<p><strong>${escapeHtml(title)} (${escapeHtml(day)})</strong> ${escapeHtml(text)}</p>`;
}

/** What one revision changed in one part, as sentences. */
export function formatChange(change: Change, language: Language): string[] {
  const { parts, history } = wordsOf(language).pages.advisory;
  const part = parts[change.part];
  const lines = (['added', 'removed', 'edited'] as const).flatMap((kind) => {
    const rows = change[kind] ?? [];
    return rows.length === 0 ? [] : [history.change[kind](part, rows)];
  });
  return lines.length === 0 ? [history.change.whole(part)] : lines;
}

/** A sentence in the entry's language, names of another one inside it marked. */
function renderWords(text: string, language: Language): string {
  return splitByLanguage({ text, language })
    .map((piece) =>
      piece.language === language
        ? escapeHtml(piece.text)
        : `<span lang="${piece.language}">${escapeHtml(piece.text)}</span>`,
    )
    .join('');
}

/** Text that may be in another language than the entry. */
function renderSpoken(text: SpokenText, language: Language): string {
  return `<span${langOf(text, language)}>${escapeHtml(text.text)}</span>`;
}

function langOf(text: SpokenText, language: Language): string {
  return text.language === language ? '' : ` lang="${text.language}"`;
}

/** Overview, affected products and solution: what a reader needs to decide whether to act. */
function renderBody(site: Site, advisory: Advisory, text: AdvisoryText): string {
  const url = formatUrl(site, advisoryAddress(site, text.language, advisory));
  const section = (id: SectionId, before = '') => {
    const [heading] = SECTION_HEADINGS[text.language][id];
    const html = before + text.body.sections.flatMap((each) => (each.id === id ? each.html : [])).join('');
    return html === '' ? '' : `<h2>${escapeHtml(heading)}</h2>${toAbsoluteLinks(html, url)}`;
  };
  return [
    section('overview'),
    section('affected', renderProducts(site, advisory, text.language)),
    section('solution'),
    `<p><a href="${escapeHtml(url)}">${escapeHtml(wordsOf(text.language).site.entry.page)}</a></p>`,
  ].join('');
}

function renderProducts({ languages }: Site, { facts }: Advisory, language: Language): string {
  const items = facts.affected.map(({ product, ranges }) => {
    const name = localize(product, language, languages);
    const versions = ranges
      .map((range) => toRangePhrase(range, language))
      .join(language === 'ja' ? '、' : ', ');
    return `<li>${renderSpoken(name, language)} ${escapeHtml(versions)}</li>`;
  });
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function toProducts(
  { catalog }: SiteIndex,
  { facts }: Advisory,
  language: Language,
  vendor: string | undefined,
): FeedEntry['categories'] {
  const names = facts.affected
    .filter((row) => row.vendor === vendor)
    .map(({ product }) => localize(product, language, catalog.site.languages).text);
  return [...new Set(names)].map((name) => ({ term: name, label: name }));
}

/** The family, the severity and the CVEs, so that a reader can filter. */
function toCategories(index: SiteIndex, advisory: Advisory, language: Language): FeedEntry['categories'] {
  const { family, facts } = advisory;
  const { worst } = index.assess(advisory);
  const { severities } = wordsOf(language).pages.advisory;
  return [
    { term: family.path, label: localize(family.name, language, index.catalog.site.languages).text },
    ...(worst ? [{ term: worst.severity, label: severities[worst.severity] }] : []),
    ...facts.vulnerabilities.flatMap(({ cve }) => (cve === undefined ? [] : [{ term: cve, label: cve }])),
  ];
}
