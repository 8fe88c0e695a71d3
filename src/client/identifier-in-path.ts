/** How the identifiers of one family look: `['JVN#', '[0-9]{8}']`. */
export type FamilyShape = readonly [prefix: string, pattern: string];

const CVE: FamilyShape = ['CVE-', '[0-9]{4}-[0-9]{4,}'];

/**
 * The identifier that an address holds, in its printed form, however it was spelled: `/jp/jvn12345678/index.html`
 * gives `JVN#12345678`. The longest prefix wins, so that `JVNVU12345678` is never one of `JVN`. The search reads queries by
 * itself (`query-identifiers.ts`): it knows kinds of identifiers, this page only the families of its site, in few bytes.
 */
export function identifierIn(path: string, families: readonly FamilyShape[]): string | undefined {
  const text = decode(path).normalize('NFKC');
  const shapes = [...families, CVE].toSorted(([a], [b]) => b.length - a.length);
  for (const [prefix, pattern] of shapes) {
    const start = prefix.replace(/[#-]$/, '');
    const match = new RegExp(`(?<![a-z0-9])${start}[-#_ ]?(${pattern})(?![a-z0-9])`, 'iu').exec(text);
    if (match?.[1] !== undefined) return prefix + match[1];
  }
  return undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
