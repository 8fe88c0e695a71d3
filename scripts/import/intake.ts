import { parseAdvisoryId, toSlug } from '#domain/advisory-id.ts';
import type { Language } from '#domain/language.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import { completeDraft } from './complete-draft.ts';
import type { Draft } from './draft.ts';
import type { Refusal } from './format.ts';
import { nameVendors } from './name-vendors.ts';
import type { SourceReading } from './read-all.ts';
import { type RecordNote, type RecordReport, toFieldReport } from './report/import-report.ts';
import { decide, type Decision, digestOf } from './target/decide.ts';
import type { ImportEntry } from './target/import-ledger.ts';
import { parsePresent } from './target/parse-present.ts';
import { keepNotices, mergeRevisions } from './target/revise.ts';
import type { Target } from './target/target.ts';
import type { VendorBook } from './vendors/vendor-book.ts';
import { prefixOf } from './write/families.ts';
import { writeAdvisory, type WrittenAdvisory } from './write/write-advisory.ts';
import type { WrittenFile } from './write/written-file.ts';

/** What records are taken into, and how. */
export interface IntakeJob {
  readonly format: string;
  readonly target: Target;
  readonly book: VendorBook;
  readonly languages: readonly Language[];
  readonly timezone: string;
  /** RFC 3339. */
  readonly now: string;
  readonly again: boolean;
  readonly takeSource: boolean;
}

/** A record that was looked at: what to say about it, and what to write. */
export interface Taken {
  readonly report: RecordReport;
  /** Absent where nothing of it stands in the content directory. */
  readonly advisory?: TakenAdvisory;
}

export interface TakenAdvisory {
  readonly id: string;
  readonly path: string;
  readonly retired: readonly string[];
  readonly vendors: readonly string[];
  readonly rows: number;
  readonly versions: { readonly ranges: number; readonly asText: number };
  /** Of the files that are to be written; empty where everything stands already. */
  readonly written: readonly ImportEntry[];
  /** Of files that stand there as they should. */
  readonly kept: readonly ImportEntry[];
}

/**
 * Looks at records, one after the other, and remembers their identifiers.
 * @param write is given every file that is to be written
 */
export function openIntake(
  job: IntakeJob,
  write: (file: WrittenFile) => void,
): (reading: SourceReading) => Taken {
  const seen = new Map<string, string>();
  return (reading) => {
    const report = { ...startReport(reading), outcome: 'refused' as const };
    if ('skipped' in reading) return { report: { ...report, outcome: 'skipped', refusal: reading.skipped } };
    if ('refusal' in reading) return { report: { ...report, refusal: reading.refusal } };
    const { id } = reading.draft.facts;
    const slug = toSlug(id).toLowerCase();
    const refusal = refusalOf(id, seen.get(slug), job.target);
    if (refusal !== undefined) return { report: { ...report, refusal } };
    seen.set(slug, reading.path);
    const { taken, files } = takeDraft(
      job,
      reading,
      report,
      nameVendors(completeDraft(reading.draft), job.book),
    );
    files.forEach(write);
    return taken;
  };
}

type Started = Omit<RecordReport, 'outcome'>;

function startReport({ path, name, document, encoding }: SourceReading): Started {
  return {
    source: path,
    name,
    notes: encoding === undefined ? [] : [{ note: 'encoding', value: encoding }],
    fields: toFieldReport(listOutcomes(document)),
  };
}

function refusalOf(id: string, other: string | undefined, { site }: Target): Refusal | undefined {
  if (other !== undefined) return { why: 'twice', what: other };
  if (!isExpressible(id)) return { why: 'unreadable', what: id };
  if (site === undefined || parseAdvisoryId(id, site.families) !== undefined) return undefined;
  return { why: 'family', what: id };
}

/** The longest identifier; file systems hold names of 255 bytes, and a language and an ending stand behind it. */
const LONGEST_ID = 100;

/** Whether a family can have an identifier: letters, and something behind them, in ASCII. */
function isExpressible(id: string): boolean {
  const prefix = prefixOf(id);
  return prefix !== undefined && prefix.length < id.length && id.length <= LONGEST_ID && /^[ -~]+$/u.test(id);
}

