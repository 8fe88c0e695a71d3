import type { SpokenText } from './language.ts';
import { matchVersions, type VersionMatch, type VersionRange } from './version-range.ts';

/** Everything from which a page answers “is my version affected?”, as JSON. */
export interface VersionTable {
  products: readonly {
    name: SpokenText;
    /** Present when the table has products of several vendors. */
    vendor?: SpokenText;
  }[];
  /** The advisories that the entries come from. */
  sources: readonly {
    /** Empty on the advisory's own page. */
    address: string;
    /** Absent on the advisory's own page, where entries are called by their product. */
    title?: SpokenText;
    /** Whether it has a section on the solution. */
    solution: boolean;
  }[];
  entries: readonly VersionEntry[];
}

/** One entry of `affected`. */
export interface VersionEntry {
  /** Places in the table's lists. */
  product: number;
  source: number;
  /** The id of its row on the advisory's page. */
  anchor: string;
  /** Each range with its phrase in the page's language. */
  ranges: readonly (readonly [range: VersionRange, phrase: string])[];
  fixed: readonly string[];
  note?: SpokenText;
  /** Present when the advisory has others that do not concern this entry. */
  cves?: readonly string[];
}

/**
 * What an entry says about a version. `unknown` means that it states no range; `outside` is no promise that the version
 * has no vulnerability, only that the advisory does not speak about it.
 */
export interface VersionAnswer {
  verdict: 'affected' | 'unknown' | 'outside';
  reason: VersionMatch['because']['kind'];
  /** The phrase of the range that includes the version. */
  phrase?: string;
  fixed?: string;
}

/** Asks `matchVersions`, the generator's own rule. */
export function answerVersion({ ranges, fixed }: VersionEntry, version: string): VersionAnswer {
  const { because } = matchVersions(
    ranges.map(([range]) => range),
    fixed,
    version,
  );
  const reason = because.kind;
  if (because.kind === 'in-range') {
    const [, phrase = ''] = ranges.find(([range]) => range === because.range) ?? [];
    return { verdict: 'affected', reason, phrase };
  }
  const verdict = because.kind === 'no-ranges' ? 'unknown' : 'outside';
  return 'fixed' in because ? { verdict, reason, fixed: because.fixed } : { verdict, reason };
}
