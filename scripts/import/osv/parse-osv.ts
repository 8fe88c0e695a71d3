import YAML from 'yaml';
import { YAML_OPTIONS } from '#catalog/yaml.ts';
import type { Refusal } from '../format.ts';
import { parseJson } from '../facts/parse-json.ts';

/** Every scalar is a text, as in a version `1.10`; what is wrong is told with its line. */
const OPTIONS = { ...YAML_OPTIONS, prettyErrors: true } as const;

/** A file of OSV records, JSON or YAML by its name. */
export function parseOsv(
  path: string,
  text: string,
): { readonly value: unknown } | { readonly refusal: Refusal } {
  return /\.ya?ml$/iu.test(path) ? parseYaml(text) : parseJson(text);
}

function parseYaml(text: string): { readonly value: unknown } | { readonly refusal: Refusal } {
  try {
    const document = YAML.parseDocument(text.replace(/^\uFEFF/u, ''), OPTIONS);
    const [error] = document.errors;
    if (error !== undefined) return { refusal: refuse(error) };
    return { value: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (error) {
    // Documents that are nested too deeply end the stack; aliases are refused.
    if (error instanceof RangeError || error instanceof ReferenceError) return { refusal: refuse() };
    throw error;
  }
}

function refuse(error?: YAML.YAMLError): Refusal {
  const [start] = error?.linePos ?? [];
  return {
    why: 'syntax',
    ...(start !== undefined && { at: `${start.line}:${start.col}` }),
    what: error === undefined ? 'YAML' : `YAML: ${error.code}`,
  };
}
