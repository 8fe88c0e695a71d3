import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import type { Content } from '#catalog/content.ts';
import { advisoryAddress } from '#site/addresses.ts';
import { toOutputPath } from './output-path.ts';
import type { Copy } from './render-site.ts';

/**
 * The pictures of public advisories, published beside the page of each language that the advisory has.
 * Pictures of an advisory under embargo are not even copied.
 */
export function listPictures(catalog: Catalog, { images }: Content, contentDir: string): Copy[] {
  return images.flatMap(({ slug, name, file, digest }) => {
    const advisory = catalog.advisoryBySlug.get(slug);
    if (advisory === undefined) return [];
    const pages = new Set(
      catalog.site.languages.map((language) => advisoryAddress(catalog.site, language, advisory)),
    );
    return [...pages].map((page) => ({
      path: toOutputPath(page + name),
      source: join(contentDir, file),
      fingerprint: digest.slice(0, 24),
    }));
  });
}
