import { existsSync } from 'node:fs';
import type { Content } from '#catalog/content.ts';
import { loadContent } from '#catalog/load-content.ts';
import type { Finding } from '#domain/finding.ts';
import { lintContent } from '#lint/lint-content.ts';

/**
 * The errors that `npm run check` would find in the staged files once they stand in their place, by file.
 * @param staging holds the staged files, and site.yaml as it will be
 * @param now RFC 3339
 */
export function checkStaged(
  staging: string,
  folder: string,
  now: string,
): ReadonlyMap<string, readonly Finding[]> {
  const staged = loadContent(staging);
  const present = existsSync(folder) ? loadContent(folder) : undefined;
  const content = present === undefined ? staged : layOver(present, staged);
  const errors = lintContent(content, { now }).filter(({ severity }) => severity === 'error');
  return Map.groupBy(errors, ({ file }) => file);
}

/** What stands there, with the staged files in place of those of their names. */
function layOver(present: Content, staged: Content): Content {
  const files = filesOf(staged);
  const join = <Entry extends { readonly file: string }>(
    below: readonly Entry[],
    above: readonly Entry[],
  ): Entry[] => [...below.filter(({ file }) => !files.has(file)), ...above];
  return {
    ...present,
    ...(staged.site && { site: staged.site }),
    advisories: join(present.advisories, staged.advisories),
    translations: join(present.translations, staged.translations),
    vendors: join(present.vendors, staged.vendors),
    problems: join(present.problems, staged.problems),
    source: (file) => (files.has(file) ? staged : present).source(file),
  };
}

function filesOf({ advisories, translations, vendors, problems }: Content): ReadonlySet<string> {
  const entries = [...advisories, ...translations, ...vendors, ...problems];
  return new Set(['site.yaml', ...entries.map(({ file }) => file)]);
}
