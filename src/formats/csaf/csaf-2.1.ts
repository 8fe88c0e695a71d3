import type {
  Csaf20,
  CsafBranch,
  CsafFullProductName,
  CsafScore,
  CsafStatus,
  CsafVulnerability,
} from './csaf-2.0.ts';

/**
 * The part of a CSAF 2.1 document that this project writes (CSAF 2.1, committee specification draft 02, §3.2), as it
 * differs from 2.0.
 */
export interface Csaf21 {
  $schema: string;
  document: Omit<Csaf20['document'], 'csaf_version' | 'distribution'> & {
    csaf_version: '2.1';
    distribution: { text?: string | undefined; tlp: { label: 'CLEAR'; url: string } };
  };
  product_tree?: { branches: Csaf21Branch[] } | undefined;
  vulnerabilities?: Csaf21Vulnerability[] | undefined;
}

export interface Csaf21Branch extends Omit<CsafBranch, 'branches' | 'product'> {
  branches?: Csaf21Branch[] | undefined;
  product?:
    | (Omit<CsafFullProductName, 'product_identification_helper'> & {
        product_identification_helper?:
          { cpe?: string | undefined; purls?: string[] | undefined } | undefined;
      })
    | undefined;
}

export interface Csaf21Vulnerability extends Omit<
  CsafVulnerability,
  'cwe' | 'product_status' | 'release_date' | 'scores'
> {
  cwes: { id: string; name: string; version: string }[];
  disclosure_date: string;
  first_known_exploitation_dates?:
    { date: string; exploitation_date: string; product_ids: string[] }[] | undefined;
  metrics: Csaf21Metric[];
  product_status?: Partial<Record<CsafStatus | 'unknown', string[]>> | undefined;
}

export interface Csaf21Metric {
  content: Pick<CsafScore, 'cvss_v2' | 'cvss_v3'> & {
    cvss_v4?: { baseScore: number; baseSeverity: string; vectorString: string; version: '4.0' } | undefined;
  };
  products: string[];
}
