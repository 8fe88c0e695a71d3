import { resolve } from 'node:path';
import { ApplyError } from '../build/apply-staging.ts';
import { BusyError } from '../build/lock-output.ts';
import type { Environment } from '../environment.ts';
import { parseWords } from '../flags.ts';
import { FORMATS } from '../import/formats.ts';
import { importAll, type ImportJob, MountError, SiteError } from '../import/import-all.ts';
import { formatMarkdown } from '../import/report/format-markdown.ts';
import { formatSummary } from '../import/report/format-summary.ts';
import type { ImportReport, RecordReport } from '../import/report/import-report.ts';
import { compareImport } from '../import/round-trip/compare-import.ts';
import { LedgerError } from '../import/target/import-ledger.ts';
import { StrangeFolderError } from '../import/target/target.ts';
import { type ImportWords, importWords } from '../words/import/import-words.ts';
import { commandWords } from '../words/words.ts';
import { writeWhole } from '../write-whole.ts';

const FLAGS = {
  out: 'string',
  report: 'strings',
  'dry-run': 'boolean',
  'round-trip': 'boolean',
  again: 'boolean',
  'take-source': 'boolean',
} as const;

/** `import`: brings advisories of a foreign format into a content directory and tells what became of every value. */
export async function runImport(environment: Environment, args: readonly string[]): Promise<number> {
  const { flags, words: typed } = parseWords(args, FLAGS);
  const words = importWords(environment.language);
  const [name = '', ...paths] = typed;
  const known = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  const out = flags.out ?? environment.env['CONTENT_DIR'];
  const complaint = complain({ known, paths, out, reports: flags.report ?? [] }, words);
  if (known === undefined || out === undefined || complaint !== undefined) {
    environment.err(`${complaint ?? words.noOut}\n${words.seeHelp}`);
    return 2;
  }
  const job: ImportJob = {
    ...{ name, format: await known.load(), paths, cwd: environment.cwd },
    ...{ out: resolve(environment.cwd, out), timezone: known.timezone },
    ...{ language: environment.language, now: environment.now() },
    again: flags.again === true,
    takeSource: flags['take-source'] === true,
    dryRun: flags['dry-run'] === true,
    progress: (records) => {
      if (records % 500 === 0) environment.err(words.reading(records));
    },
  };
  try {
    const report = await carryOut(environment, job, flags['round-trip'] === true);
    const unwritten = writeReports(environment, flags.report ?? [], report);
    const isDone = report.records.length > 0 && !report.records.some(isUnfinished);
    return isDone && !unwritten ? 0 : 1;
  } catch (error) {
    const said = describe(error, environment, words);
    if (said === undefined) throw error;
    environment.err(said);
    return 1;
  }
}

/** Something that should stand in the content now and does not; what a person took away stays away on purpose. */
function isUnfinished({ outcome, notes }: RecordReport): boolean {
  if (outcome !== 'left-alone') return outcome === 'refused';
  return notes.some(({ note }) => note === 'edited' || note === 'foreign' || note === 'other-format');
}

async function carryOut(
  { language, out, err }: Environment,
  job: ImportJob,
  hasRoundTrip: boolean,
): Promise<ImportReport> {
  const words = importWords(language);
  const imported = await importAll(job);
  const roundTrip = hasRoundTrip && !job.dryRun ? compareImport(job) : undefined;
  if (hasRoundTrip && roundTrip === undefined) err(words.noRoundTrip(job.name));
  const report = { ...imported, ...(roundTrip && { roundTrip }) };
  out(formatSummary(report, words));
  return report;
}

interface Typed {
  readonly known: unknown;
  readonly paths: readonly string[];
  readonly out: string | undefined;
  readonly reports: readonly string[];
}

/** What is wrong with what was typed. */
function complain({ known, paths, out, reports }: Typed, words: ImportWords): string | undefined {
  if (known === undefined) return words.formats(Object.keys(FORMATS).join(', '));
  if (paths.length === 0) return words.noPath;
  if (out === undefined || out === '') return words.noOut;
  const strange = reports.find((file) => !/\.(?:md|json)$/i.test(file));
  return strange === undefined ? undefined : words.reportKind(strange);
}

/** Whether a report could not be written. What was imported stands by then, so it is said apart from other failures. */
function writeReports(
  { cwd, language, err }: Environment,
  files: readonly string[],
  report: ImportReport,
): boolean {
  const words = importWords(language);
  const failures = files.flatMap((file) => {
    try {
      writeReport(resolve(cwd, file), report, words);
      return [];
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      return [words.unwrittenReport(file, error.message)];
    }
  });
  for (const failure of failures) err(failure);
  return failures.length > 0;
}

function writeReport(file: string, report: ImportReport, words: ImportWords): void {
  const isMarkdown = /\.md$/i.test(file);
  writeWhole(file, isMarkdown ? formatMarkdown(report, words) : `${JSON.stringify(report, null, 1)}\n`);
}

/** What the place of the content folder can answer. */
const DISK_FAILURES: readonly string[] = [
  ...['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'],
  ...['ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'EXDEV', 'EBUSY'],
];

/** A failure in words; `undefined` for one that nobody foresaw. */
function describe(error: unknown, { language }: Environment, words: ImportWords): string | undefined {
  if (error instanceof LedgerError) return words.ledger(error.line);
  if (error instanceof StrangeFolderError) return words.strange(error.message);
  if (error instanceof SiteError) return words.site;
  if (error instanceof MountError) return words.mount(error.message);
  if (error instanceof BusyError) return commandWords(language).busy(error.pid, error.lock);
  if (error instanceof ApplyError) return words.applyFailed(error.message);
  const { code } = error as NodeJS.ErrnoException;
  const isDisk = code !== undefined && DISK_FAILURES.includes(code);
  return isDisk && error instanceof Error ? words.disk(code, error.message) : undefined;
}
