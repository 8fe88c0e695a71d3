import { each, escape, fill, words } from './words.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

export function formatMonth(period, language) {
  const [year, month] = period.split('-').map(Number);
  return language === 'ja' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
}

export function formatDay(day, language) {
  const number = Number(day.slice(8, 10));
  const month = formatMonth(day.slice(0, 7), language);
  return language === 'ja' ? `${month}${number}日` : `${number} ${month}`;
}

export function formatInstant(at, language) {
  return `${formatDay(at, language)}${language === 'ja' ? ' ' : ', '}${at.slice(11, 16)} JST`;
}

export function renderDay(day, language) {
  return `<time datetime="${day.slice(0, 10)}">${formatDay(day, language)}</time>`;
}

export function renderMoment(at, language) {
  return `<time datetime="${at}">${formatDay(at, language)}</time>`;
}

const known = new Map();

/** Keeps what a call with the same arguments gave. */
export function remember(key, render) {
  let markup = known.get(key);
  if (markup === undefined) known.set(key, (markup = render()));
  return markup;
}

const GLYPHS = {
  affected: '<circle cx="8" cy="8" r="6.5" class="disc"></circle>',
  'affected-investigating':
    '<circle cx="8" cy="8" r="6"></circle><path d="M8 2a6 6 0 0 0 0 12z" class="disc"></path>',
  'not-affected': '<circle cx="8" cy="8" r="6"></circle>',
  'not-affected-investigating': '<circle cx="8" cy="8" r="6" stroke-dasharray="2.6 2.1"></circle>',
  unknown: '<path d="M5.2 5.6A2.8 2.6 0 1 1 9 8.2c-.8.4-1 .9-1 1.8m0 2.3v1.2"></path>',
  notified: '<rect x="1.5" y="3.5" width="13" height="9" rx="1"></rect><path d="m2 4.5 6 4.5 6-4.5"></path>',
};

export function renderStatus(status, language) {
  return remember(`status ${status} ${language}`, () => {
    const { statuses, noStatus } = words[language].pages.advisory;
    const glyph = GLYPHS[status] ?? '<path d="M4 8h8"></path>';
    return `<span class="status" data-status="${status || 'none'}"><svg class="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${glyph}</svg>${status ? statuses[status] : noStatus}</span>`;
  });
}

const LIT = { none: 0, low: 1, medium: 2, high: 3, critical: 4 };

export function renderSeverity(score, language) {
  return remember(`severity ${score?.score} ${score?.version} ${score?.severity} ${language}`, () => {
    const { severities, unrated } = words[language].pages.advisory;
    const lit = LIT[score?.severity] ?? 0;
    const bars = [0.5, 5, 9.5, 14].map(
      (x, bar) =>
        `<rect x="${x}" y="${9.5 - bar * 3}" width="3" height="${2 + bar * 3}"${bar < lit ? ' class="on"' : ''}></rect>`,
    );
    const said = score
      ? `${severities[score.severity]}<b>${score.score}</b> <span class="version">CVSS v${score.version}</span>`
      : unrated;
    return `<span class="severity" data-level="${score?.severity ?? 'unrated'}"><svg class="meter" viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">${bars.join('')}</svg>${said}</span>`;
  });
}

export function renderId({ id, withdrawn }) {
  return withdrawn ? `<s class="id">${id}</s>` : `<span class="id">${id}</span>`;
}

export function renderTags({ withdrawn, urgent, fix }, language) {
  const list = words[language].pages.list;
  const tag = (kind) => `<span class="tag" data-kind="${kind}">${list[kind]}</span>`;
  if (withdrawn) return tag('withdrawn');
  return (urgent === undefined ? '' : tag('urgent')) + (fix ? tag('fix') : '');
}

export function renderAnchor(id, name, language) {
  return `<a class="anchor" href="#${id}" aria-label="${escape(fill(words[language].pages.frame.linkTo, name))}">#</a>`;
}

export function renderSection(id, heading, language, body) {
  return `<section id="${id}" class="section"><div class="heading"><h2>${escape(heading)}</h2>${renderAnchor(id, heading, language)}</div>${body}</section>`;
}

export function renderStatusList(counts, language) {
  const { vendorCount } = words[language].pages.advisory.facts;
  return `<ul class="status-list">${each(
    counts,
    ({ status, count, anchor = 'vendors' }) =>
      `<li><a class="status-count" href="#${anchor}">${renderStatus(status, language)} <b>${fill(vendorCount, count)}</b></a></li>`,
  )}</ul>`;
}

export function renderChanges(changes) {
  return changes.length === 0
    ? ''
    : `<ul class="changes">${each(changes, (text) => `<li>${escape(text)}</li>`)}</ul>`;
}
