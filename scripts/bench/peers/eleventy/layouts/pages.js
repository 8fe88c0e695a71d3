import { each, escape, fill, frames, lists, settings, vendorName, words } from './words.js';
import { renderChanges, renderDay, renderId, renderMoment, renderSection } from './marks.js';
import { renderYears } from './indexes.js';
import { renderItem, renderLink } from './rows.js';
import { byChange, shelves } from './shelves.js';

function renderSearchForm(lang, label, hint) {
  const { button } = words[lang].pages.search;
  return `<form class="search-form" role="search" method="get" action="${frames[lang].searchAddress}"><label for="q">${label}</label><p id="q-hint" class="hint">${hint}</p><div class="search-row"><input id="q" name="q" type="search" aria-describedby="q-hint" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="200"><button type="submit">${button}</button></div></form>`;
}

export function renderHome({ lang }) {
  const w = words[lang].pages.home;
  const frame = frames[lang];
  const { originals } = shelves();
  const urgent = originals
    .filter(({ data }) => data.urgent && data.updated >= settings.urgentfrom)
    .slice(0, 3);
  const newest = originals.filter(({ data }) => !data.withdrawn).slice(0, 15);
  const days = each(
    [...Map.groupBy(newest, ({ data }) => data.published)],
    ([day, items]) =>
      `<div class="day"><h3>${renderDay(day, lang)}</h3><ul class="items">${each(items, (item) => renderItem(item, lang))}</ul></div>`,
  );
  const updated = each(byChange(originals.filter(({ data }) => data.changed)).slice(0, 10), (item) => {
    const [latest] = item.data.revisions;
    return renderItem(
      item,
      lang,
      `<p class="item-note">${renderMoment(latest.at, lang)} ${escape(latest.summary)}</p>${renderChanges(latest.changes)}`,
    );
  });
  return [
    `<div class="opening"><h1>${frame.title}</h1><p class="lead">${frame.description}</p>${renderSearchForm(lang, w.searchLabel, w.searchHint)}</div>`,
    urgent.length > 0 ? renderUrgent(urgent, lang, w) : '',
    `<div class="columns"><section id="new"><h2>${w.newest}</h2>${days}<p><a class="more" href="${frame.advisoriesAddress}">${fill(w.all, originals.length)}</a></p></section><section id="updated"><h2>${w.updated}</h2><ul class="items">${updated}</ul></section></div>`,
    `<section id="years"><h2>${w.years}</h2>${renderYears(lang, lists[lang].all.years)}</section>`,
  ].join('');
}

function renderUrgent(items, lang, w) {
  const rows = each(
    items,
    (item) =>
      `<li><p class="item-marks">${renderId(item.data)} ${renderDay(item.data.updated, lang)}</p><p>${renderLink(item, lang)}</p><p><a href="${item.url}#solution">${w.seeSolution}<span class="visually-hidden"> ${item.data.id}</span></a></p></li>`,
  );
  return `<section id="urgent" class="banner" data-kind="urgent"><h2 class="banner-title">${w.urgent}</h2><ul class="plain">${rows}</ul></section>`;
}

export function renderSearch({ lang, title }) {
  const w = words[lang].pages.search;
  const families = each(
    frames[lang].families,
    ({ address, label }) => `<li><a href="${address}">${label}</a></li>`,
  );
  return `<div class="opening"><h1>${escape(title)}</h1></div>${renderSearchForm(lang, w.label, fill(w.hint, frames[lang].idPrefix))}<div id="results"></div><section><h2>${w.otherWays}</h2><h3>${w.byYear}</h3>${renderYears(lang, lists[lang].all.years)}<h3>${w.byFamily}</h3><ul>${families}</ul></section>`;
}

export function renderAbout({ lang, title, updatedon }, content) {
  return `<div class="opening"><h1>${escape(title)}</h1><p class="muted">${words[lang].pages.about.updatedOn}: ${renderDay(updatedon, lang)}</p></div><div class="prose">${content}</div>`;
}

export function renderNotFound({ lang }) {
  const w = words[lang].pages.notFound;
  return `<div class="opening"><h1>${w.heading}</h1><p>${w.calm}</p><p>${w.ways}</p></div>`;
}

const TYPES = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' };

export function renderFeedsPage({ lang, title }) {
  const w = words[lang].pages.feeds;
  const home = frames[lang].homeAddress;
  const { url } = frames[lang];
  const link = (address, type, name) =>
    `<li class="feed-address"><span class="format">${w.formats[type]}</span> <a href="${address}" type="${type}" data-copy="${name} (${w.formats[type]})">${url}${address}</a></li>`;
  const row = (label, links, rate) =>
    `<tr><th scope="row">${label}</th><td data-label="${w.address}"><ul class="plain">${links}</ul></td><td data-label="${w.rate}">${rate}</td></tr>`;
  const table = (id, rows) =>
    renderSection(
      id,
      w.groups[id],
      lang,
      `<table class="stack feed-table"><caption class="visually-hidden">${w.groups[id]}</caption><thead><tr><th scope="col">${w.content}</th><th scope="col">${w.address}</th><th scope="col">${w.rate}</th></tr></thead><tbody>${rows}</tbody></table>`,
    );
  const site = each(['all', 'updated', 'urgent'], (id) => {
    const links = each(Object.entries(TYPES), ([ending, type]) =>
      link(`${home}feeds/${id}.${ending}`, type, w.groups[id]),
    );
    return table(id, row(w.groups[id], links, w.rates[id]));
  });
  const part = (id, folder, keys, nameOf) =>
    table(
      id,
      each(keys, (key) =>
        row(nameOf(key), link(`${home}${folder}/${key}/feed.atom`, TYPES.atom, nameOf(key)), w.rates[id]),
      ),
    );
  const { years, vendors } = shelves();
  const list = (id, heading, texts) =>
    renderSection(id, heading, lang, `<ul class="prose">${each(texts, (text) => `<li>${text}</li>`)}</ul>`);
  return [
    `<div class="opening"><h1>${escape(title)}</h1><p class="lead">${w.lead}</p></div>`,
    site,
    part('years', 'advisories', [...years.keys()], (year) => year),
    part('vendors', 'vendors', [...vendors.keys()], (slug) => vendorName(slug, lang)),
    list('which', w.which, w.choices),
    list('promise', w.promise, w.promises),
  ].join('');
}
