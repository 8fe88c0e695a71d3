import type { CaseRecord } from '#coordination/case-record.ts';
import { buildCanaries } from '#coordination/leaks/build-canaries.ts';
import { type Canary, scanText } from '#coordination/leaks/scan-text.ts';
import { isConfidential } from '#domain/case.ts';
import { compareInstants, type Instant } from '#domain/dates.ts';
import type { Cases, Desk } from '../desk.ts';
import { loadDraft } from '../room/drafts.ts';
import { loadPublished } from './published.ts';

/** A word that must stand nowhere in public, and the case that it would tell of. */
export type CaseCanary = Canary & { code: string; receivedAt: Instant };

/** The canaries of one case: what its ledger, its drafts and the hub's entries about its vendors hold. */
export function canariesOf(
  { contacts }: Cases,
  hubRepo: string,
  record: CaseRecord,
  drafts: readonly string[],
): CaseCanary[] {
  const { code, receivedAt } = record;
  const own = record.vendors.flatMap(({ vendor }) => contacts.get(vendor) ?? []);
  const canaries = buildCanaries(record, { contacts: own, drafts, repos: [hubRepo] }, []);
  return canaries.map((canary) => ({ ...canary, code, receivedAt }));
}

/** The canaries of all cases that are not public, with what stands in their rooms when `withDrafts`. */
export async function loadCanaries(
  desk: Desk,
  cases: Cases,
  options: { withDrafts: boolean; except?: string },
): Promise<CaseCanary[]> {
  const found: CaseCanary[] = [];
  for (const record of cases.records.values()) {
    const { code, state, publications, rooms } = record;
    if (code === options.except || !isConfidential(state, publications.length > 0)) continue;
    const drafts: string[] = [];
    if (options.withDrafts) {
      for (const room of rooms) drafts.push(...((await loadDraft(desk, room))?.files.values() ?? []));
    }
    found.push(...canariesOf(cases, desk.hubRepo, record, drafts));
  }
  return found;
}

/**
 * Leaves out what the public knew before the case began: phrases of older advisories, and words of public vendor files.
 * What an advisory says that was published later may come from the case and is no excuse.
 */
export function withoutPublicKnowledge({ environment }: Desk, canaries: readonly CaseCanary[]): CaseCanary[] {
  const content = loadPublished(environment);
  const scan = scanText(canaries);
  const known = new Set<CaseCanary>();
  for (const { file } of content.vendors) for (const canary of scan(content.source(file))) known.add(canary);
  for (const { file, facts } of content.advisories) {
    if (facts === undefined) continue;
    for (const canary of scan(content.source(file))) {
      if (compareInstants(facts.publishedAt, canary.receivedAt) < 0) known.add(canary);
    }
  }
  return canaries.filter((canary) => !known.has(canary));
}
