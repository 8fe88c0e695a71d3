import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';

/**
 * The templates are compiled once into a renderer (`src/server.ts`); the build engine in `scripts/build` calls it
 * for every page that changed. Content never passes through here, except the trusted pages of `content/pages`,
 * which `scripts/build/pages-module.ts` adds for the content directory in use.
 */
const renderer = {
  name: 'kairan-renderer',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'kairan-renderer',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./src/server.ts', import.meta.url),
        supportedAstroFeatures: {
          serverOutput: 'stable',
          staticOutput: 'stable',
          sharpImageService: 'stable',
        },
      }),
  },
};

/**
 * A script that is loaded on demand needs nothing else beforehand: styles stand in one sheet. Vite would add a helper
 * that preloads such things, three times as large as the one small script that every page has.
 */
const plainImports = {
  name: 'kairan-plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

export default defineConfig({
  output: 'server',
  adapter: renderer,
  integrations: [mdx()],
  // Colours of a highlighter are styles in the markup, which the strict Content-Security-Policy does not allow.
  markdown: { syntaxHighlight: false },
  trailingSlash: 'always',
  // The strict Content-Security-Policy of the pages allows files of the site only, so nothing may be inlined.
  build: { inlineStylesheets: 'never' },
  vite: { plugins: [plainImports], build: { assetsInlineLimit: 0 } },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
});
