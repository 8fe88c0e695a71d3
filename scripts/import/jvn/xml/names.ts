/** The names under which readers know the namespaces of JVN's documents; both generations of mod_sec are one. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['http://jvn.jp/vuldef/', ''],
  ['http://purl.org/rss/1.0/', ''],
  ['http://jvndb.jvn.jp/myjvn/Results', ''],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://jvn.jp/rss/mod_sec/', 'sec'],
  ['http://jvn.jp/rss/mod_sec/1.0/', 'sec'],
  ['http://jvn.jp/rss/mod_sec/2.0/', 'sec'],
  ['http://jvn.jp/rss/mod_sec/3.0/', 'sec'],
  ['http://purl.org/rss/1.0/modules/syndication/', 'sy'],
  ['http://data-marking.mitre.org/Marking-1', 'marking'],
  ['http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1', 'tlpMarking'],
  ['http://jvndb.jvn.jp/myjvn/Status', 'status'],
  ['http://jvndb.jvn.jp/myjvn/Statistics', 'mjstat'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/2000/xmlns/', 'xmlns'],
]);

const BY_PREFIX = new Map([...PREFIXES].map(([uri, prefix]) => [prefix, uri]));

/**
 * The namespace that a prefix means where a document forgot to declare it, as documents cut out of others do; nothing
 * for prefixes that JVN does not use.
 */
export function namespaceOf(prefix: string): string | undefined {
  return prefix === '' ? undefined : BY_PREFIX.get(prefix);
}

/** A name by its namespace, however the document abbreviates that: `Title`, `sec:cvss`, `{http://other.example/}name`. */
export function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES.get(uri) ?? PREFIXES.get(uri.replace(/^https:/u, 'http:'));
  if (prefix === undefined) return `{${uri}}${local}`;
  return prefix === '' ? local : `${prefix}:${local}`;
}
