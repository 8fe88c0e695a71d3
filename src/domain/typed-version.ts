import { isVersion } from './version-range.ts';

/**
 * One version as a reader types it, or why it is none:
 * - `empty`: nothing was typed
 * - `range`: an operator or a wildcard (`>=4.0`, `4.x`, `*`)
 * - `words`: words beside or instead of the version (`4.0 以前`, `latest`, a product's name)
 * - `several`: more than one version
 * - `unreadable`: no version by the grammar of `version-range.ts`
 */
export type TypedVersion = { readonly version: string } | { readonly problem: TypedProblem };

type TypedProblem = 'empty' | 'range' | 'words' | 'several' | 'unreadable';

/** Longer than a version may be with everything around it that is taken away. */
const MAX_LENGTH = 200;
const decoration = /^(?:バージョン|version|ver|v|=)[.:\s]*(?=\d)/iu;
const suffix = /(?<=\d)\s+(sp|rc|beta|alpha|build|patch)\s*(?=\d*$)/iu;
/** What is no version, by the first pattern that fits. */
const problems: readonly (readonly [pattern: RegExp, problem: TypedProblem])[] = [
  [/^$/u, 'empty'],
  [/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}〜]|(?:^|[\s<])\p{L}{2,}(?![\p{L}\d])/u, 'words'],
  [/[<>=*^≤≥≦≧]|\.x$|^~/iu, 'range'],
  [/[,;|、]|\d\s+\S*\d/u, 'several'],
];

/** Reads what stands in the field of “is my version affected?”: full-width text, `v1.2`, `Ver. 4.0` and `4.0 SP1` are versions. */
export function parseTypedVersion(text: string): TypedVersion {
  if (text.length > MAX_LENGTH) return { problem: 'unreadable' };
  const version = text.normalize('NFKC').trim().replace(decoration, '').replace(suffix, '-$1');
  const [, problem] = problems.find(([pattern]) => pattern.test(version)) ?? [];
  if (problem === undefined && isVersion(version)) return { version };
  return { problem: problem ?? 'unreadable' };
}
