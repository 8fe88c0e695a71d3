/** What content files may hold: text, lists and maps. Types come later, from the schemas. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };
export type YamlMapping = Readonly<Record<string, YamlValue>>;

/** Deepest nesting of lists and maps; an advisory needs six. */
export const MAX_YAML_DEPTH = 32;

/** Keys that mean something to the YAML merge type or to JavaScript, and nothing to us. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['<<', '__proto__']);