function takeDraft(
  job: IntakeJob,
  reading: SourceReading,
  started: Started,
  draft: Draft,
): { taken: Taken; files: readonly WrittenFile[] } {
  const source = digestOf(JSON.stringify(reading.document.value));
  const fresh = writeAdvisory(draft, job);
  const decisions = decideFiles(job, { name: reading.name, source, draft, fresh });
  const [main] = decisions;
  const notes = [...started.notes, ...languageNotes(fresh), ...decisions.flatMap(leftNote)];
  const report: RecordReport = {
    ...started,
    notes,
    outcome: outcomeOf(decisions),
    file: fresh.files[0].path,
  };
  if (main !== undefined && isLeft(main)) return { taken: { report }, files: [] };
  const written = decisions.filter(({ decision }) => decision === 'create' || decision === 'update');
  const kept = decisions.filter(({ decision }) => decision === 'keep');
  const advisory: TakenAdvisory = {
    ...describeDraft(draft),
    path: fresh.files[0].path,
    written: written.map(({ entry }) => entry),
    kept: kept.map(({ entry }) => entry),
  };
  return { taken: { report, advisory }, files: written.map(({ file }) => file) };
}

function describeDraft({
  facts,
  retired = [],
}: Draft): Pick<TakenAdvisory, 'id' | 'retired' | 'vendors' | 'rows' | 'versions'> {
  const { affected = [], vendors = [] } = facts;
  return {
    id: facts.id,
    retired,
    vendors: [...affected, ...vendors].map(({ vendor }) => vendor),
    rows: vendors.length,
    versions: {
      ranges: affected.filter(({ ranges = [], fixed = [] }) => ranges.length + fixed.length > 0).length,
      asText: affected.filter(({ ranges = [], note }) => ranges.length === 0 && note !== undefined).length,
    },
  };
}

interface Decided {
  readonly decision: Decision;
  readonly file: WrittenFile;
  readonly entry: ImportEntry;
}

function decideFiles(
  job: IntakeJob,
  { name, source, draft, fresh }: { name: string; source: string; draft: Draft; fresh: WrittenAdvisory },
): Decided[] {
  const { target, format, again, takeSource } = job;
  const revised = reviseFor(job, source, draft, fresh);
  return revised.files.map((file) => {
    const { path, text: wanted } = file;
    const [present, known] = [target.read(path), target.ledger.get(path)];
    const decision = decide({ present, entry: known, format, source, wanted, again, takeSource });
    const before = present !== undefined && decision === 'update' ? { before: digestOf(present) } : {};
    const entry = { path, format, name, source, written: digestOf(wanted), ...before };
    return { decision, file, entry: decision === 'keep' ? (known ?? entry) : entry };
  });
}

/** The files as they should be written: over an earlier state of the same advisory its history goes on. */
function reviseFor(job: IntakeJob, source: string, draft: Draft, fresh: WrittenAdvisory): WrittenAdvisory {
  const [{ path, text }] = fresh.files;
  const present = job.target.read(path);
  const entry = job.target.ledger.get(path);
  if (present === undefined || present === text || entry === undefined) return fresh;
  const revisions = parsePresent(path, present)?.revisions;
  if (revisions === undefined) return fresh;
  const isSame = entry.source === source && digestOf(present) !== entry.before;
  const told = draft.facts.revisions;
  const merged = isSame ? keepNotices(revisions, told) : mergeRevisions(revisions, told, job.now);
  return writeAdvisory({ ...draft, facts: { ...draft.facts, revisions: merged } }, job);
}

function outcomeOf(decisions: readonly Decided[]): RecordReport['outcome'] {
  const all = new Set(decisions.map(({ decision }) => decision));
  if (decisions.some(isLeft)) return 'left-alone';
  if (decisions[0]?.decision === 'create') return 'created';
  return all.has('update') || all.has('create') ? 'updated' : 'unchanged';
}

function languageNotes({ standIn, unspoken }: WrittenAdvisory): RecordNote[] {
  const missing = unspoken.map((value): RecordNote => ({ note: 'unspoken', value }));
  return standIn === undefined ? missing : [{ note: 'stand-in', value: standIn }, ...missing];
}

const LEFT = ['edited', 'foreign', 'other-format', 'removed'] as const;
type Left = Decided & { readonly decision: (typeof LEFT)[number] };

function isLeft(decided: Decided): decided is Left {
  return (LEFT as readonly Decision[]).includes(decided.decision);
}

function leftNote(decided: Decided): RecordNote[] {
  return isLeft(decided) ? [{ note: decided.decision, value: decided.file.path }] : [];
}
