import type { Advisory, Vendor } from '#catalog/catalog.ts';
import { byVendor, lastChange } from '#catalog/queries.ts';
import { compareNumbered, compareText } from '#domain/compare-text.ts';
import { toUtc } from '#domain/dates.ts';
import { toTexts } from '#formats/record/texts.ts';
import { formatUrl, vendorAddress } from '../../addresses.ts';
import type { PlannedFile, PlannedListing } from '../../plan.ts';
import { apiAddress, apiCvesAddress, apiVendorAddress } from '../export-addresses.ts';
import { type ApiPlan, planApiFile, planApiListing, toPublishedFile } from './api-plan.ts';
import { cvesOf, toReference } from './to-summary.ts';

export const vendorsAddress = apiAddress(['vendors.json']);
export const productsAddress = apiAddress(['products.json']);

/** Every vendor that advisories name, by slug. */
export function planVendorList(plan: ApiPlan): PlannedListing {
  const { catalog, vendors } = plan.exports.index;
  const inOrder = vendors.toSorted((a, b) => compareText(a.slug, b.slug));
  return planApiListing(plan, 'vendors', vendorsAddress, (published) => ({
    vendors: inOrder.map(({ slug, facts }) => {
      const advisories = byVendor(catalog, slug);
      const latest = lastChange(advisories);
      return {
        slug,
        name: toTexts(facts.name, catalog.site.languages),
        advisories: advisories.length,
        updatedAt: latest && toUtc(latest),
        file: toPublishedFile(apiVendorAddress(slug), published),
      };
    }),
  }));
}

/** For each vendor its products and advisories. */
export function planVendors(plan: ApiPlan): PlannedFile[] {
  const { catalog, vendors } = plan.exports.index;
  return vendors.map((vendor) =>
    planApiFile(
      plan,
      'vendor',
      apiVendorAddress(vendor.slug),
      () => toVendor(plan, vendor),
      () =>
        JSON.stringify([
          vendor.facts,
          ...byVendor(catalog, vendor.slug).map((advisory) => plan.entryOf(advisory).basis()),
        ]),
    ),
  );
}

function toVendor(plan: ApiPlan, { slug, facts }: Vendor): object {
  const { catalog } = plan.exports.index;
  const { site } = catalog;
  const advisories = byVendor(catalog, slug);
  return {
    slug,
    name: toTexts(facts.name, site.languages),
    url: facts.url,
    urls: Object.fromEntries(
      site.languages.map((each) => [each, formatUrl(site, vendorAddress(site, each, slug))]),
    ),
    products: listProducts(plan, slug, advisories),
    advisories: advisories.map((advisory) => {
      const row = advisory.facts.vendors.find(({ vendor }) => vendor === slug);
      return { ...plan.summaryOf(advisory), status: row?.status, statusOn: row?.statusOn };
    }),
  };
}

function listProducts({ exports }: ApiPlan, slug: string, advisories: readonly Advisory[]): object[] {
  const { languages } = exports.index.catalog.site;
  const named = advisories.flatMap((advisory) =>
    advisory.facts.affected
      .filter(({ vendor }) => vendor === slug)
      .map(({ product, cpe, purl }) => ({ advisory, name: toTexts(product, languages), cpe, purl })),
  );
  return gather(named, ({ name, cpe, purl }) => JSON.stringify([cpe ?? '', purl ?? '', name])).map(
    ([, [first, ...rest]]) => ({
      name: first.name,
      cpe: first.cpe,
      purl: first.purl,
      advisories: toReferences(exports, [first, ...rest]),
    }),
  );
}

/** What advisories name by CPE and by package URL. */
export function planProducts(plan: ApiPlan): PlannedFile {
  const { exports } = plan;
  const named = exports.index.catalog.advisories.flatMap((advisory) =>
    advisory.facts.affected.map(({ vendor, cpe, purl }) => ({ advisory, vendor, cpe, purl })),
  );
  const by = (key: 'cpe' | 'purl') =>
    gather(
      named.filter((each) => each[key] !== undefined),
      (each) => `${each[key] ?? ''} ${each.vendor}`,
    ).map(([, [first, ...rest]]) => ({
      [key]: first[key],
      vendor: first.vendor,
      advisories: toReferences(exports, [first, ...rest]),
    }));
  return planApiFile(plan, 'products', productsAddress, () => ({ cpes: by('cpe'), purls: by('purl') }));
}

/** For each year of CVE identifiers the advisories about each. */
export function planCves(plan: ApiPlan): PlannedFile[] {
  return cveYearsOf(plan).map(([year, named]) =>
    planApiFile(plan, 'cves', apiCvesAddress(year), () => ({
      year,
      cves: gather(named, ({ cve }) => cve, compareNumbered).map(([cve, group]) => ({
        cve,
        advisories: toReferences(plan.exports, group),
      })),
    })),
  );
}

interface NamedCve {
  advisory: Advisory;
  cve: string;
}

/** The years of all CVE identifiers, newest first, each with who names them. */
export function cveYearsOf({ exports }: ApiPlan): [year: number, named: NamedCve[]][] {
  const named = exports.index.catalog.advisories.flatMap((advisory) =>
    cvesOf(advisory).map((cve) => ({ advisory, cve })),
  );
  return [...Map.groupBy(named, ({ cve }) => Number(cve.slice(4, 8)))].toSorted(([a], [b]) => b - a);
}

/** Groups in the order of their keys; within a group the order stays. */
function gather<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
  compare = compareText,
): [key: string, group: [Value, ...Value[]]][] {
  const groups = [...Map.groupBy(values, keyOf)] as [string, [Value, ...Value[]]][];
  return groups.toSorted(([a], [b]) => compare(a, b));
}

/** An advisory that names a thing twice is one. */
function toReferences(
  { index }: ApiPlan['exports'],
  named: readonly { advisory: Advisory }[],
): ReturnType<typeof toReference>[] {
  return [...new Set(named.map(({ advisory }) => advisory))].map((each) => toReference(index, each));
}
