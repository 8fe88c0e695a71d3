/** An OpenVEX document, with those fields that are written here (OpenVEX specification 0.2.0). */
export interface OpenVexDocument {
  '@context': 'https://openvex.dev/ns/v0.2.0';
  '@id': string;
  author: string;
  role: string;
  timestamp: string;
  last_updated?: string;
  version: number;
  statements: OpenVexStatement[];
}

export interface OpenVexStatement {
  vulnerability: { '@id': string; name: string; description: string; aliases?: string[] };
  products: OpenVexProduct[];
  status: OpenVexStatus;
  status_notes?: string;
  /** With `not_affected`, one of the words of VEX. */
  justification?: string;
  /** With `not_affected`. */
  impact_statement?: string;
  /** With `affected`. */
  action_statement?: string;
}

export type OpenVexStatus = 'affected' | 'not_affected' | 'under_investigation' | 'fixed';

export interface OpenVexProduct {
  '@id': string;
  identifiers?: { purl?: string; cpe23?: string };
}
