import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparable } from '#coordination/duplicates.ts';
import type { Content } from '#catalog/content.ts';
import { loadContent } from '#catalog/load-content.ts';
import { parsedContentDir } from '../../content-dir.ts';
import type { Environment } from '../../environment.ts';

type Place = Pick<Environment, 'contentDir' | 'cacheDir'>;

/** The content at hand, remembered file by file: no word of a case is among it. */
export function loadPublished({ contentDir, cacheDir }: Place): Content {
  return loadContent(contentDir, { cacheDir: parsedContentDir(cacheDir, contentDir) });
}

/** Advisories of the content at hand, for the search for duplicates. */
export function publishedComparables(environment: Place): Comparable[] {
  const { advisories } = loadPublished(environment);
  return advisories.flatMap(({ facts }) => {
    if (facts === undefined) return [];
    const [first] = facts.affected;
    const product =
      typeof first?.product === 'string' ? first.product : (first?.product.ja ?? first?.product.en);
    const text = facts.vulnerabilities.flatMap(({ cve }) => cve ?? []).join(' ');
    return [{ name: facts.id, title: facts.title, text, ...(product && { product }) }];
  });
}

/** The slugs of all advisories of the content at hand, published or not. */
export function publishedSlugs(contentDir: string): ReadonlySet<string> {
  const files = readdirSync(join(contentDir, 'advisories'), { recursive: true, encoding: 'utf8' });
  return new Set(files.map((file) => file.replaceAll('\\', '/').replace(/^.*\//, '').replace(/\..*$/, '')));
}
