import { hash } from 'node:crypto';
import { formatInstant } from '#domain/dates.ts';
import { type Language, languageFor, splitByLanguage } from '#domain/language.ts';
import { HASH_ENDINGS, type ListedDocument, SIGNATURE_ENDING } from '#formats/csaf-provider/provider-tree.ts';
import { wordsOf } from '#i18n/words.ts';
import { escapeHtml } from '#markdown/escape.ts';

/** A folder of the CSAF provider as people see it. Texts are in the language of the page. */
export interface FolderPage {
  language: Language;
  /** IANA name of the zone in which times are shown. */
  zone: string;
  /** What the page is called. */
  heading: string;
  /** Stands behind the heading in the window’s title. */
  siteTitle: string;
  /** Site path. */
  address: string;
  homeAddress: string;
  /** Paragraphs before the lists. */
  notes: readonly string[];
  /** Files, and folders with a slash at their end, each with what it is. */
  items: readonly { name: string; text: string }[];
  documents: readonly ListedDocument[];
  /** True when every document has its signature beside it. */
  signed?: boolean;
}

/** The page’s own sheet: that of the site is renamed whenever it changes. */
const SHEET = [
  ':root{color-scheme:light dark;font:1rem/1.7 sans-serif}',
  'body{max-width:60rem;margin:auto;padding:1rem}',
  'h1{font-size:1.4rem;line-height:1.4}',
  'h1,li,code{overflow-wrap:anywhere}',
  'nav a,.beside a{margin-right:1em}',
  'li p{margin:0}',
  '.documents>li{margin-bottom:1em}',
].join('');

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', SHEET, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What the links beside a document are called. */
const LINK_NAMES = { '.sha256': 'SHA-256', '.sha512': 'SHA-512', [SIGNATURE_ENDING]: 'OpenPGP' } as const;

/** The folder as a page by itself, which people browse and programs read links from (CSAF 2.0 §7.1.14). */
export function renderFolderPage(page: FolderPage): string {
  const { language, heading, siteTitle, address, homeAddress, notes, items, documents } = page;
  const { csafFolders: words, site } = wordsOf(language);
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${heading} | ${siteTitle}`)}</title>
<style>${SHEET}</style>
</head>
<body>
<nav aria-label="${words.elsewhere}">
<a href="${escapeHtml(homeAddress)}">${site.home}</a>
<a href="../">${words.up}</a>
</nav>
<main>
<h1>${escapeHtml(heading)}</h1>
<p><code>${escapeHtml(address)}</code></p>
${notes.map((note) => `<p>${escapeHtml(note)}</p>\n`).join('')}`;
  const lists = [
    renderList('folder', items.map(renderItem)),
    renderList(
      'documents',
      documents.map((document) => renderDocument(page, document)),
    ),
  ];
  const whole = `${html}${lists.join('')}</main>\n</body>\n</html>\n`;
  return page.signed === true ? addSignatureLinksToPage(whole) : whole;
}

/** The same page when every document has its signature beside it; one that names them already stays as it is. */
export function addSignatureLinksToPage(html: string): string {
  const unsigned = new RegExp(`<a href="([^"]+)\\.sha512">${LINK_NAMES['.sha512']}</a>(?=</p>)`, 'gu');
  return html.replaceAll(
    unsigned,
    (found, file: string) => `${found}\n${renderBeside(file, SIGNATURE_ENDING)}`,
  );
}

function renderList(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul class="${name}">\n${items.join('\n')}\n</ul>\n`;
}

function renderItem({ name, text }: FolderPage['items'][number]): string {
  return `<li><a href="${escapeHtml(name)}">${escapeHtml(name)}</a>: ${escapeHtml(text)}</li>`;
}

function renderDocument({ language, zone }: FolderPage, document: ListedDocument): string {
  const { fileName, trackingId, currentReleaseDate } = document;
  const words = wordsOf(language).csafFolders;
  const changed = words.changed(formatInstant(currentReleaseDate, zone, language));
  const spoken = `<span lang="${document.language}">${wordsOf(document.language).pages.languageName}</span>`;
  return `<li>
<p><a href="${escapeHtml(fileName)}">${renderTitle(document, language)}</a></p>
<p class="view">${words.inLanguage(words.views[document.view], spoken)}</p>
<p>${escapeHtml(trackingId)} <time datetime="${currentReleaseDate}">${changed}</time></p>
<p class="beside">${HASH_ENDINGS.map((ending) => renderBeside(fileName, ending)).join('\n')}</p>
</li>`;
}

function renderTitle({ title, language }: ListedDocument, page: Language): string {
  return splitByLanguage({ text: title, language: languageFor(title, language, page) })
    .map((piece) =>
      piece.language === page
        ? escapeHtml(piece.text)
        : `<span lang="${piece.language}">${escapeHtml(piece.text)}</span>`,
    )
    .join('');
}

function renderBeside(file: string, ending: keyof typeof LINK_NAMES): string {
  return `<a href="${escapeHtml(file + ending)}">${LINK_NAMES[ending]}</a>`;
}
