/** An OSV record, with those fields that are written here (OSV schema 1.7.5, field details). */
export interface OsvRecord {
  schema_version: string;
  id: string;
  /** RFC 3339 in UTC, as all times here. */
  modified: string;
  published: string;
  withdrawn?: string;
  aliases?: string[];
  upstream?: string[];
  related?: string[];
  /** One line of plain English text. */
  summary: string;
  /** English, CommonMark. */
  details?: string;
  severity?: OsvSeverity[];
  affected: OsvAffected[];
  references: OsvReference[];
  credits?: OsvCredit[];
  database_specific: { advisory: string; cwe_ids?: string[] };
}

export interface OsvSeverity {
  type: 'CVSS_V2' | 'CVSS_V3' | 'CVSS_V4';
  /** The vector. */
  score: string;
}

/** One package, or one product that stands in no registry and is told by commits alone. */
export interface OsvAffected {
  package?: { ecosystem: string; name: string; purl: string };
  ranges?: OsvRange[];
  versions?: string[];
}

export interface OsvRange {
  type: 'SEMVER' | 'ECOSYSTEM' | 'GIT';
  /** With `GIT` only. */
  repo?: string;
  events: OsvEvent[];
}

export type OsvEvent = { introduced: string } | { fixed: string } | { last_affected: string };

export interface OsvReference {
  type: 'ADVISORY' | 'FIX' | 'WEB';
  url: string;
}

export interface OsvCredit {
  name: string;
  type: 'FINDER' | 'REPORTER' | 'ANALYST' | 'COORDINATOR' | 'REMEDIATION_DEVELOPER' | 'OTHER';
}
