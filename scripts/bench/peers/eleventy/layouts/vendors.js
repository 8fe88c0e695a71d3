import {
  each,
  escape,
  fill,
  frames,
  vendorAddress,
  vendorGroups,
  vendorName,
  vendors,
  words,
} from './words.js';
import { renderDay, renderSection, renderStatus } from './marks.js';
import { LONG_LIST, renderFilter, renderTable } from './rows.js';
import { shelves } from './shelves.js';
import { renderVersionCheck } from './version-check.js';

const otherName = ({ ja, en }, lang) =>
  lang === 'ja' ? `<span lang="en">${escape(en)}</span>` : `<span lang="ja">${escape(ja)}</span>`;

/** The main part of one vendor's page. */
export function renderVendor(data) {
  const { lang, title, slug, url, versions, products } = data;
  const w = words[lang].pages.vendor;
  const vendor = vendors[slug];
  const facts = [
    [w.otherName, otherName(vendor, lang)],
    [w.reading, vendor.reading],
    [w.website, `<a href="${vendor.url}">${vendor.url}</a>`],
  ];
  const rows = each(
    products,
    ({ name, count }) =>
      `<tr><th scope="row">${escape(name)}</th><td data-label="${w.productCount}" class="number">${count}</td></tr>`,
  );
  const table = rows
    ? `<table class="stack vendor-products"><caption>${w.productsCaption}</caption><thead><tr><th scope="col">${w.product}</th><th scope="col" class="number">${w.productCount}</th></tr></thead><tbody>${rows}</tbody></table>`
    : `<p class="empty">${w.noProducts}</p>`;
  return [
    `<div class="opening"><h1>${escape(title)}</h1><dl class="terms vendor-facts">${each(facts, ([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl><p><a class="feed" href="${url}feed.atom">${w.feed}</a></p></div>`,
    renderSection('contact', w.contact, lang, renderContact(vendor, lang, w)),
    versions ? renderVersionCheck(versions, 'advisories', lang, `${url}versions.json`) : '',
    renderSection('advisories', w.advisories, lang, renderAdvisories(data, w)),
    renderSection('products', w.products, lang, table),
  ].join('');
}

function renderContact({ psirt }, lang, w) {
  const { contact } = frames[lang].publisher;
  if (!psirt)
    return `<p>${w.noContact}</p><p class="aside">${w.register} <a href="mailto:${contact}">${contact}</a></p>`;
  return `<dl class="terms"><div><dt>${w.psirtPage}</dt><dd><a href="${psirt.url}">${psirt.url}</a></dd></div><div><dt>${w.email}</dt><dd><a href="mailto:${psirt.email}">${psirt.email}</a></dd></div></dl>`;
}

function renderAdvisories({ lang, title, slug, counts }, w) {
  const { list, vendors: all } = words[lang].pages;
  const items = shelves().vendors.get(slug) ?? [];
  const table = renderTable(
    fill(w.advisoriesCaption, title),
    items,
    lang,
    ({ data }) => data.statuses[slug] ?? '',
  );
  const narrowed =
    items.length > LONG_LIST
      ? renderFilter({ language: lang, name: 'advisories', label: w.findAdvisory, counts }, table)
      : table;
  const said = each(
    counts,
    ({ status, count }) => `<li>${renderStatus(status, lang)} <b>${fill(list.count, count)}</b></li>`,
  );
  return `<ul class="inline status-counts" aria-label="${w.counts}">${said}</ul>${narrowed}<p class="aside">${all.neutral}</p>`;
}

/** The main part of the list of vendors. */
export function renderVendors({ lang, title }) {
  const w = words[lang].pages.vendors;
  const groups = vendorGroups[lang];
  const letters = each(groups, ({ anchor, label }) => `<li><a href="#${anchor}">${label}</a></li>`);
  const heads = [w.name, w.otherName, w.advisories, w.latest, w.contact];
  const sections = each(
    groups,
    ({ anchor, label, slugs }) =>
      `<section id="${anchor}" class="letter" data-group><h2>${label}</h2><table class="stack vendor-list"><caption class="visually-hidden">${label}</caption><thead><tr>${each(heads, (head) => `<th scope="col">${head}</th>`)}</tr></thead><tbody>${each(slugs, (slug) => renderListed(slug, lang, w))}</tbody></table></section>`,
  );
  return `<div class="opening"><h1>${escape(title)}</h1><p class="lead">${w.who}</p><p>${fill(w.count, shelves().vendors.size)}</p></div><nav class="strip" aria-label="${w.jump}"><ul>${letters}</ul></nav>${sections}<p class="aside">${w.neutral}</p>`;
}

function renderListed(slug, lang, w) {
  const vendor = vendors[slug];
  const items = shelves().vendors.get(slug) ?? [];
  const contact = vendor.psirt
    ? `<td data-label="${w.contact}"><a href="${vendor.psirt.url}">${w.contacts.url}<span class="visually-hidden">(${vendorName(slug, lang)})</span></a></td>`
    : `<td data-label="${w.contact}" data-empty="true">—</td>`;
  const latest = items[0] ? renderDay(items[0].data.published, lang) : '';
  return `<tr data-text="${slug} ${vendor.reading}"><th scope="row"><a href="${vendorAddress(slug, lang)}">${vendorName(slug, lang)}</a></th><td data-label="${w.otherName}">${otherName(vendor, lang)}</td><td data-label="${w.advisories}" class="number">${items.length}</td><td data-label="${w.latest}">${latest}</td>${contact}</tr>`;
}
