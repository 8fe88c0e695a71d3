import { z } from 'zod';

/**
 * Kinds of problem for the refusals that schemas word themselves (`error: '…'` in `src/domain`).
 * A refusal without a line here becomes `schema-value`; a test walks through all of them.
 */
export const refusalKinds: ReadonlyMap<string, string> = new Map([
  ['no such moment in the calendar', 'schema-calendar'],
  ['no such day in the calendar', 'schema-calendar'],
  ['at least one language is needed', 'schema-empty'],
  ['give a name, or anonymous: true, not both', 'credit-name'],
  ['state: withdrawn and withdrawal: { at, reason } belong together', 'withdrawal-mismatch'],
  ['this path is used by the site itself', 'family-path-reserved'],
  ['two families share a path', 'family-twice'],
  ['two families share a prefix', 'family-twice'],
  ['use only digits, letters, [classes], {counts}, groups and alternatives', 'family-pattern'],
  ['not an IANA time zone', 'site-timezone'],
  ['a language is named twice', 'site-language-twice'],
  ['the site stands at the root of its host', 'site-url'],
  ['a site path goes down only', 'redirect-path'],
  ['an entry that was answered keeps its number, answeredOn and stages.listed only', 'unreachable-answered'],
  ['an entry needs name and stages until it is answered', 'unreachable-incomplete'],
]);

/** What zod's own formats look like. A schema with a pattern of its own bears an example (`.meta({ examples: […] })`). */
const FORMATS: Readonly<Record<string, string>> = {
  url: 'https://www.example.com/',
  email: 'psirt@example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2018-12-21',
};

/** What to write: the schema's own example, one of the format, or the pattern itself when neither is known. */
export function describePattern(schemas: readonly z.ZodType[], format: string, pattern: string): string {
  const examples = schemas.map((schema) => z.globalRegistry.get(schema)?.['examples']);
  const own = examples.flatMap((list) => (Array.isArray(list) ? list.map(String) : []))[0];
  return own ?? FORMATS[format] ?? /^\/(.*)\/[a-z]*$/s.exec(pattern)?.[1] ?? format;
}
