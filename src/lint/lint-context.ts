import type { AdvisoryFacts, TranslationFacts } from '#domain/advisory.ts';
import type { AdvisoryFile, Content, TranslationFile, VendorFile } from '#catalog/content.ts';
import type { ComparedAdvisory } from '#domain/revision-changes.ts';
import type { Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { VendorFacts } from '#domain/vendor.ts';
import { frontMatterOf, proseOf } from './prose.ts';

export type ReadAdvisory = AdvisoryFile & { facts: AdvisoryFacts };
type ReadTranslation = TranslationFile & { words: TranslationFacts };

/** Published advisories as they were at another commit, by file. */
export type BaseContent = ReadonlyMap<string, ComparedAdvisory>;

export interface LintOptions {
  /** The moment of the check, RFC 3339. */
  now: string;
  /** What the content is compared with; without it, rules about changes stay silent. */
  base?: BaseContent;
}

/** Everything that rules may look at. */
export interface LintContext extends LintOptions {
  content: Content;
  site: Site | undefined;
  /** The site's first language; Japanese when `site.yaml` cannot be read. */
  firstLanguage: Language;
  /** Files whose front matter holds. */
  advisories: readonly ReadAdvisory[];
  translations: readonly ReadTranslation[];
  advisoryBySlug: ReadonlyMap<string, AdvisoryFile>;
  /** Every file of `vendors/`, also those with problems; facts are absent from those. */
  vendors: ReadonlyMap<string, VendorFacts | undefined>;
  /** Advisories, translations and vendors. */
  files: readonly (AdvisoryFile | TranslationFile | VendorFile)[];
  /** A file's YAML. An offset into it is an offset into the file. */
  frontMatter: (file: string) => string;
  /** The prose of an advisory, a translation or a page with everything else, code included, blanked out. */
  prose: (file: string) => string;
}

export function buildLintContext(content: Content, options: LintOptions): LintContext {
  return {
    ...options,
    content,
    site: content.site,
    firstLanguage: content.site?.languages[0] ?? 'ja',
    advisories: content.advisories.filter((file): file is ReadAdvisory => file.facts !== undefined),
    translations: content.translations.filter((file): file is ReadTranslation => file.words !== undefined),
    advisoryBySlug: new Map(content.advisories.map((file) => [file.slug, file])),
    vendors: new Map(content.vendors.map(({ slug, facts }) => [slug, facts])),
    files: [...content.advisories, ...content.translations, ...content.vendors],
    frontMatter: (file) => frontMatterOf(file, content.source(file)),
    prose: (file) => (/\.mdx?$/.test(file) ? proseOf(content.source(file)) : ''),
  };
}
