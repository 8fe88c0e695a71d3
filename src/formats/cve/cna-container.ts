/**
 * What CVE Services takes to publish or update a record (`POST` and `PUT /api/cve/<CVE>/cna`), with those fields that
 * are written here (CVE Record Format 5.1.1, `cnaPublishedContainer`; `packageURL` is of 5.2.0 and allowed by 5.1.1).
 */
export interface CnaDocument {
  cnaContainer: CnaContainer;
}

export interface CnaContainer {
  providerMetadata: { orgId: string };
  title: string;
  datePublic: string;
  descriptions: CnaText[];
  affected: CnaProduct[];
  problemTypes?: { descriptions: CnaProblem[] }[];
  metrics?: CnaMetric[];
  references: CnaReference[];
  solutions?: CnaText[];
  workarounds?: CnaText[];
  timeline?: (CnaText & { time: string })[];
  credits?: (CnaText & { type: string })[];
  source: { advisory: string; discovery: 'UNKNOWN' };
}

export interface CnaText {
  lang: string;
  /** 4096 characters at most. */
  value: string;
}

export interface CnaProduct {
  vendor: string;
  product: string;
  collectionURL?: string;
  packageName?: string;
  packageURL?: string;
  repo?: string;
  cpes?: string[];
  versions?: CnaVersion[];
  defaultStatus: CnaStatus;
}

type CnaStatus = 'affected' | 'unaffected' | 'unknown';

/** A version, or a range from `version` on. */
export interface CnaVersion {
  version: string;
  status: CnaStatus;
  versionType?: string;
  lessThan?: string;
  lessThanOrEqual?: string;
}

interface CnaProblem {
  lang: 'en';
  description: string;
  type: 'CWE' | 'text';
  cweId?: string;
}

export interface CnaReference {
  url: string;
  name?: string;
  tags?: string[];
}

/** One score under the key of its version. */
export interface CnaMetric {
  format: 'CVSS';
  scenarios: [{ lang: 'en'; value: 'GENERAL' }];
  cvssV2_0?: CnaScore;
  cvssV3_0?: CnaScore;
  cvssV3_1?: CnaScore;
  cvssV4_0?: CnaScore;
}

interface CnaScore {
  version: string;
  vectorString: string;
  baseScore: number;
  /** Absent in version 2.0, which has no such words. */
  baseSeverity?: string;
}
