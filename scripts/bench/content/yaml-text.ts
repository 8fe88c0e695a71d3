/** A value as front matter knows it: text, lists and maps. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/** Formats a map as YAML block style, the way people write front matter. Keys without a value are left out. */
export function formatYaml(map: Readonly<Record<string, YamlValue | undefined>>): string {
  return formatMap(map, '').join('\n') + '\n';
}

function formatMap(map: Readonly<Record<string, YamlValue | undefined>>, indent: string): string[] {
  return Object.entries(map).flatMap(([key, value]) =>
    value === undefined ? [] : formatEntry(`${indent}${key}:`, value, indent),
  );
}

function formatEntry(label: string, value: YamlValue, indent: string): string[] {
  if (typeof value !== 'object') return [`${label} ${formatScalar(value)}`];
  if (isList(value)) return formatList(label, value, indent);
  return [label, ...formatMap(value, `${indent}  `)];
}

function formatList(label: string, list: readonly YamlValue[], indent: string): string[] {
  if (list.length === 0) return [`${label} []`];
  if (list.every((item) => typeof item === 'string' && item.length < 24)) {
    return [`${label} [${list.map(formatFlowScalar).join(', ')}]`];
  }
  return [label, ...list.flatMap((item) => formatItem(item, `${indent}  `))];
}

function formatItem(item: YamlValue, indent: string): string[] {
  if (typeof item !== 'object') return [`${indent}- ${formatScalar(item)}`];
  if (isList(item)) throw new Error('Front matter has no lists of lists.');
  const [first = '', ...rest] = formatMap(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** Inside brackets only the plainest text may stand without quotes. */
function formatFlowScalar(value: YamlValue): string {
  return typeof value === 'string' && /^[A-Z][A-Za-z0-9-]*$/.test(value) ? value : JSON.stringify(value);
}

/** Text that starts with a letter and holds nothing that YAML could mistake needs no quotes. */
function formatScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = /^(?:\p{L}|\d{4}-)[^#:"'[\]{}\n]*(?::[^\s#"'[\]{}]+)*$/u.test(value) && !/\s$/.test(value);
  return isPlain && !/^(?:true|false|null|yes|no)$/i.test(value) ? value : JSON.stringify(value);
}
