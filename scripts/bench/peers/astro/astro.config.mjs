import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { pagesModule } from '#scripts/build/pages-module.ts';

// Astro reads the default export of this file.
// eslint-disable-next-line no-restricted-exports
export default defineConfig({
  integrations: [mdx()],
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [pagesModule(process.env.BENCH_CONTENT, process.env.BENCH_ROOT)],
  },
  image: { service: passthroughImageService() },
});
