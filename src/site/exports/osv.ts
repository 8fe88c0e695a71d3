import { toUtc } from '#domain/dates.ts';
import { formatJson } from '#formats/format-json.ts';
import { toOsvAffected } from '#formats/osv/osv-affected.ts';
import { toOsvId } from '#formats/osv/osv-id.ts';
import { toOsv } from '#formats/osv/to-osv.ts';
import type { Planned } from '../plan.ts';
import type { SiteIndex } from '../site-index.ts';
import { osvAddress } from './export-addresses.ts';
import type { ExportEntry, Exports } from './exports.ts';
import type { PlanFormat } from './planned-format.ts';

/** An OSV record where there is an English text and a package or repository that scanners can recognise. */
export const planOsv: PlanFormat = ({ index }, entry) => {
  if (!holdsOsv(index, entry)) return [];
  const id = osvIdOf(index, entry);
  return [
    {
      kind: 'file',
      format: 'osv',
      language: 'en',
      address: osvAddress(id),
      type: 'application/json',
      render: () => formatJson(toOsv(entry.record(), id)),
      basis: entry.basis,
    },
  ];
};

/**
 * `/osv/all.json`: every OSV record by `id` and `modified`, newest advisory first. From it a consumer, OSV.dev among
 * them, tells which of the records beside it to fetch again.
 */
export function planOsvList({ index, entries }: Exports): Planned[] {
  const list = () =>
    entries
      .filter((entry) => holdsOsv(index, entry))
      .map((entry) => ({ id: osvIdOf(index, entry), modified: toUtc(entry.advisory.updatedAt) }));
  return [
    {
      kind: 'file',
      address: osvAddress('all'),
      type: 'application/json',
      render: () => formatJson(list()),
    },
  ];
}

function holdsOsv({ catalog }: SiteIndex, { advisory: { facts, texts } }: ExportEntry): boolean {
  if (texts.en === undefined || !catalog.site.languages.includes('en')) return false;
  const told = facts.affected.filter(({ purl, git }) => purl !== undefined || git !== undefined);
  return (
    told.length > 0 &&
    toOsvAffected(
      told.map(({ purl, git, ranges, fixed }) => ({
        ...(purl !== undefined && { purl }),
        ...(git && { git }),
        ...{ ranges, fixed },
      })),
    ).length > 0
  );
}

function osvIdOf({ catalog }: SiteIndex, { advisory }: ExportEntry): string {
  return toOsvId(advisory, catalog.site.osv?.prefix);
}
