import {
  each,
  escape,
  fill,
  furniture,
  metrics,
  vendorAddress,
  vendorName,
  weaknesses,
  words,
} from './words.js';
import { renderFacts } from './facts.js';
import { renderVendorTable } from './vendor-table.js';
import { renderVersionCheck } from './version-check.js';
import * as marks from './marks.js';
import { sectionsOf } from './shelves.js';

const ORDER = [
  ...['overview', 'affected', 'solution', 'impact', 'details', 'vendors', 'addendum', 'analysis'],
  ...['references', 'credits', 'related', 'timeline', 'history'],
];

/** The main part of an advisory's page. */
export function renderAdvisory(data, content) {
  const { lang } = data;
  const w = words[lang].pages.advisory;
  const prose = sectionsOf(content);
  const parts = {
    affected: () => renderAffected(data, w),
    solution: () => '',
    details: () => each(data.vulnerabilities, (each) => renderVulnerability(each, lang, w)),
    vendors: () => renderVendorTable(data, w),
    references: data.references.length > 0 && (() => renderReferences(data, w)),
    credits: data.route && (() => renderCredits(data, w)),
    related: data.related.length > 0 && (() => renderRelated(data)),
    timeline: data.timeline.length > 0 && (() => renderTimeline(data, w)),
    history: () => renderHistory(data, w),
  };
  const sections = ORDER.filter((id) => prose.has(id) || parts[id]);
  const body = each(sections, (id) => {
    const text = prose.has(id) ? `<div class="prose">${prose.get(id)}</div>` : '';
    const first = id === 'solution' ? renderRemedy(data, w) : '';
    return marks.renderSection(id, w.headings[id], lang, first + text + (parts[id] ? parts[id]() : ''));
  });
  const contents = each(sections, (id) => `<li><a href="#${id}">${w.headings[id]}</a></li>`);
  return `<copy-menu><article class="advisory"><header class="advisory-opening">${renderOpening(data, w)}${renderFacts(data, w.facts)}${renderActions(data, w.actions)}</header><nav class="contents" aria-label="${w.contents}"><p class="contents-title" aria-hidden="true">${w.contents}</p><ul>${contents}</ul></nav><div class="advisory-body">${body}</div></article>${furniture[lang].copyparts}</copy-menu><script type="module" src="/copy-menu.js"></script>`;
}

function renderOpening(data, w) {
  const { lang, id, title, description, familyname, revisions, updatedat, address } = data;
  return [
    `<p class="print-line" aria-hidden="true"><b>${id}</b><span>${fill(w.history.number, revisions.length)} (<time datetime="${updatedat}">${marks.formatInstant(updatedat, lang)}</time>)</span><span>${address}</span></p>`,
    renderBanners(data, w.banner),
    `<p class="eyebrow">${marks.renderId(data)}<span class="family">${familyname}</span></p><h1>${escape(title)}</h1><p class="lead">${escape(description)}</p>`,
  ].join('');
}

function renderBanners(data, w) {
  const { lang, withdrawn, revisions } = data;
  const [latest] = revisions;
  const standing = withdrawn
    ? `<div class="banner" data-kind="withdrawn"><p class="banner-title">${w.withdrawn}</p><p>${escape(withdrawn.reason)}</p><p class="muted">${w.withdrawnAt}: ${marks.renderMoment(withdrawn.at, lang)}</p></div>`
    : renderWarnings(data, w);
  if (revisions.length < 2) return standing;
  return `${standing}<p class="banner" data-kind="note"><b>${fill(w.updated, latest.number)}</b> ${marks.renderMoment(latest.at, lang)}: ${escape(latest.summary)} <a href="#rev-${latest.number}">${w.seeChanges}</a></p>`;
}

function renderWarnings({ lang, urgent, publishedat, attacked, remedy, remedynote }, w) {
  const parts = [];
  if (urgent)
    parts.push(
      `<div class="banner" data-kind="urgent"><p class="banner-title">${w.urgent}</p><p>${escape(urgent)}</p><p class="banner-time">${w.urgentAt}: ${marks.renderMoment(publishedat, lang)}</p></div>`,
    );
  if (attacked)
    parts.push(
      `<p class="banner" data-kind="warning"><b>${w.attacked}</b> ${marks.renderDay(attacked, lang)}: ${w.attackedLead} <a href="#timeline">${w.seeTimeline}</a></p>`,
    );
  if (remedy === 'none' || remedy === 'stop')
    parts.push(
      `<p class="banner" data-kind="warning"><b>${w.noSolution}</b>: ${remedynote} <a href="#solution">${w.seeSolution}</a></p>`,
    );
  return parts.join('');
}

