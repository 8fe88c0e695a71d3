import { join } from 'node:path';
import type { Plugin } from './pages-module.ts';

/** What compiled templates import to render themselves. */
const ASTRO_RUNTIME = 'astro/compiler-runtime';

/** Lets templates render with `src/template-runtime.ts`. Without this plugin they do so with Astro's own runtime. */
export function leanTemplates(root: string): Plugin {
  const runtime = join(root, 'src', 'template-runtime.ts');
  return {
    name: 'kairan-lean-templates',
    enforce: 'pre',
    resolveId: (source, importer) => (source === ASTRO_RUNTIME && importer !== runtime ? runtime : null),
  };
}
