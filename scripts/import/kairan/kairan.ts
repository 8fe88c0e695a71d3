import type { Format, ReadContext, Reading, SourceFile } from '../format.ts';
import { readAdvisoryFile } from './read-advisory-file.ts';
import { openShelf, splitPath } from './shelf.ts';
import { readRecordFile } from './read-record-file.ts';

/**
 * Advisories of another site of this kind: its content directory, or the `advisory.json` of its pages. Files of one
 * directory are read together, because an advisory refers to vendors by the names of their files.
 */
export const kairan: Format = {
  accepts: (path) => isRecord(path) || splitPath(path) !== undefined,
  group: (paths) => [
    ...Map.groupBy(paths, (path) =>
      isRecord(path) ? `record ${path}` : `folder ${splitPath(path)?.root ?? ''}`,
    ).values(),
  ],
  *read(files, context) {
    for (const file of files.filter(({ path }) => isRecord(path))) yield readRecordFile(file);
    yield* readFolder(
      files.filter(({ path }) => !isRecord(path)),
      context,
    );
  },
};

function isRecord(path: string): boolean {
  return /(?:^|\/)advisory\.json$/u.test(path);
}

function* readFolder(files: readonly SourceFile[], context: ReadContext): Generator<Reading> {
  const shelf = openShelf(files, context);
  yield* shelf.readings;
  for (const file of shelf.advisories) yield readAdvisoryFile(file, shelf, context);
}