function renderActions({ id, title, address, citation, tsv, correction }, w) {
  const rows = [
    ['id', id],
    ['address', address],
    ['markdown', `[${id}: ${title}](${address})`],
    ['citation', citation],
  ];
  const copies = each(
    rows,
    ([kind, text]) =>
      `<div><dt>${w.copies[kind]}</dt><dd><code data-copy="${w.copies[kind]}">${escape(text)}</code></dd></div>`,
  );
  const table = tsv
    ? `<div><dt>${w.table}</dt><dd><a href="#affected-tsv" data-copy="${w.table}" data-source="products-tsv">${w.tableHint}</a></dd></div>`
    : '';
  return `<ul class="actions" aria-label="${w.label}"><li class="action-menu"><details><summary class="action">${w.copy}</summary><div class="action-panel"><p>${w.copyLead}</p><dl>${copies}${table}</dl></div></details></li><li><a class="action" href="#history">${w.history}</a></li><li><a class="action" href="${escape(correction)}">${w.correction}</a></li></ul>`;
}

function renderRemedy({ remedy, remedynote }, w) {
  if (!remedynote) return '';
  const link = remedy === 'partly-fixed' ? ` <a href="#affected">${w.solution.seeProducts}</a>` : '';
  return `<p class="remedy">${remedynote}${link}</p>`;
}

function renderAffected(data, words) {
  const { lang, versions, affected, producers, vulnerabilities, tsv } = data;
  const w = words.affected;
  const table = { w, lang, total: vulnerabilities.length, grouped: producers.length > 1 };
  const bodies = each(producers, (slug) =>
    renderProducer(
      slug,
      affected.filter(({ vendor }) => vendor === slug),
      table,
    ),
  );
  const single = table.grouped
    ? ''
    : each(producers, (slug) => ` <a href="${vendorAddress(slug, lang)}">${vendorName(slug, lang)}</a>`);
  const text = tsv
    ? `<details class="tsv" id="affected-tsv"><summary>${words.actions.tableHint}</summary><pre data-copy="${words.actions.table}" id="products-tsv">${escape(tsv)}</pre></details>`
    : '';
  return `${versions ? renderVersionCheck(versions, 'products', lang) : ''}<table class="stack products"><caption>${fill(w.caption, affected.length)}${single}</caption><thead><tr><th scope="col">${w.product}</th><th scope="col">${w.versions}</th><th scope="col">${w.fixed}</th>${table.total > 1 ? `<th scope="col">${w.cves}</th>` : ''}</tr></thead>${bodies}</table>${text}`;
}

function renderProducer(slug, rows, { w, lang, total, grouped }) {
  const name = vendorName(slug, lang);
  const head = grouped
    ? `<tr class="group"><th scope="rowgroup" colspan="${total > 1 ? 4 : 3}"><a href="${vendorAddress(slug, lang)}">${name}</a> <span class="count">${fill(w.count, rows.length)}</span></th></tr>`
    : '';
  const items = (list) => `<ul class="plain">${each(list, (text) => `<li>${escape(text)}</li>`)}</ul>`;
  const cells = (row) => [
    `<th scope="row">${escape(row.product)}${row.cpe ? `<code class="identifier">${escape(row.cpe)}</code>` : ''}</th>`,
    `<td data-label="${w.versionsShort}">${items(row.ranges)}</td>`,
    `<td data-label="${w.fixed}">${row.fixed.length > 0 ? items(row.fixed) : `<span class="muted">${w.noFixed}</span>`}</td>`,
    total > 1 ? `<td data-label="${w.cves}">${renderCves(row.cves, total, w)}</td>` : '',
  ];
  const body = each(
    rows,
    (row) => `<tr id="${row.anchor}"${grouped ? ` data-text="${name}"` : ''}>${cells(row).join('')}</tr>`,
  );
  return `<tbody${grouped ? ` id="products-${slug}" data-group="true"` : ''}>${head}${body}</tbody>`;
}

function renderCves(cves, total, w) {
  if (cves.length === total) return fill(w.allCves, total);
  return `<ul class="plain">${each(cves, (cve) => `<li><a href="#${cve.toLowerCase()}">${cve}</a></li>`)}</ul>`;
}

