/**
 * The part of a CSAF 2.0 document that this project writes, as TypeScript reads it (CSAF 2.0 §3.2). Names are the
 * standard's. What is `undefined` or empty is left out before a document leaves this room.
 */
export interface Csaf20 {
  document: {
    acknowledgments?: CsafAcknowledgment[] | undefined;
    aggregate_severity?: { namespace: string; text: string } | undefined;
    category: CsafCategory;
    csaf_version: '2.0';
    distribution: { text?: string | undefined; tlp: { label: 'WHITE'; url: string } };
    lang: string;
    notes: CsafNote[];
    publisher: CsafPublisher;
    references: CsafReference[];
    source_lang?: string | undefined;
    title: string;
    tracking: CsafTracking;
  };
  product_tree?: CsafProductTree | undefined;
  vulnerabilities?: CsafVulnerability[] | undefined;
}

/** The profiles of CSAF 2.0 §4 that this project writes. */
export type CsafCategory =
  'csaf_base' | 'csaf_informational_advisory' | 'csaf_security_advisory' | 'csaf_vex';

export interface CsafAcknowledgment {
  names?: string[] | undefined;
  organization?: string | undefined;
  summary?: string | undefined;
}

export interface CsafNote {
  category: 'description' | 'details' | 'general' | 'legal_disclaimer' | 'other' | 'summary';
  text: string;
  title?: string | undefined;
}

export interface CsafPublisher {
  category: 'coordinator' | 'discoverer' | 'other' | 'translator' | 'user' | 'vendor';
  contact_details: string;
  name: string;
  namespace: string;
}

export interface CsafReference {
  category: 'external' | 'self';
  summary: string;
  url: string;
}

export interface CsafTracking {
  current_release_date: string;
  generator: { engine: CsafEngine };
  id: string;
  initial_release_date: string;
  revision_history: { date: string; number: string; summary: string }[];
  status: 'final';
  version: string;
}

/** The program that made a document. */
export interface CsafEngine {
  name: string;
  version: string;
}

export interface CsafProductTree {
  branches: CsafBranch[];
}

export interface CsafBranch {
  category: 'vendor' | 'product_name' | 'product_version' | 'product_version_range';
  name: string;
  branches?: CsafBranch[] | undefined;
  product?: CsafFullProductName | undefined;
}

export interface CsafFullProductName {
  name: string;
  product_id: string;
  product_identification_helper?: { cpe?: string | undefined; purl?: string | undefined } | undefined;
}

/** The product statuses that this project writes (CSAF 2.0 §3.2.3.9). */
export type CsafStatus = 'fixed' | 'known_affected' | 'known_not_affected' | 'under_investigation';

export interface CsafVulnerability {
  cve?: string | undefined;
  cwe?: { id: string; name: string } | undefined;
  flags?: { label: string; product_ids: string[] }[] | undefined;
  ids?: { system_name: string; text: string }[] | undefined;
  involvements?: CsafInvolvement[] | undefined;
  notes: CsafNote[];
  product_status?: Partial<Record<CsafStatus, string[]>> | undefined;
  release_date: string;
  remediations?: CsafRemediation[] | undefined;
  scores?: CsafScore[] | undefined;
  threats?: CsafThreat[] | undefined;
  title?: string | undefined;
}

export interface CsafInvolvement {
  date?: string | undefined;
  party: 'coordinator' | 'discoverer' | 'other' | 'user' | 'vendor';
  status: 'completed' | 'contact_attempted' | 'in_progress' | 'open';
  summary?: string | undefined;
}

export interface CsafRemediation {
  category: 'mitigation' | 'none_available' | 'vendor_fix' | 'workaround';
  details: string;
  product_ids: string[];
  url?: string | undefined;
}

export interface CsafScore {
  cvss_v2?: { baseScore: number; vectorString: string; version: '2.0' } | undefined;
  cvss_v3?:
    { baseScore: number; baseSeverity: string; vectorString: string; version: '3.0' | '3.1' } | undefined;
  products: string[];
}

export interface CsafThreat {
  category: 'exploit_status' | 'impact';
  date?: string | undefined;
  details: string;
  product_ids?: string[] | undefined;
}
