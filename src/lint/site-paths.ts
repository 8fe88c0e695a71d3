import { parseAdvisoryId, toSlug } from '#domain/advisory-id.ts';
import { yearIn } from '#domain/dates.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import { oncePer } from '#domain/once.ts';
import type { Site } from '#domain/site.ts';
import type { LintContext } from './lint-context.ts';

/**
 * Addresses of all pages that the content makes, as site paths.
 * Advisories under embargo count: they will be there when their time has come.
 */
export const listSitePaths = oncePer(
  (context: LintContext): ReadonlySet<string> =>
    new Set(context.site === undefined ? [] : pathsOf(context, context.site)),
);

function pathsOf(context: LintContext, site: Site): string[] {
  const everywhere = [
    ...[
      '/',
      '/advisories/',
      '/vendors/',
      '/search/',
      '/feeds/',
      '/unreachable/',
      '/statistics/',
      '/statistics/time-to-exploit/',
    ],
    ...site.families.map(({ path }) => `/${path}/`),
    ...listVendors(context).map((slug) => `/vendors/${slug}/`),
    ...listYears(context, site),
  ];
  return [
    ...site.languages.flatMap((language) => everywhere.map((address) => rootOf(language, site) + address)),
    ...advisoryPaths(context, site),
    ...context.content.pages.map(({ slug, language }) => `${rootOf(language, site)}/about/${slug}/`),
  ];
}

/** Vendors that an advisory names; the others have no page. */
function listVendors({ advisories }: LintContext): string[] {
  return [
    ...new Set(
      advisories.flatMap(({ facts }) => [...facts.affected, ...facts.vendors].map(({ vendor }) => vendor)),
    ),
  ];
}

function listYears({ advisories }: LintContext, site: Site): Set<string> {
  const paths = new Set<string>();
  for (const { facts } of advisories) {
    const family = parseAdvisoryId(facts.id, site.families)?.family;
    if (family === undefined) continue;
    const year = yearIn(facts.publishedAt, site.timezone);
    paths.add(`/advisories/${year}/`).add(`/${family.path}/${year}/`);
  }
  return paths;
}

/** An advisory has a page in the site's first language and in each into which it was translated. */
function advisoryPaths({ advisories, content }: LintContext, site: Site): string[] {
  const translations = Map.groupBy(content.translations, ({ slug }) => slug);
  return advisories.flatMap(({ facts, slug }) => {
    const family = parseAdvisoryId(facts.id, site.families)?.family;
    if (family === undefined) return [];
    const languages = (translations.get(slug) ?? []).map(({ language }) => language);
    return [firstLanguage(site), ...languages].map(
      (language) => `${rootOf(language, site)}/${family.path}/${toSlug(facts.id)}/`,
    );
  });
}

/** Where the same page stands in another language, if that has it. */
export function inLanguage(address: string, language: Language, site: Site): string {
  const other = site.languages
    .map((each) => rootOf(each, site))
    .find((root) => root !== '' && address.startsWith(`${root}/`));
  return rootOf(language, site) + address.slice(other?.length ?? 0);
}

function rootOf(language: Language, site: Site): string {
  return language === firstLanguage(site) ? '' : `/${language}`;
}
