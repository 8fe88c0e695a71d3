import type { Advisory } from '#catalog/catalog.ts';
import { describeVulnerability, unspeakableIn } from '#formats/cve/cna-description.ts';
import { listOwnCves } from '#formats/cve/list-own-cves.ts';
import { toCnaDocument } from '#formats/cve/to-cna-container.ts';
import { formatJson } from '#formats/format-json.ts';
import type { AdvisoryRecord, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { oncePer } from '#domain/once.ts';
import { cveAddress } from './export-addresses.ts';
import type { Exports } from './exports.ts';
import type { PlanFormat } from './planned-format.ts';

/**
 * The CNA containers of the CVEs that the site's own CNA assigned, where there is an English description. When several
 * advisories tell of one CVE, the first that was published makes its file.
 */
export const planCve: PlanFormat = (exports, { advisory, record, basis }) => {
  const { cna } = exports.index.catalog.site;
  if (cna === undefined) return [];
  const owners = ownersOf(exports);
  return listCves(exports, advisory)
    .filter((cve) => owners.get(cve) === advisory.slug)
    .map((cve) => ({
      kind: 'file',
      format: 'cve',
      address: cveAddress(cve),
      type: 'application/json',
      render: () => {
        const all = record();
        return formatJson(toCnaDocument(all, findVulnerability(all, cve), cna.orgId));
      },
      basis: () => `${cve} ${basis()}`,
    }));
};

function findVulnerability(record: AdvisoryRecord, cve: string): RecordVulnerability & { cve: string } {
  const found = record.vulnerabilities.find((vulnerability) => vulnerability.cve === cve);
  if (found === undefined) throw new Error(`${record.id} does not hold ${cve}, for which it was planned.`);
  return { ...found, cve };
}

/** The slug of the advisory that makes the file, by CVE; told once for all advisories of a plan. */
const ownersOf = oncePer(
  (exports: Exports): ReadonlyMap<string, string> =>
    new Map(
      exports.entries.flatMap(({ advisory }) =>
        listCves(exports, advisory).map((cve) => [cve, advisory.slug] as const),
      ),
    ),
);

function listCves({ index }: Exports, { slug, facts, texts }: Advisory): string[] {
  const { cna, languages } = index.catalog.site;
  if (cna === undefined || texts.en === undefined || !languages.includes('en')) return [];
  const { state, vulnerabilities, affected: products } = facts;
  const own = listOwnCves({ state, vulnerabilities, products }, cna);
  if (own.length === 0) return [];
  const description = describeVulnerability(texts.en.body.sections, unspeakableIn(facts, slug));
  return description === undefined ? [] : own;
}
