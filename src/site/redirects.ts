import type { Catalog, Redirect } from '#catalog/catalog.ts';
import { wordsOf } from '#i18n/words.ts';
import { escapeHtml } from '#markdown/escape.ts';
import { assertAddress, formatUrl, languageAt, redirectFileAddress } from './addresses.ts';
import type { PlannedFile } from './plan.ts';

/**
 * One small page per retired address. Static hosts answer it with 200, so it says everything by itself: it leads on at
 * once, names the new address as canonical, stays out of search engines and shows a link to readers who stay.
 */
export function planRedirects(catalog: Catalog): PlannedFile[] {
  return catalog.redirects.map((redirect) => ({
    kind: 'file',
    address: redirectFileAddress(redirect.from),
    type: 'text/html',
    render: () => renderRedirect(catalog, redirect),
  }));
}

/**
 * The page speaks the language of the page it leads to; then the others of the site, because a retired address does not
 * tell its reader's.
 */
function renderRedirect({ site }: Catalog, { to }: Redirect): string {
  const address = escapeHtml(assertAddress(to));
  const language = languageAt(site, to);
  const paragraphs = [...new Set([language, ...site.languages])].map((each) => {
    const { redirect } = wordsOf(each).site;
    return `<p lang="${each}">${escapeHtml(redirect.moved)}</p>`;
  });
  const { title } = wordsOf(language).site.redirect;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<link rel="canonical" href="${escapeHtml(formatUrl(site, to))}">
<meta http-equiv="refresh" content="0; url=${address}">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${paragraphs.join('\n')}
<p><a href="${address}">${address}</a></p>
</main>
</body>
</html>
`;
}
