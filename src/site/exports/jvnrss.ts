import { type Language, localize, type LocalizedText } from '#domain/language.ts';
import { type JvnrssChannel, renderJvnrss } from '#formats/jvnrss/render-jvnrss.ts';
import { wordsOf } from '#i18n/words.ts';
import { formatUrl, homeAddress } from '../addresses.ts';
import { latestChanged } from '../latest-changed.ts';
import type { PlannedFile } from '../plan.ts';
import type { SiteIndex } from '../site-index.ts';
import { jvnrssAddress } from './export-addresses.ts';
import type { ExportEntry, Exports } from './exports.ts';

/**
 * One JVNRSS feed for each language. Like JVN's own, it holds what was written in that language only; of that the same
 * fifty as the site's other feeds, latest change first.
 */
export function planJvnrss(exports: Exports): PlannedFile[] {
  return exports.index.catalog.site.languages.map((language) => planLanguage(exports, language));
}

function planLanguage({ index, entries }: Exports, language: Language): PlannedFile {
  const chosen = () => chooseEntries(index, entries, language);
  return {
    kind: 'file',
    address: jvnrssAddress(index.catalog.site, language),
    type: 'application/rdf+xml',
    render: () =>
      renderJvnrss(
        toChannel(index, language),
        chosen().map(({ record }) => record()),
      ),
    basis: () =>
      [JSON.stringify(index.catalog.site), language, ...chosen().map(({ basis }) => basis())].join(' '),
  };
}

function chooseEntries({ catalog }: SiteIndex, entries: readonly ExportEntry[], language: Language) {
  const written = catalog.advisories.filter(({ texts }) => texts[language] !== undefined);
  const entryOf = new Map(entries.map((entry) => [entry.advisory, entry]));
  return latestChanged(written).flatMap((advisory) => entryOf.get(advisory) ?? []);
}

function toChannel({ catalog: { site } }: SiteIndex, language: Language): JvnrssChannel {
  const { feeds } = wordsOf(language).site;
  const say = (text: LocalizedText) => localize(text, language, site.languages).text;
  return {
    url: formatUrl(site, jvnrssAddress(site, language)),
    homeUrl: formatUrl(site, homeAddress(site, language)),
    title: feeds.title(say(site.title), feeds.all),
    description: feeds.descriptions.all,
    language,
    publisher: say(site.publisher.name),
    ...(site.licence && { rights: say(site.licence.name) }),
    zone: site.timezone,
    namespace: site.jvnrss.namespace,
  };
}
