import type { Catalog } from '#catalog/catalog.ts';
import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { findingsAddress } from '../addresses.ts';
import type { FindingsView, PreviewFinding } from '../preview.ts';
import { buildHead } from './head.ts';

/** The list of everything that `check` finds, for authors only. */
export function findingsView(
  { site }: Catalog,
  language: Language,
  findings: readonly PreviewFinding[],
): FindingsView {
  const { title, description } = wordsOf(language).preview.findings;
  const addressIn = (other: Language) => findingsAddress(site, other);
  const trail = [{ label: title, address: addressIn(language) }];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    kind: 'findings',
    head: buildHead(site, language, { title, description, addressIn, trail, noindex: true }),
    errors,
    warnings: findings.length - errors,
    files: [...Map.groupBy(findings, ({ file }) => file)].map(([file, own]) => ({ file, findings: own })),
  };
}
