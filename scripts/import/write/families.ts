import { compareText } from '#domain/compare-text.ts';
import { formatYaml } from '#catalog/format-front-matter.ts';
import type { Tree } from '#catalog/pick-known.ts';
import { RESERVED_PATHS, type Family } from '#domain/site.ts';

/** A family of identifiers as `site.yaml` writes it. */
export type WrittenFamily = Pick<Family, 'prefix' | 'path' | 'name' | 'pattern' | 'alert'>;

/** Families that many know, by prefix. The numbers behind it are those of their publishers. */
const KNOWN: Readonly<Record<string, Omit<WrittenFamily, 'prefix'>>> = {
  'VU#': { path: 'vu', name: 'Vulnerability notes', pattern: '[0-9]{3,9}' },
  'JVN#': { path: 'jp', name: 'JVN', pattern: '[0-9A-F]{8}' },
  'JVNVU#': { path: 'jvnvu', name: 'JVNVU', pattern: '[0-9]{6,8}' },
  'JVNTA#': { path: 'ta', name: 'JVNTA', pattern: '[0-9]{8}', alert: true },
  'JVNDB-': { path: 'jvndb', name: 'JVN iPedia', pattern: '[0-9]{4}-[0-9]{6}' },
  'CVE-': { path: 'cve-records', name: 'CVE records', pattern: '[0-9]{4}-[0-9]{4,19}' },
  'GHSA-': {
    path: 'ghsa',
    name: 'GitHub security advisories',
    pattern: '[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}',
  },
  'RUSTSEC-': { path: 'rustsec', name: 'RustSec advisories', pattern: '[0-9]{4}-[0-9]{4}' },
  'MFSA-': {
    path: 'mfsa',
    name: 'Mozilla Foundation security advisories',
    pattern: '[0-9]{4}-[0-9]{2,3}',
  },
};

/** The prefix by which `site.yaml` would know an identifier; `undefined` for one that no family can have. */
export function prefixOf(id: string): string | undefined {
  return /^[A-Za-z]+[#-]?/u.exec(id)?.[0];
}

/**
 * Families for identifiers of which the site knows nothing, in the order of their prefixes.
 * @param used paths of the families that the site has
 */
export function proposeFamilies(ids: Iterable<string>, used: readonly string[] = []): WrittenFamily[] {
  const groups = Map.groupBy([...ids], (id) => prefixOf(id) ?? '');
  groups.delete('');
  const taken = new Set([...RESERVED_PATHS, ...Object.values(KNOWN).map(({ path }) => path), ...used]);
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([prefix, members]) => proposeFamily(prefix, members, taken));
}

/** @param taken gains the path of the family */
function proposeFamily(prefix: string, members: readonly string[], taken: Set<string>): WrittenFamily {
  const known = Object.hasOwn(KNOWN, prefix) ? KNOWN[prefix] : undefined;
  const rests = members.map((id) => id.slice(prefix.length));
  if (known !== undefined) {
    const isUsual = rests.every((rest) => new RegExp(`^(?:${known.pattern})$`, 'u').test(rest));
    return { prefix, ...known, ...(!isUsual && { pattern: patternOf(rests) }) };
  }
  const word = prefix.replace(/[#-]$/u, '');
  const path = freePath(word.toLowerCase(), taken);
  taken.add(path);
  return { prefix, path, name: word, pattern: patternOf(rests) };
}

/** Prefixes that differ in case or in their last sign only would have one path. */
function freePath(path: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const proposal = [path, `${path}-records`][number - 1] ?? `${path}-${number - 1}`;
    if (!taken.has(proposal)) return proposal;
  }
}

/** Any run of the signs that occur, no longer than twice the longest: what comes next will look alike. */
function patternOf(rests: readonly string[]): string {
  const signs = new Set(rests.join('').match(/[^0-9A-Za-z]/gu));
  const others = [...signs].map((sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
  const kinds = ['0-9', 'A-Z', 'a-z'].filter((kind) => new RegExp(`[${kind}]`, 'u').test(rests.join('')));
  const longest = rests.reduce((most, { length }) => Math.max(most, length), 0);
  return `[${kinds.join('')}${others}]{1,${longest * 2}}`;
}

/** The lines that an existing `site.yaml` needs for families it does not have. */
export function formatFamilies(families: readonly WrittenFamily[]): string {
  return formatYaml({ families: families.map(familyTree) });
}

export function familyTree({ prefix, path, name, pattern, alert }: WrittenFamily): Tree {
  const label: Tree = typeof name === 'string' ? name : { ...name };
  return { prefix, path, name: label, pattern, ...(alert === true && { alert }) };
}
