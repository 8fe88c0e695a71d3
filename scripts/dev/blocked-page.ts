import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { escapeHtml } from '#markdown/escape.ts';
import type { PreviewFinding } from '#site/preview.ts';

/** What stands in the way of the site. */
export interface Blocked {
  language: Language;
  /** Findings of the check, errors and warnings. */
  findings: readonly PreviewFinding[];
  /** Why the content could not be read at all. */
  failure?: string;
}

/**
 * The page in place of every page while there is no site to show: no template can be asked, because each needs the site's
 * settings, and they may be what is wrong. It is loaded anew after every check, of which Vite's client tells; news that
 * came before that client listened are made up for by the page itself, every few seconds.
 */
export function renderBlockedPage({ language, findings, failure }: Blocked): string {
  const words = wordsOf(language).preview;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const title = escapeHtml(words.blocked.title);
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/src/styles/tokens.css">
<link rel="stylesheet" href="/src/styles/base.css">
<link rel="stylesheet" href="/src/styles/preview.css">
<script type="module" src="/@vite/client"></script>
<main class="wrap">
<h1>${title}</h1>
<p>${escapeHtml(words.blocked.description)}</p>
${failure === undefined ? '' : `<p>${escapeHtml(words.blocked.failure(failure))}</p>`}
<p>${escapeHtml(words.findings.count(errors.length, findings.length - errors.length))}</p>
<ul class="finding-list">
${errors.map((finding) => renderFinding(finding, language)).join('\n')}
</ul>
</main>
</html>
`;
}

function renderFinding(
  { code, severity, file, line, column, what, remedy }: PreviewFinding,
  language: Language,
): string {
  const words = wordsOf(language).preview.findings;
  return `<li data-severity="${severity}">
<p class="finding-place"><b>${words.severity[severity]}</b> <span>${code}</span> <code>${escapeHtml(`${file}:${line}:${column}`)}</code></p>
<p>${escapeHtml(what)}</p>
<p>${words.remedy}: ${escapeHtml(remedy)}</p>
<p class="finding-explain">${words.explain}: <code>npm run check -- --explain ${code}</code></p>
</li>`;
}
