import type { BaseContent } from '#lint/lint-context.ts';
import { parseContentPath } from '#catalog/content-path.ts';
import { parseFile } from '#catalog/parse-file.ts';
import type { ComparedAdvisory } from '#domain/revision-changes.ts';
import type { Language } from '#domain/language.ts';
import { toComparedAdvisory } from '#lint/compared-advisory.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './usage-error.ts';

/**
 * The advisories that differ from a commit, as they were there. Files that could not be read then are left out.
 * The commit is the point where the present branch left `ref`, so that what others changed since does not count.
 * @throws {UsageError} when git does not know the commit or cannot compare with it
 */
export function loadBaseContent(
  { git, contentDir }: Pick<Environment, 'git' | 'contentDir'>,
  ref: string,
  language: Language,
): BaseContent {
  const commit = git([
    '-C',
    contentDir,
    'rev-parse',
    '--verify',
    '--end-of-options',
    `${ref}^{commit}`,
  ])?.trim();
  if (commit === undefined) throw new UsageError('unknown-argument', `--base ${ref}`);
  const fork = git(['-C', contentDir, 'merge-base', commit, 'HEAD'])?.trim() ?? commit;
  const changed = git([
    '-C',
    contentDir,
    'diff',
    '--name-only',
    '--relative',
    '--no-renames',
    '-z',
    fork,
    '--',
    '.',
  ]);
  // Without an answer nothing would seem to have changed, and every rule about changes would be content.
  if (changed === undefined) throw new UsageError('unknown-argument', `--base ${ref}`);
  const files = changed.split('\0').filter((file) => parseContentPath(file)?.kind === 'advisory');
  const entries = files.flatMap((file) => {
    const text = git(['-C', contentDir, 'show', `${fork}:./${file}`]);
    const before = text === undefined ? undefined : parseBefore(file, text, language);
    return before === undefined ? [] : [[file, before] as const];
  });
  return new Map(entries);
}

function parseBefore(file: string, text: string, language: Language): ComparedAdvisory | undefined {
  const place = parseContentPath(file);
  const slug = place?.kind === 'advisory' ? place.slug : '';
  const { facts, body } = parseFile({ kind: 'advisory', file, slug, language }, Buffer.from(text));
  return facts === undefined ? undefined : toComparedAdvisory(facts, body);
}
