import { type Language, localize } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import { wordsOf } from '#i18n/words.ts';
import { homeAddress } from '../addresses.ts';
import { type SharePicture, toPicture } from '../share-picture.ts';
import type { FeedLink, Head, Link } from '../view.ts';

/** The address of a page in any language of the site. */
type AddressIn = (language: Language) => string;

interface HeadParts {
  title: string;
  description: string;
  /** Where this page stands in a language that has it. */
  addressIn: AddressIn;
  /** The languages that have this page; all of the site's when absent. */
  languages?: readonly Language[];
  /** Where the language switch leads in a language that lacks the page; home when absent. */
  nearestIn?: AddressIn;
  feeds?: readonly FeedLink[];
  files?: Head['files'];
  /** Path from home to this page without home, this page last. */
  trail?: readonly Link[];
  noindex?: boolean;
  /** The picture of shared links; that of the site when absent. */
  picture?: SharePicture;
  article?: Head['article'];
  /** The address of the menu's entry under which this page stands. */
  menuAddress?: string;
}

/**
 * The head of a page. Lists exist in every language of the site and show an untranslated advisory in its own language;
 * advisories and policy pages exist only in the languages in which someone wrote them.
 */
export function buildHead(site: Site, language: Language, parts: HeadParts): Head {
  const { title, description, addressIn, languages = site.languages } = parts;
  const nearestIn = parts.nearestIn ?? ((other) => homeAddress(site, other));
  const trail = parts.trail ?? [];
  const home = { label: wordsOf(language).site.home, address: homeAddress(site, language) };
  return {
    address: addressIn(language),
    title,
    description,
    alternates:
      languages.length > 1 ? languages.map((each) => ({ language: each, address: addressIn(each) })) : [],
    switchTo: site.languages
      .filter((other) => other !== language)
      .map((other) => {
        const samePage = languages.includes(other);
        return { language: other, address: samePage ? addressIn(other) : nearestIn(other), samePage };
      }),
    feeds: parts.feeds ?? [],
    files: parts.files ?? [],
    trail: trail.length > 0 ? [home, ...trail] : [],
    ...(parts.noindex === true && { robots: 'noindex' as const }),
    picture: toPicture(parts.picture ?? 'site', language),
    ...(parts.article && { article: parts.article }),
    ...(parts.menuAddress !== undefined && { menuAddress: parts.menuAddress }),
  };
}

/** The site's name in a language. */
export function siteTitle(site: Site, language: Language): string {
  return localize(site.title, language, site.languages).text;
}