function renderVulnerability({ cve, title, cwe, scores }, lang, words) {
  const w = words.details;
  const id = cve.toLowerCase();
  const record = `https://www.cve.org/CVERecord?id=${cve}`;
  const kinds = each(cwe, (each) => {
    const { url, names } = weaknesses[each];
    const { text, language } = names[lang];
    const name = language === lang ? text : `<span lang="${language}">${text}</span>`;
    return `<li>${name} <span class="weakness">(<a href="${url}">${each}</a>)</span></li>`;
  });
  const rated = each(
    scores,
    (score) => `<div><dt>${w.score}</dt><dd>${renderScore(score, lang, words)}</dd></div>`,
  );
  const unrated = `<div><dt>${w.score}</dt><dd>${w.unrated}</dd></div>`;
  const name = title ? `${cve} <span class="vulnerability-title">${escape(title)}</span>` : cve;
  return `<section id="${id}" class="vulnerability"><div class="heading"><h3>${name}</h3>${marks.renderAnchor(id, cve, lang)}</div><dl class="terms"><div><dt>${w.weakness}</dt><dd><ul class="plain">${kinds}</ul></dd></div>${rated || unrated}<div><dt>${w.record}</dt><dd><a href="${record}">${record}</a></dd></div></dl></section>`;
}

function renderScore(score, lang, words) {
  const w = words.details;
  const reasons = each(score.reasons, (text) => `<li>${text}</li>`);
  const table = marks.remember(`metrics ${score.vector} ${lang}`, () => renderMetrics(score, lang, w));
  return `${marks.renderSeverity(score, lang)}<p class="vector"><code>${score.vector}</code><a href="${escape(score.calculator)}">${w.calculator}</a></p><p class="reasons-title">${words.reasons.heading}</p><ul class="reasons">${reasons}</ul><details class="metrics"><summary>${w.metrics} <span class="visually-hidden">CVSS v${score.version}</span></summary>${table}</details>`;
}

function renderMetrics({ version, vector }, lang, w) {
  const names = metrics[lang][`v${version}`];
  const rows = each(vector.split('/'), (pair) => {
    const [key, value] = pair.split(':');
    const metric = names[key];
    if (metric === undefined) return '';
    return `<tr><th scope="row">${metric.name} <span class="muted">(${key})</span></th><td>${metric.values[value]} <span class="muted">(${value})</span></td></tr>`;
  });
  return `<table><caption>${fill(w.metricsCaption, version)}</caption><thead><tr><th scope="col">${w.metric}</th><th scope="col">${w.value}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function renderReferences({ lang, references }, w) {
  const rows = each(references, ({ title, url, publisher, language }) => {
    const by = publisher ? `<span class="reference-publisher">${escape(publisher)}</span>` : '';
    const other =
      language && language !== lang ? `<span class="only">${w.references.inLanguage[language]}</span>` : '';
    return `<li>${by}<a href="${escape(url)}"${language ? ` hreflang="${language}"` : ''}>${escape(title)}</a>${other}</li>`;
  });
  return `<ul class="references">${rows}</ul>`;
}

function renderCredits({ route, credits }, w) {
  const people = each(credits, ({ role, name, affiliation = '' }) => {
    const who = name ? `${escape(name)} ${w.credits.honorific}` : w.credits.anonymous;
    return `<li><span class="role">${w.roles[role]}</span><span>${escape(affiliation)} ${who}</span></li>`;
  });
  return `<p>${w.credits.routes[route]}</p>${people ? `<ul class="credits">${people}</ul>` : ''}`;
}

function renderRelated({ lang, related }) {
  const { onlyIn } = words[lang].pages.frame;
  const rows = each(related, ({ id, address, title, language }) => {
    if (!address) return `<li><span class="id">${id}</span></li>`;
    const name =
      language === lang
        ? `<span>${escape(title)}</span>`
        : `<span lang="${language}">${escape(title)}</span><span class="only">${onlyIn.ja}</span>`;
    return `<li><a href="${address}"><span class="id">${id}</span></a>${name}</li>`;
  });
  return `<ul class="related">${rows}</ul>`;
}

function renderTimeline({ lang, timeline }, w) {
  return `<ol class="timeline">${each(timeline, ({ day, event }) => `<li>${marks.renderDay(day, lang)}<span>${w.events[event]}</span></li>`)}</ol>`;
}

function renderHistory({ lang, revisions, withdrawn }, w) {
  const end = withdrawn
    ? `<li id="withdrawal"><p class="history-head"><b>${w.history.withdrawn}</b>${marks.renderMoment(withdrawn.at, lang)}</p><p>${escape(withdrawn.reason)}</p></li>`
    : '';
  const rows = each(revisions, ({ number, at, summary, changes }) => {
    const name = fill(w.history.number, number);
    return `<li id="rev-${number}"><p class="history-head"><b>${name}</b><time datetime="${at}">${marks.formatInstant(at, lang)}</time>${marks.renderAnchor(`rev-${number}`, name, lang)}</p><p>${escape(summary)}</p>${marks.renderChanges(changes)}</li>`;
  });
  return `<ol class="history" reversed>${end}${rows}</ol>`;
}
