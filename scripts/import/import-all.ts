import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language } from '#domain/language.ts';
import { lockOutput } from '../build/lock-output.ts';
import { withStaging } from '../build/with-staging.ts';
import type { Format } from './format.ts';
import { type IntakeJob, openIntake, type Taken } from './intake.ts';
import { readAll, type SourceReading } from './read-all.ts';
import type { ImportReport } from './report/import-report.ts';
import { chooseLanguages } from './site-languages.ts';
import { openStage, type Stage } from './stage.ts';
import { applyImport } from './target/apply-import.ts';
import { loadTarget, type Target } from './target/target.ts';
import { openVendors } from './vendors/vendor-book.ts';
import { formatFamilies, proposeFamilies, type WrittenFamily } from './write/families.ts';
import { writeSite } from './write/write-site.ts';

/** Everything that an import is told. */
export interface ImportJob {
  /** The name of the format, as typed. */
  readonly name: string;
  readonly format: Format;
  readonly paths: readonly string[];
  readonly cwd: string;
  /** The content directory, absolute. */
  readonly out: string;
  /** Where days and years are counted when there is no site yet. */
  readonly timezone: string;
  /** The language of the words in findings. */
  readonly language: Language;
  /** RFC 3339. */
  readonly now: string;
  readonly again: boolean;
  readonly takeSource: boolean;
  readonly dryRun: boolean;
  /** Told how many records were read. */
  readonly progress?: (records: number) => void;
  /** Tests let it throw to stand for a crash. */
  readonly afterStep?: (done: number) => void;
}

/** The content directory has a site.yaml that is not valid, so nobody knows which identifiers belong there. */
export class SiteError extends Error {}

/** The content directory is where another file system begins, so nothing can be moved into it from beside it. */
export class MountError extends Error {}

/**
 * Brings foreign advisories into a content directory. Everything is written beside it and checked there; only then is
 * it moved over, so a failure before leaves the directory as it was, and one in between is made good by the next run.
 * @throws {LedgerError} when the ledger of earlier imports cannot be read
 * @throws {SiteError | StrangeFolderError | MountError}
 * @throws {BusyError} when another import works on the same directory
 */
export async function importAll(job: ImportJob): Promise<ImportReport> {
  const out = realPlace(job.out);
  const unlock = lockOutput(out);
  try {
    return await withStaging(out, (staging) => Promise.resolve(importInto({ ...job, out }, staging)));
  } finally {
    unlock();
  }
}

/** Where the directory really is, when it is reached by a link. @throws {MountError} */
function realPlace(out: string): string {
  if (!existsSync(out)) return out;
  const real = realpathSync(out);
  if (statSync(real).dev !== statSync(dirname(real)).dev) throw new MountError(out);
  return real;
}

function importInto(job: ImportJob, staging: string): ImportReport {
  const target = loadTarget(job.out);
  if (target.hasSite && target.site === undefined) throw new SiteError(job.out);
  const { languages, readings } = openReadings(job, target);
  const book = openVendors(target.vendors);
  const timezone = target.site?.timezone ?? job.timezone;
  const settings: IntakeJob = { ...job, format: job.name, target, book, languages, timezone };
  const stage = openStage(staging, job, settings);
  const taken = takeAll(settings, stage, readings, job.progress);
  const families = familiesOf(target, taken);
  if (target.hasSite) stage.copySite();
  else stage.write(writeSite({ languages, timezone, families }));
  const kept = stage.refuseInvalid(taken);
  const vendors = stage.settleVendors(kept);
  if (!job.dryRun) applyImport({ ...job, staging, target, families }, kept, vendors);
  return buildReport(job, target, kept, vendors.length);
}

function openReadings(
  { format, paths, cwd, timezone, now }: ImportJob,
  { site }: Target,
): { languages: readonly Language[]; readings: Iterable<SourceReading> } {
  const readings = readAll(format, paths, cwd, {
    languages: site?.languages ?? [],
    timezone: site?.timezone ?? timezone,
    now,
  });
  return site === undefined ? chooseLanguages(readings) : { languages: site.languages, readings };
}

function takeAll(
  settings: IntakeJob,
  stage: Stage,
  readings: Iterable<SourceReading>,
  progress: ImportJob['progress'],
): Taken[] {
  const take = openIntake(settings, stage.write);
  const taken: Taken[] = [];
  for (const reading of readings) {
    taken.push(take(reading));
    progress?.(taken.length);
  }
  return taken;
}

function familiesOf({ site }: Target, taken: readonly Taken[]): readonly WrittenFamily[] {
  return site?.families ?? proposeFamilies(taken.flatMap(({ advisory }) => advisory?.id ?? []));
}

function pathsOf({ site }: Target): string[] {
  return site?.families.map(({ path }) => path) ?? [];
}

function buildReport(job: ImportJob, target: Target, taken: readonly Taken[], vendors: number): ImportReport {
  const advisories = taken.flatMap(({ advisory }) => advisory ?? []);
  const unknown = taken.flatMap(({ report: { refusal } }) =>
    refusal?.why === 'family' ? (refusal.what ?? []) : [],
  );
  const sum = (pick: (advisory: (typeof advisories)[number]) => number): number =>
    advisories.reduce((total, advisory) => total + pick(advisory), 0);
  return {
    format: job.name,
    out: job.out,
    records: taken.map(({ report }) => report),
    vendors: { created: vendors, known: new Set(advisories.flatMap((each) => each.vendors)).size - vendors },
    rows: sum(({ rows }) => rows),
    versions: {
      ranges: sum(({ versions }) => versions.ranges),
      asText: sum(({ versions }) => versions.asText),
    },
    newSite: !target.hasSite && advisories.length > 0,
    ...(unknown.length > 0 && { missingFamilies: formatFamilies(proposeFamilies(unknown, pathsOf(target))) }),
    dryRun: job.dryRun,
  };
}
