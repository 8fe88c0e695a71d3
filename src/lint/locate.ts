import { buildPlaces } from '#catalog/source.ts';
import { buildYamlPositions, type TextPlace, type YamlPositions } from '#catalog/yaml-positions.ts';
import type { Spot } from './rule.ts';

export type { TextPlace };

/** Where the fields of a YAML file or of a Markdown file's front matter stand. */
export function positionsOf(source: string): YamlPositions {
  const frontMatter = /^---\n([\s\S]*?)(?:\n---(?:\n|$)|$)/u.exec(source)?.[1];
  return buildYamlPositions(frontMatter === undefined ? source : `\n${frontMatter}\n`);
}

/** Where spots stand. The last file stays open, because a rule mostly sees all of one before the next. */
export function buildLocator(source: (file: string) => string): (spot: Spot) => TextPlace {
  let last: OpenFile | undefined;
  const open = (file: string): OpenFile =>
    last?.file === file ? last : (last = openFile(file, source(file)));
  return ({ file, path, at, offset, place }) => {
    if (place !== undefined) return { line: place.line, column: place.column };
    if (offset !== undefined) return open(file).placeOf(offset);
    if (path === undefined) return { line: 1, column: 1 };
    const { positions } = open(file);
    // Where the field is absent, the nearest one above it.
    return at === 'key' ? positions.locateKey(path) : positions.locate(path);
  };
}

type OpenFile = ReturnType<typeof openFile>;

function openFile(file: string, source: string) {
  return { file, placeOf: buildPlaces(source), positions: positionsOf(source) };
}
