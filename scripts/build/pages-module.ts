import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ViteUserConfig } from 'astro';
import { listFiles } from './list-files.ts';

/** A plugin of Vite, as Astro's configuration takes it. */
export type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const PAGES = 'virtual:kairan/pages';
const RESOLVED = `\0${PAGES}`;

/**
 * The trusted pages of a content directory as a module for templates:
 * `import { pages } from 'virtual:kairan/pages'` gives compiled MDX components and their headings by `<language>/<slug>`.
 *
 * Front matter is taken away before MDX sees a page: what it says reaches templates through the catalog, where a
 * strict schema has read it, so keys with a meaning for Astro (such as `layout`) can never act.
 * Pages may stand outside the project, so what they import is looked up from the project.
 */
export function pagesModule(contentDir: string, root: string): Plugin {
  const folder = join(contentDir, 'pages') + sep;
  return {
    name: 'kairan-pages',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source === PAGES) return RESOLVED;
      if (!importer?.startsWith(folder) || /^[./\0]/.test(source)) return null;
      return await this.resolve(source, join(root, 'package.json'), { ...options, skipSelf: true });
    },
    load(id) {
      if (id === RESOLVED) return renderPagesModule(folder, listPages(contentDir));
      if (!id.startsWith(folder) || !id.endsWith('.mdx')) return null;
      return withoutFrontMatter(readFileSync(id, 'utf8'));
    },
  };
}

/** The trusted pages of a content directory as `<language>/<slug>`, sorted. */
export function listPages(contentDir: string): string[] {
  return listFiles(join(contentDir, 'pages'))
    .filter((file) => /^[^/]+\/[^/]+\.mdx$/.test(file))
    .map((file) => file.replace(/\.mdx$/, ''));
}

function renderPagesModule(folder: string, names: readonly string[]): string {
  const imports = names.map(
    (name, i) =>
      `import Page${i}, { getHeadings as headings${i} } from ${JSON.stringify(`${folder}${name}.mdx`)};`,
  );
  const entries = names.map(
    (name, i) => `  ${JSON.stringify(name)}: { Content: Page${i}, headings: headings${i}() },`,
  );
  return [...imports, 'export const pages = {', ...entries, '};', ''].join('\n');
}

/**
 * The source without its front matter: a comment and blank lines take its place, so that line numbers in messages stay
 * true and nothing behind it can be taken for front matter again (Astro looks for it behind blank lines too).
 * @throws when the page has none: the catalog refuses such pages, so none was checked
 */
export function withoutFrontMatter(source: string): string {
  const text = source.replace(/^\uFEFF/, '');
  const [block] = /^---\r?\n(?:[^]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  if (block === undefined) throw new Error('A page of content/pages starts with front matter.');
  return `{/* front matter */}${'\n'.repeat(block.split('\n').length - 1)}${text.slice(block.length)}`;
}
