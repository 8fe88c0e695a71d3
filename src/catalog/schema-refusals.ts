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
]);

/** Values that pass each pattern of the schemas: an example says more than a regular expression. */
const EXAMPLES = [
  'CVE-2024-12345',
  'CWE-79',
  'cpe:2.3:a:example:product:*:*:*:*:*:*:*:*',
  'pkg:npm/example-product',
  '2018-12-21T14:00:00+09:00',
  '2018-12-21',
  '/jp/',
  '1',
  'JVN#',
  'ja',
  'example-vendor',
];

const FORMATS: Readonly<Record<string, string>> = {
  url: 'https://www.example.com/',
  email: 'psirt@example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2018-12-21',
};

/** An example of what a format or a pattern accepts, or the pattern itself when no example is known. */
export function describePattern(format: string, pattern: string): string {
  const known = FORMATS[format];
  if (known !== undefined) return known;
  const source = /^\/(.*)\/[a-z]*$/s.exec(pattern)?.[1];
  if (source === undefined) return format;
  const expression = new RegExp(source, 'u');
  return EXAMPLES.find((example) => expression.test(example)) ?? source;
}
