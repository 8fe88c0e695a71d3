import { each, escape, fill, frames, vendorName, words } from './words.js';
import { remember, renderDay, renderId, renderSeverity, renderStatus, renderTags } from './marks.js';
import { textIn } from './shelves.js';

/** The link to an advisory, in the list's language where it has one. */
export function renderLink(item, language) {
  const { data, url } = textIn(item, language);
  const title =
    data.lang === language
      ? escape(data.title)
      : `<span lang="ja">${escape(data.title)}</span><span class="only">${words[language].pages.frame.onlyIn.ja}</span>`;
  return `<a href="${url}">${title}</a>`;
}

/** An advisory where a list names it with two lines. */
export function renderItem(item, language, note = '') {
  const { data } = item;
  return `<li class="item"><p class="item-marks">${renderId(data)}${renderSeverity(data.worst, language)}${renderTags(data, language)}</p><p class="item-title">${renderLink(item, language)}</p>${note}</li>`;
}

/** A table of advisories; with `statusOf`, their status at one vendor stands in the place of the vendors. */
export function renderTable(caption, items, language, statusOf) {
  const w = words[language].pages.list;
  const heads = [w.published, w.advisory, statusOf ? w.status : w.vendors, w.severity];
  const rows = each(items, (item) => renderRow(item, language, statusOf?.(item)));
  return `<table class="stack advisories"><caption>${caption}</caption><colgroup><col class="col-day"><col><col class="${statusOf ? 'col-status' : 'col-vendors'}"><col class="col-severity"></colgroup><thead><tr>${each(heads, (head) => `<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

function renderRow(item, language, status) {
  const w = words[language].pages.list;
  const { slugname } = item.data;
  const start = remember(`row ${slugname} ${language}`, () => renderStart(item, language, w));
  const end = remember(`end ${slugname} ${language}`, () => renderEnd(item, language, w));
  if (status === undefined) {
    const vendors = remember(`vendors ${slugname} ${language}`, () => renderVendors(item, language, w));
    return `<tr ${start}${vendors}${end}`;
  }
  return `<tr data-status="${status || 'none'}" ${start}<td data-label="${w.status}">${renderStatus(status, language)}</td>${end}`;
}

function renderStart(item, language, w) {
  const { published, updated, worst, familypath, fix, urgent, withdrawn, found } = item.data;
  const changed =
    updated > published ? `<span class="updated">${w.updated} ${renderDay(updated, language)}</span>` : '';
  const mark = urgent && !withdrawn ? ' data-urgent="yes"' : '';
  return `data-severity="${worst?.severity ?? 'unrated'}" data-family="${familypath}" data-fix="${fix ? 'yes' : 'no'}"${mark} data-text="${escape(found[language])}"><td data-label="${w.published}">${renderDay(published, language)}${changed}</td><th scope="row"><span class="item-marks">${renderId(item.data)}${renderTags(item.data, language)}</span>${renderLink(item, language)}</th>`;
}

function renderEnd({ data }, language, w) {
  return `<td data-label="${w.severity}">${renderSeverity(data.worst, language)}</td></tr>`;
}

function renderVendors({ data }, language, w) {
  const more = data.vendors.length - 3;
  const names = each(data.vendors.slice(0, 3), (slug) => `<li>${vendorName(slug, language)}</li>`);
  return `<td data-label="${w.vendors}"><ul class="plain">${names}${more > 0 ? `<li class="muted">${fill(w.more, more)}</li>` : ''}</ul></td>`;
}

/** From how many rows on a list can be narrowed. */
export const LONG_LIST = 20;

/** The fields that narrow a list, around it. */
export function renderFilter({ language, name, label, counts, family }, body) {
  const { filter: w, pages } = words[language];
  const { list, advisory } = pages;
  const choice = (field, label, options) =>
    `<label>${label}<select name="${field}"><option value="">${w.any}</option>${each(options, ([value, text]) => `<option value="${value}">${text}</option>`)}</select></label>`;
  const severities = [...Object.entries(advisory.severities), ['unrated', advisory.unrated]];
  const fields = [
    counts ? choice('status', list.status, statusOptions(counts, advisory)) : '',
    choice('severity', list.severity, severities),
    family
      ? choice(
          'family',
          list.families,
          frames[language].families.map(({ path, prefix }) => [path, prefix]),
        )
      : '',
    name
      ? ''
      : choice('fix', list.remedy, [
          ['yes', list.fix],
          ['no', list.noFix],
        ]),
    name
      ? ''
      : `<label class="list-filter-box"><input type="checkbox" name="urgent" value="yes">${list.onlyUrgent}</label>`,
  ];
  const id = `${name ?? 'list'}-filter-text`;
  const search = name
    ? ''
    : `<p><a href="${frames[language].searchAddress}" data-search>${list.searchAll}</a></p>`;
  return `<list-filter${name ? ` name="${name}"` : ''}><template data-controls><fieldset class="list-filter"><legend class="visually-hidden">${w.legend}</legend><div class="list-filter-fields"><div class="list-filter-text"><label for="${id}">${label}</label><input id="${id}" type="search" name="q" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false"></div>${fields.join('')}</div><div class="list-filter-state"><p role="status" data-part="count"></p><button type="button" class="quiet" data-part="reset" hidden>${w.reset}</button></div><div class="list-filter-none" data-part="none" hidden><p><b>${w.none}</b></p>${search}</div></fieldset></template><template data-message="all">${w.all}</template><template data-message="some">${w.some}</template>${body}</list-filter><script type="module" src="/list-filter.js"></script>`;
}

function statusOptions(counts, { statuses, noStatus }) {
  return counts.map(({ status }) => (status ? [status, statuses[status]] : ['none', noStatus]));
}
