import type { Advisory } from '#catalog/catalog.ts';
import type { Language } from '#domain/language.ts';
import type { PlannedFile } from '../plan.ts';
import type { ExportEntry, Exports } from './exports.ts';

/** The formats in which one advisory is offered, in the order in which pages list them. */
export const FORMAT_NAMES = [
  'json',
  'csaf',
  'csaf-vex',
  'csaf-2.1',
  'openvex',
  'osv',
  'cve',
  'vuldef',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** One advisory in one format. */
export interface PlannedFormat extends PlannedFile {
  format: FormatName;
  /** The language of its words; absent where it holds all of them, or none. */
  language?: Language;
}

/**
 * The files of one advisory in one format; none where the format cannot hold it. Whether it can is told from
 * `entry.advisory` alone, because planning must stay cheap.
 */
export type PlanFormat = (exports: Exports, entry: ExportEntry) => PlannedFormat[];

/** The planned files of a public advisory in every format that can hold it. */
export type FormatsOf = (advisory: Pick<Advisory, 'slug'>) => readonly PlannedFormat[];
