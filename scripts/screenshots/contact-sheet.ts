import { escapeHtml } from '#markdown/escape.ts';
import type { Picture } from './take-screenshots.ts';

/** A page that shows all pictures beside each other, by page, to be opened from disk. */
export function renderContactSheet(title: string, pictures: readonly Picture[]): string {
  const groups = [...Map.groupBy(pictures, ({ page }) => page)].map(
    ([page, own]) => `<h2>${escapeHtml(page)}</h2>\n<div>\n${own.map(renderFigure).join('\n')}\n</div>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
body { margin: 1.5rem; font-family: sans-serif; }
div { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; inline-size: 15rem; }
img { inline-size: 100%; block-size: 20rem; object-fit: cover; object-position: top; border: 1px solid #999; }
</style>
<h1>${escapeHtml(title)}</h1>
${groups.join('\n')}
</html>
`;
}

function renderFigure({ file }: Picture): string {
  const name = escapeHtml(file);
  const body = file.endsWith('.png') ? `<img src="${name}" alt="" loading="lazy">` : '';
  return `<figure><a href="${name}">${body}<figcaption>${name}</figcaption></a></figure>`;
}
