import { placeOf } from '#catalog/source.ts';
import { buildYamlPositions, type TextPlace, type YamlPositions } from '#catalog/yaml-positions.ts';

export type { TextPlace };
export { placeOf as placeAt };

/** Where the fields of a YAML file or of a Markdown file's front matter stand. */
export function positionsOf(source: string): YamlPositions {
  const frontMatter = /^---\n([\s\S]*?)(?:\n---(?:\n|$)|$)/u.exec(source)?.[1];
  return buildYamlPositions(frontMatter === undefined ? source : `\n${frontMatter}\n`);
}

/** A field's place; when the field is absent, that of the nearest field above it. */
export function locateField(
  source: string,
  path: readonly (string | number)[],
  at: 'key' | 'value',
): TextPlace {
  const positions = positionsOf(source);
  return at === 'key' ? positions.locateKey(path) : positions.locate(path);
}
