import { each, escape, fill } from './words.js';
import { renderMoment, renderSeverity, renderStatusList } from './marks.js';

const NAMED = 3;

/** What an advisory says at a glance. */
export function renderFacts(data, w) {
  const { lang, worst, vulnerabilities, affected, remedy, remedyphrase, counts } = data;
  const cves = vulnerabilities.flatMap(({ cve }) => cve ?? []);
  const rated = vulnerabilities.filter(({ scores }) => scores.length > 0).length;
  const more = (list, address) =>
    list.length > NAMED ? `<a href="${address}">${fill(w.more, list.length - NAMED)}</a>` : '';
  const others = rated > 1 ? `<a href="#details">${fill(w.otherScores, rated - 1)}</a>` : '';
  const named = each(cves.slice(0, NAMED), (cve) => `<a href="#${cve.toLowerCase()}">${cve}</a>`);
  const products = each(
    affected.slice(0, NAMED),
    ({ anchor, product }) => `<a href="#${anchor}">${escape(product)}</a>`,
  );
  const rows = [
    [w.dates, renderDates(data, w)],
    [w.severity, `<a class="fact-mark" href="#details">${renderSeverity(worst, lang)}</a>${others}`],
    [w.cve, `${named || `<a href="#details">${w.noCve}</a>`}${more(cves, '#details')}`],
    [
      w.products,
      `<a href="#affected"><b>${fill(w.productCount, affected.length)}</b></a>${products}${more(affected, '#affected')}`,
    ],
    [w.solution, `<a href="#solution" data-remedy="${remedy}">${remedyphrase}</a>`],
    [w.vendors, counts.length > 0 ? renderStatusList(counts, lang) : `<a href="#vendors">${w.noVendors}</a>`],
  ];
  return `<dl class="facts">${each(rows, ([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function renderDates({ lang, publishedat, updatedat, revisions, withdrawn }, w) {
  const updated = revisions.length > 1 ? ` / ${renderMoment(updatedat, lang)}` : '';
  const end = withdrawn
    ? `<a href="#withdrawal">${w.withdrawnAt} ${renderMoment(withdrawn.at, lang)}</a>`
    : '';
  return `<a href="#rev-1">${renderMoment(publishedat, lang)}</a>${updated} <a href="#history">${fill(w.revision, revisions.length)}</a>${end}`;
}
