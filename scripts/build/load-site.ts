import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Catalog } from '#catalog/catalog.ts';
import type { Content } from '#catalog/content.ts';
import { loadContent } from '#catalog/load-content.ts';
import type { Finding } from '#domain/finding.ts';
import { lintContent } from '#lint/lint-content.ts';
import { checkedContentDir, loadOptionsOf, requireContentDir } from '../content-dir.ts';
import type { Environment } from '../environment.ts';
import { openFindings } from './finding-memory.ts';

/** The content as one catalog, or nothing when it has errors; findings are given in both cases. */
export interface LoadedSite {
  findings: readonly Finding[];
  content: Content;
  catalog?: Catalog;
}

type Source = Pick<Environment, 'contentDir' | 'unreachableDir' | 'cacheDir' | 'siteUrl' | 'now'>;

/** Reads and checks the content directory. A catalog is built only from content without errors. */
export function loadSite(source: Source): LoadedSite {
  const { cacheDir, contentDir, siteUrl, now } = source;
  requireContentDir(contentDir);
  const loaded = loadContent(contentDir, loadOptionsOf(source));
  const content = withUrl(loaded, siteUrl);
  const memory = openFindings(checkedContentDir(cacheDir, contentDir), content);
  const findings = lintContent(content, { now: now() }, memory);
  memory.save();
  if (findings.some(({ severity }) => severity === 'error')) return { findings, content };
  return { findings, content, catalog: buildCatalog(content, now()) };
}

/** The content with another public address, where one is given. */
export function withUrl(content: Content, url: string | undefined): Content {
  if (url === undefined || content.site === undefined) return content;
  return { ...content, site: { ...content.site, url } };
}
