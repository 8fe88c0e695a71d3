import { hash } from 'node:crypto';
import type { Advisory } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import { toSlug } from '#domain/advisory-id.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { once } from '#domain/once.ts';
import { settingsBasis } from '../settings-basis.ts';
import type { SiteIndex } from '../site-index.ts';
import { buildAdvisoryRecord } from './build-advisory-record.ts';

/** One public advisory on its way into every format. */
export interface ExportEntry {
  advisory: Advisory;
  /** The advisory as data; the latest one asked for is remembered, so ask for all files of one advisory in a row. */
  record: () => AdvisoryRecord;
  /** A short text that changes whenever the record may; see `PlannedFile.basis`. */
  basis: () => string;
}

/** All public advisories, newest first, with what planners of formats need. */
export interface Exports {
  index: SiteIndex;
  entries: readonly ExportEntry[];
}

export function buildExports(index: SiteIndex): Exports {
  const settings = settingsBasis(index.catalog.site);
  const recall = rememberLatest((advisory: Advisory) => buildAdvisoryRecord(index, advisory));
  return {
    index,
    entries: index.catalog.advisories.map((advisory) => ({
      advisory,
      record: () => recall(advisory),
      basis: once(() => hash('sha256', settings + formatBasis(index, advisory))),
    })),
  };
}

/** The advisory's sources, the revision that is public by now, its vendors, and which related ones are public. */
function formatBasis({ catalog, embargoed }: SiteIndex, advisory: Advisory): string {
  const { digest, updatedAt, facts } = advisory;
  const vendors = vendorsOf(advisory).map((slug) => catalog.vendorBySlug.get(slug)?.facts);
  const related = facts.related.map((id) => [
    embargoed.has(id),
    catalog.advisoryBySlug.get(toSlug(id))?.family.path,
  ]);
  return JSON.stringify([digest, updatedAt, vendors, related]);
}

function rememberLatest<Key, Value>(build: (key: Key) => Value): (key: Key) => Value {
  let latest: { key: Key; value: Value } | undefined;
  return (key) => {
    if (latest?.key !== key) latest = { key, value: build(key) };
    return latest.value;
  };
}
