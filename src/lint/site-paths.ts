import { parseAdvisoryId, toSlug } from '#domain/advisory-id.ts';
import { yearIn } from '#domain/dates.ts';
import type { Site } from '#domain/site.ts';
import type { LintContext } from './lint-context.ts';

const known = new WeakMap<LintContext, ReadonlySet<string>>();

/**
 * Addresses of all pages that the content makes, as site paths.
 * Advisories under embargo count: they will be there when their time has come.
 */
export function listSitePaths(context: LintContext): ReadonlySet<string> {
  const listed =
    known.get(context) ?? new Set(context.site === undefined ? [] : pathsOf(context, context.site));
  known.set(context, listed);
  return listed;
}

function pathsOf(context: LintContext, site: Site): string[] {
  const inEveryLanguage = [
    ...['/', '/advisories/', '/vendors/', '/search/', '/feeds/'],
    ...[...context.vendors.keys()].map((slug) => `/vendors/${slug}/`),
    ...advisoryPaths(context, site),
  ];
  const pages = context.content.pages.map(
    ({ slug, language }) => `${languageRoot(language, site)}/about/${slug}/`,
  );
  const roots = site.languages.map((language) => languageRoot(language, site));
  return [...roots.flatMap((root) => inEveryLanguage.map((address) => root + address)), ...pages];
}

function advisoryPaths({ advisories }: LintContext, site: Site): string[] {
  const paths = new Set(site.families.map(({ path }) => `/${path}/`));
  for (const { facts } of advisories) {
    const family = parseAdvisoryId(facts.id, site.families)?.family;
    if (family === undefined) continue;
    const year = yearIn(facts.publishedAt, site.timezone);
    paths
      .add(`/advisories/${year}/`)
      .add(`/${family.path}/${year}/`)
      .add(`/${family.path}/${toSlug(facts.id)}/`);
  }
  return [...paths];
}

function languageRoot(language: string, site: Site): string {
  return language === site.languages[0] ? '' : `/${language}`;
}
