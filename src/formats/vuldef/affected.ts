import { toCpeUri } from '#domain/cpe-uri.ts';
import { toRangePhrase } from '#domain/range-phrase.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import { say, tellName, tellVendor, type Telling } from '#formats/myjvn/telling.ts';
import type { RecordProduct, RecordVendor } from '#formats/record/advisory-record.ts';
import { xml, type XmlNode } from '#formats/xml/xml-node.ts';

/** Whoever was told and has not answered is unknown: the format has no word for it. */
const STATUSES: Readonly<Record<VendorStatus, string>> = {
  affected: 'vulnerable',
  'affected-investigating': 'vulnerable_investigating',
  'not-affected': 'notvulnerable',
  'not-affected-investigating': 'notvulnerable_investigating',
  unknown: 'unknown',
  notified: 'unknown',
};

/** One item for each affected product and one for each vendor of the status table that has none. */
export function toAffected(telling: Telling): XmlNode[] {
  const { products, vendors } = telling.record;
  const makers = new Set(products.map(({ vendor }) => vendor));
  const items = [
    ...products.map((product, place) => toProduct(telling, product, isFirst(products, place))),
    ...vendors.filter(({ slug }) => !makers.has(slug)).map((vendor) => toVendor(telling, vendor)),
  ];
  return items.length === 0 ? [] : [xml('Affected', items)];
}

function isFirst(products: readonly RecordProduct[], place: number): boolean {
  return products.findIndex(({ vendor }) => vendor === products[place]?.vendor) === place;
}

/** A product that is listed is affected, whatever its vendor says of others; the vendor's words stand with its first. */
function toProduct(telling: Telling, product: RecordProduct, isFirstOfVendor: boolean): XmlNode {
  const vendor = telling.record.vendors.find(({ slug }) => slug === product.vendor);
  const isUnderStudy = vendor?.status === 'affected-investigating';
  const uri = product.cpe === undefined ? undefined : toCpeUri(product.cpe);
  return xml(
    'AffectedItem',
    [
      xml('Name', tellVendor(telling, product)),
      xml('ProductName', say(telling, product.name)),
      ...(uri === undefined ? [] : [xml('Cpe', uri, { version: '2.2' })]),
      ...product.ranges.map((range) => xml('VersionNumber', toRangePhrase(range, telling.language))),
      ...(product.note ? [xml('Description', say(telling, product.note))] : []),
      ...(vendor && isFirstOfVendor ? toWords(telling, vendor) : []),
    ],
    { affectedstatus: STATUSES[isUnderStudy ? 'affected-investigating' : 'affected'] },
  );
}

function toVendor(telling: Telling, vendor: RecordVendor): XmlNode {
  return xml('AffectedItem', [xml('Name', tellName(telling, vendor)), ...toWords(telling, vendor)], {
    affectedstatus: STATUSES[vendor.status ?? 'unknown'],
  });
}

/** The vendor's statement, then the coordinator's addendum. */
function toWords(telling: Telling, { statement, addendum }: RecordVendor): XmlNode[] {
  return [statement, addendum].flatMap((words) => (words ? xml('Description', say(telling, words)) : []));
}
