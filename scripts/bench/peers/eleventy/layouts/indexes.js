import { each, escape, fill, frames, lists, settings, words } from './words.js';
import { formatMonth } from './marks.js';
import { LONG_LIST, renderFilter, renderTable } from './rows.js';
import { shelves } from './shelves.js';

/** The main part of a list: all advisories or one family, one year or the latest months. */
export function renderIndex(data) {
  const { lang, title, list, year = '' } = data;
  const w = words[lang].pages.list;
  const items = itemsOf(list, year);
  const shelf = lists[lang][list];
  const place = shelf.years.findIndex((link) => link.year === year);
  const [older, newer] = place < 0 ? [] : [shelf.years[place + 1], shelf.years[place - 1]];
  const count = year ? fill(w.countOfYear, year, items.length) : fill(w.countOfLatest, items.length);
  const families = each(
    frames[lang].families,
    ({ path, address, label }) =>
      `<li><a href="${address}"${path === list ? ' aria-current="page"' : ''}>${label}</a></li>`,
  );
  const body = renderMonths(items, lang, w);
  const narrowed =
    items.length > LONG_LIST
      ? renderFilter({ language: lang, label: w.find, family: list === 'all' }, body)
      : body;
  return `<div class="opening"><h1>${escape(title)}</h1><p>${count}</p>${year ? renderDownloads(data, w) : ''}</div><div class="strips"><nav class="strip" aria-label="${w.families}"><ul>${families}</ul></nav>${renderYears(lang, shelf.years, { latest: shelf.latestaddress, current: year, older, newer })}</div>${narrowed}${renderSteps(older, newer, w)}`;
}

/** The advisories of a list, newest first. */
export function itemsOf(list, year) {
  const { originals, years, familyYears } = shelves();
  if (year) return (list === 'all' ? years.get(year) : familyYears.get(`${list} ${year}`)) ?? [];
  const family = list === 'all' ? originals : (familyYears.get(list) ?? []);
  return family.filter(({ data }) => data.published >= settings.latestfrom);
}

function renderDownloads({ url, list }, w) {
  const feed =
    list === 'all' ? `<a href="${url}feed.atom" type="application/atom+xml">${w.yearFeed}</a>` : '';
  return `<p class="downloads"><span class="muted">${w.downloads}:</span><a href="${url}list.csv" download>${w.csv}</a>${feed}</p>`;
}

/** The strip of years. */
export function renderYears(lang, years, { latest, current, older, newer } = {}) {
  const w = words[lang].pages.list;
  const here = (is) => (is ? ' aria-current="page"' : '');
  const parts = [
    older ? `<li><a href="${older.address}" rel="prev">‹ ${fill(w.yearLabel, older.year)}</a></li>` : '',
    newer ? `<li><a href="${newer.address}" rel="next">${fill(w.yearLabel, newer.year)} ›</a></li>` : '',
    latest ? `<li><a href="${latest}"${here(!current)}>${w.latest}</a></li>` : '',
    each(
      years,
      ({ year, count, address }) =>
        `<li><a href="${address}"${here(year === current)}>${fill(w.yearLabel, year)} <span class="count">${fill(w.yearCount, count)}</span></a></li>`,
    ),
  ];
  return `<nav class="strip" aria-label="${w.years}"><ul>${parts.join('')}</ul></nav>`;
}

function renderSteps(older, newer, w) {
  if (!older && !newer) return '';
  const says = ({ year, count }) =>
    `${fill(w.advisoriesOf, year)} <span class="count">${fill(w.yearCount, count)}</span>`;
  const before = older
    ? `<a href="${older.address}" rel="prev"><span aria-hidden="true">‹ </span>${says(older)}</a>`
    : '';
  const after = newer
    ? `<a href="${newer.address}" rel="next">${says(newer)}<span aria-hidden="true"> ›</span></a>`
    : '';
  return `<nav class="steps" aria-label="${w.neighbours}">${before}${after}</nav>`;
}

function renderMonths(items, lang, w) {
  const groups = [...Map.groupBy(items, ({ data }) => data.published.slice(0, 7))];
  const strip = each(
    groups,
    ([period, rows]) =>
      `<li><a href="#m${period.slice(5)}">${formatMonth(period, lang)} <span class="count">${fill(w.yearCount, rows.length)}</span></a></li>`,
  );
  const sections = each(groups, ([period, rows]) => {
    const month = formatMonth(period, lang);
    const table = renderTable(fill(w.caption, month, rows.length), rows, lang);
    return `<section id="m${period.slice(5)}" class="month" data-group><h2><time datetime="${period}">${month}</time><span class="count">${fill(w.count, rows.length)}</span></h2>${table}</section>`;
  });
  return groups.length > 1
    ? `<nav class="strip" aria-label="${w.months}"><ul>${strip}</ul></nav>${sections}`
    : sections;
}
