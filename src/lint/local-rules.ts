import type { AdvisoryFile, Content, TranslationFile, VendorFile } from '#catalog/content.ts';
import type { Finding } from '#domain/finding.ts';
import { buildLintContext, type LintContext } from './lint-context.ts';

/*
 * Local rules look at one advisory with its translations, or at one vendor, and at site.yaml: never at another one, at
 * the clock or at an earlier commit. So what they found holds until one of those files changes.
 */

/** What local rules found in earlier checks of files with the same site.yaml. */
export interface FindingMemory {
  /** @param digest covers all that the findings depend on, but for the rules and site.yaml */
  recall: (file: string, digest: string) => readonly Finding[] | undefined;
  remember: (file: string, digest: string, findings: readonly Finding[]) => void;
}

type FactsFile = AdvisoryFile | TranslationFile | VendorFile;

/** Files that are looked at together. The first one names them. */
type Unit = readonly FactsFile[];

/** So many are looked at by one rule after the other, while their prose is at hand. */
const TOGETHER = 40;

/**
 * Runs local rules over what is not remembered.
 * @param apply runs them over a context
 */
export function lintLocally(
  context: LintContext,
  memory: FindingMemory,
  apply: (context: LintContext) => Finding[],
): Finding[] {
  const found = apply(narrow(context, [], context.content.pages));
  const open: Unit[] = [];
  for (const unit of unitsOf(context)) {
    const known = memory.recall(nameOf(unit), digestOf(unit));
    if (known === undefined) open.push(unit);
    else found.push(...known);
  }
  for (let at = 0; at < open.length; at += TOGETHER) {
    const units = open.slice(at, at + TOGETHER);
    const byFile = Map.groupBy(apply(narrow(context, units.flat(), [])), ({ file }) => file);
    assertOwn(byFile.keys(), units);
    for (const unit of units) {
      const findings = unit.flatMap(({ file }) => byFile.get(file) ?? []);
      if (unit.every(({ digest }) => digest !== '')) memory.remember(nameOf(unit), digestOf(unit), findings);
      found.push(...findings);
    }
  }
  return found;
}

function unitsOf({ files }: LintContext): Iterable<Unit> {
  return Map.groupBy(files, ({ kind, slug }) => (kind === 'vendor' ? `vendors/${slug}` : slug)).values();
}

function nameOf([first]: Unit): string {
  return first?.file ?? '';
}

function digestOf(unit: Unit): string {
  return unit.map(({ file, digest }) => `${file} ${digest}`).join('\n');
}

function assertOwn(files: Iterable<string>, units: readonly Unit[]): void {
  const own = new Set(units.flat().map(({ file }) => file));
  for (const file of files) if (!own.has(file)) throw new Error(`A local rule blamed ${file}.`);
}

/** The same context with these files alone. What is no business of local rules cannot be asked for. */
function narrow({ content, now }: LintContext, files: Unit, pages: Content['pages']): LintContext {
  const advisories = files.filter((file) => file.kind === 'advisory');
  const translations = files.filter((file) => file.kind === 'translation');
  const vendors = files.filter((file) => file.kind === 'vendor');
  const seen = only(CONTENT, { ...content, advisories, translations, vendors, pages });
  return only(CONTEXT, buildLintContext(seen, { now }));
}

const CONTENT: ReadonlySet<PropertyKey> = new Set<keyof Content>([
  ...(['site', 'advisories', 'translations', 'vendors', 'pages', 'source'] as const),
]);
const CONTEXT: ReadonlySet<PropertyKey> = new Set<keyof LintContext>([
  ...(['content', 'site', 'firstLanguage', 'files', 'advisories', 'translations'] as const),
  ...(['advisoryBySlug', 'frontMatter', 'prose'] as const),
]);

function only<Whole extends object>(names: ReadonlySet<PropertyKey>, whole: Whole): Whole {
  return new Proxy(whole, {
    get(target, name) {
      if (!names.has(name)) throw new Error(`A local rule must not look at ${String(name)}.`);
      return Reflect.get(target, name) as unknown;
    },
  });
}
