import { each, escape, fill, vendorAddress, vendorName } from './words.js';
import { formatDay, renderAnchor, renderDay, renderStatus, renderStatusList } from './marks.js';

/** What every vendor answered. */
export function renderVendorTable({ lang, rows, counts, meanings, updatedat }, words) {
  const w = words.vendors;
  const wide = rows.some(({ products }) => products !== undefined);
  const grouped = counts.some(({ anchor }) => anchor !== undefined);
  const table = { w, lang, wide, columns: wide ? 5 : 4 };
  const bodies = each(counts, ({ status, count, anchor }) => {
    const head = grouped
      ? `<tr class="group"><th scope="rowgroup" colspan="${table.columns}">${renderStatus(status, lang)} <span class="count">${fill(w.groupCount, count)}</span></th></tr>`
      : '';
    const own = rows.filter((row) => (row.status ?? '') === status);
    return `<tbody${anchor ? ` id="${anchor}"` : ''}>${head}${each(own, (row) => renderRow(row, table))}</tbody>`;
  });
  const terms = each(
    meanings,
    (status) => `<div><dt>${renderStatus(status, lang)}</dt><dd>${words.statusMeanings[status]}</dd></div>`,
  );
  const silent = rows.some(({ statement }) => statement) ? '' : `<p class="aside">${w.noStatement}</p>`;
  const groups = grouped
    ? `<nav class="vendor-groups" aria-label="${w.groups}">${renderStatusList(counts, lang)}</nav>`
    : '';
  return `${groups}<table class="stack vendors"><caption>${fill(w.caption, rows.length, formatDay(updatedat, lang))} <a href="#status-terms">${w.terms}</a></caption>${renderHead(table)}${bodies}</table>${silent}<details class="meanings" id="status-terms"><summary>${w.meaning}</summary><dl class="terms">${terms}</dl></details>`;
}

function renderHead({ w, wide }) {
  const products = wide ? `<th scope="col" class="col-products">${w.products}</th>` : '';
  return `<thead><tr><th scope="col" class="col-vendor">${w.vendor}</th><th scope="col" class="col-status">${w.status}</th>${products}<th scope="col">${w.notices}</th><th scope="col" class="col-day">${w.statusOn}</th></tr></thead>`;
}

function renderRow(row, { w, lang, wide, columns }) {
  const { vendor, status, exceptions, products, notices, day, statement } = row;
  const name = vendorName(vendor, lang);
  const apart = exceptions
    ? `<ul class="exceptions" aria-label="${w.exceptions}">${each(exceptions, (one) => `<li><a href="#${one.cve.toLowerCase()}">${one.cve}</a>: ${renderStatus(one.status, lang)}</li>`)}</ul>`
    : '';
  const told = notices
    ? `<ul class="plain">${each(notices, ({ url, label }) => `<li><a href="${escape(url)}">${escape(label)}</a></li>`)}</ul>`
    : `<span class="muted">${w.noNotices}</span>`;
  const said = statement
    ? `<tr class="words"><td colspan="${columns}"><div class="words-body"><figure><figcaption class="words-title">${w.statement}</figcaption><blockquote>${escape(statement)}</blockquote></figure></div></td></tr>`
    : '';
  return `<tr id="vendor-${vendor}"><th scope="row"><a href="${vendorAddress(vendor, lang)}">${name}</a>${renderAnchor(`vendor-${vendor}`, name, lang)}</th><td data-label="${w.status}">${renderStatus(status, lang)}${apart}</td>${wide ? renderProducts(products, w) : ''}<td data-label="${w.notices}">${told}</td><td data-label="${w.statusOn}">${day ? renderDay(day, lang) : ''}</td></tr>${said}`;
}

function renderProducts(products, w) {
  if (!products) return `<td data-label="${w.products}" data-empty="true"><span class="muted">—</span></td>`;
  const fixed =
    products.fixed > 0 ? `<span class="fixed-count">${fill(w.fixedCount, products.fixed)}</span>` : '';
  return `<td data-label="${w.products}"><a href="#${products.anchor}">${fill(w.productCount, products.count)}</a>${fixed}</td>`;
}
