import { each, escape, frames, furniture, words } from './words.js';
import { remember } from './marks.js';
import { structuredDataOf } from './structured-data.js';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";
const LOCALES = { ja: 'ja_JP', en: 'en_US' };

/** One whole page around its main part. */
export function renderDocument(data, main) {
  const { lang } = data;
  const frame = frames[lang];
  return `<!doctype html><html lang="${lang}">${renderHead(data, frame)}<body><a class="skip" href="#main">${words[lang].pages.frame.skip}</a>${renderMasthead(data, frame)}${renderTrail(data, frame)}<main id="main" class="wrap" tabindex="-1">${main}</main>${renderFooting(data, frame)}</body></html>`;
}

function renderHead(data, frame) {
  const { lang, url, alternates = [] } = data;
  const address = frame.url + url;
  const title = escape(data.headtitle ?? data.title);
  const description = escape(data.description ?? '');
  const own = data.feed ? [{ type: 'application/atom+xml', title, address: data.feed }] : [];
  return [
    `<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="strict-origin-when-cross-origin"><meta name="color-scheme" content="light dark">`,
    `<title>${data.title === frame.title ? frame.title : `${title} | ${frame.title}`}</title><meta name="description" content="${description}">`,
    data.withdrawn ? '<meta name="robots" content="noindex">' : `<link rel="canonical" href="${address}">`,
    each(
      alternates,
      (each) => `<link rel="alternate" hreflang="${each.language}" href="${frame.url}${each.address}">`,
    ),
    alternates.length > 1
      ? `<link rel="alternate" hreflang="x-default" href="${frame.url}${alternates[0].address}">`
      : '',
    each(
      [...frame.feeds, ...own],
      (feed) => `<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.address}">`,
    ),
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="/apple-touch-icon.png">',
    `<meta property="og:type" content="${data.id ? 'article' : 'website'}"><meta property="og:site_name" content="${frame.title}"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:url" content="${address}"><meta property="og:locale" content="${LOCALES[lang]}">`,
    each(
      alternates.filter(({ language }) => language !== lang),
      ({ language }) => `<meta property="og:locale:alternate" content="${LOCALES[language]}">`,
    ),
    renderSharing(data, frame),
    `<meta name="twitter:card" content="summary"><script type="application/ld+json">${structuredDataOf(data, frame)}</script><link rel="stylesheet" href="/style.css">${data.type === 'search' ? '<script type="module" src="/search.js"></script>' : ''}</head>`,
  ].join('');
}

function renderSharing({ id, picture, publishedat, updatedat }, frame) {
  const shown = picture
    ? `<meta property="og:image" content="${frame.url}${picture.address}"><meta property="og:image:type" content="image/png"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta property="og:image:alt" content="${picture.alt}">`
    : '';
  return id
    ? `${shown}<meta property="article:published_time" content="${publishedat}"><meta property="article:modified_time" content="${updatedat}">`
    : shown;
}

function renderMasthead(data, frame) {
  const { lang, url } = data;
  const { searchopener, themecontrol } = furniture[lang];
  const { menu } = words[lang].pages.frame;
  const entries = each(
    frame.menu,
    ({ label, address }) =>
      `<li><a href="${address}"${address === url ? ' aria-current="page"' : ''}>${label}</a></li>`,
  );
  return `<header class="masthead"><div class="wrap masthead-bar"><a class="brand" href="${frame.homeAddress}"><svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path d="M4 4h24v24H4z"></path><path d="M12 12h8v8h-8z"></path></svg><span>${frame.title}</span></a>${searchopener}<script type="module" src="/search-button.js"></script>${renderLanguages(data)}</div><div class="menu"><div class="wrap menu-bar"><nav aria-label="${menu}"><ul>${entries}</ul></nav>${themecontrol}<script type="module" src="/theme-control.js"></script></div></div></header>`;
}

function renderLanguages({ lang, url, nearest, alternates = [] }) {
  const choices = each(['ja', 'en'], (language) => {
    const other = alternates.find((each) => each.language === language);
    const same = language === lang || other !== undefined;
    const { languageName, frame } = words[language].pages;
    const address = language === lang ? url : (other?.address ?? nearest);
    const note = same ? '' : `<span class="visually-hidden">(${frame.onlyListThere})</span>`;
    return `<li><a href="${address}" lang="${language}" hreflang="${language}"${language === lang ? ' aria-current="true"' : ''}>${languageName}${note}</a></li>`;
  });
  return `<nav class="languages" aria-label="${words[lang].pages.frame.languages}"><ul>${choices}</ul></nav>`;
}

function renderTrail({ lang, trail }, frame) {
  if (!trail) return '';
  const steps = each(trail, ({ label, address }, place) =>
    place === trail.length - 1
      ? `<li><span aria-current="page">${escape(label)}</span></li>`
      : `<li><a href="${address}">${escape(label)}</a></li>`,
  );
  return `<nav class="trail wrap" aria-label="${words[lang].pages.frame.trail}"><ol><li><a href="${frame.homeAddress}">${words[lang].site.home}</a></li>${steps}</ol></nav>`;
}

function renderFooting({ lang, correction }, frame) {
  const said = words[lang].sharing.correction;
  const letter = correction
    ? `<p class="footing-correction"><a href="${escape(correction)}">${said.link}</a><span>${said.never} </span></p>`
    : '';
  return `<footer class="footing"><div class="wrap">${letter}${remember(`footing ${lang}`, () => renderColumns(lang, frame))}</div></footer>`;
}

function renderColumns(lang, frame) {
  const { pages, sharing } = words[lang];
  const { contact, name } = frame.publisher;
  const about = each(frame.about, ({ label, address }) => `<li><a href="${address}">${label}</a></li>`);
  const facts = [
    [pages.frame.publisher, name],
    [pages.frame.contact, `<a href="mailto:${contact}">${contact}</a>`],
    [sharing.buildRecord.term, `<a href="${frame.buildRecordAddress}">${sharing.buildRecord.link}</a>`],
  ];
  return `<div class="footing-columns"><div><p class="footing-title">${frame.title}</p><p>${frame.description}</p></div><nav aria-label="${pages.frame.about}"><ul>${about}</ul></nav><dl>${each(facts, ([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl></div>`;
}
