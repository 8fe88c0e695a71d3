import type { Advisory, Catalog } from '#catalog/catalog.ts';
import { type Language, type LocalizedText, localize } from '#domain/language.ts';
import type { Change, ChangedPart } from '#domain/revision.ts';

type Facts = Advisory['facts'];

/**
 * Changes with every row called as the page calls it in the given language. A label is written once, in one language;
 * it is looked up among the names of today's rows, and a row that is gone or renamed keeps the label.
 */
export function nameChangedRows(
  changes: readonly Change[],
  catalog: Catalog,
  facts: Facts,
  language: Language,
): Change[] {
  return changes.map((change) => {
    const names = namesOf(change.part, catalog, facts);
    const say = (label: string): string => {
      const name = names.find((each) => Object.values(spellingsOf(each)).includes(label));
      return name === undefined ? label : localize(name, language, catalog.site.languages).text;
    };
    return {
      part: change.part,
      ...(change.added && { added: change.added.map(say) }),
      ...(change.removed && { removed: change.removed.map(say) }),
      ...(change.edited && { edited: change.edited.map(say) }),
    };
  });
}

function spellingsOf(name: LocalizedText): Partial<Record<string, string>> {
  return typeof name === 'string' ? { name } : name;
}

/** What the rows of a part are called; none for parts whose rows are called by an identifier or a day. */
function namesOf(part: ChangedPart, { vendorBySlug }: Catalog, facts: Facts): LocalizedText[] {
  switch (part) {
    case 'affected':
      return facts.affected.map(({ product }) => product);
    case 'vulnerabilities':
      return facts.vulnerabilities.flatMap(({ title }) => title ?? []);
    case 'vendors':
      return facts.vendors.flatMap(({ vendor }) => vendorBySlug.get(vendor)?.facts.name ?? []);
    case 'references':
      return facts.references.map(({ title }) => title);
    case 'credits':
      return facts.credits.flatMap(({ name }) => name ?? []);
    default:
      return [];
  }
}
