import type { Advisory, Catalog } from '#catalog/catalog.ts';
import { compareInstants } from '#domain/dates.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { advisoryAddress, draftsAddress } from '../addresses.ts';
import { type DraftRow, type DraftsView, originalFile, type PreviewFinding } from '../preview.ts';
import { buildHead } from './head.ts';

/** The list of advisories under embargo, for authors only. */
export function draftsView(
  catalog: Catalog,
  language: Language,
  findings: readonly PreviewFinding[],
): DraftsView {
  const { title, description } = wordsOf(language).preview.drafts;
  const addressIn = (other: Language) => draftsAddress(catalog.site, other);
  const trail = [{ label: title, address: addressIn(language) }];
  const soonestFirst = catalog.embargoed.toSorted((a, b) =>
    compareInstants(a.facts.publishedAt, b.facts.publishedAt),
  );
  return {
    kind: 'drafts',
    head: buildHead(catalog.site, language, { title, description, addressIn, trail, noindex: true }),
    rows: soonestFirst.map((advisory) => toRow(catalog, language, advisory, findings)),
  };
}

function toRow(
  catalog: Catalog,
  language: Language,
  advisory: Advisory,
  findings: readonly PreviewFinding[],
): DraftRow {
  const { site } = catalog;
  const spoken = advisory.texts[language] === undefined ? firstLanguage(site) : language;
  const files = Object.values(advisory.texts).map(({ file }) => file);
  const own = findings.filter(({ file }) => files.includes(file));
  const hasErrors = own.some(({ severity }) => severity === 'error');
  return {
    id: advisory.id,
    title: { text: advisory.texts[spoken]?.title ?? advisory.facts.title, language: spoken },
    address: advisoryAddress(site, language, advisory),
    publishedAt: advisory.facts.publishedAt,
    file: originalFile(catalog, advisory) ?? '',
    languages: site.languages.filter((each) => advisory.texts[each] !== undefined),
    state: hasErrors ? 'errors' : own.length > 0 ? 'warnings' : 'ready',
    findings: own.length,
  };
}
