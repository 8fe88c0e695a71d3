import { join } from 'node:path';
import { parseAdvisoryId } from '#domain/advisory-id.ts';
import { IMPORT_LEDGER } from '#catalog/load-content.ts';
import { formatPath } from '#site/addresses.ts';
import { applySteps, whileApplying } from '../../build/apply-staging.ts';
import { stage } from '../../build/staging.ts';
import { writeWhole } from '../../write-whole.ts';
import type { Taken, TakenAdvisory } from '../intake.ts';
import type { WrittenFamily } from '../write/families.ts';
import { writeRedirects } from '../write/write-redirects.ts';
import { formatImportLedger, type ImportEntry } from './import-ledger.ts';
import type { Target } from './target.ts';

/** Where staged files go. */
export interface Application {
  readonly staging: string;
  readonly out: string;
  readonly target: Target;
  readonly families: readonly WrittenFamily[];
  readonly afterStep?: (done: number) => void;
}

/**
 * Moves everything that is staged into the content directory, the ledger last: a new file that it does not name yet is
 * recognised by its bytes. One that replaces another is noted before, with what it replaces, because it cannot be
 * told from an edit otherwise.
 * @param vendors slugs of the new ones
 */
export function applyImport(
  application: Application,
  taken: readonly Taken[],
  vendors: readonly string[],
): void {
  const { staging, out, target } = application;
  const advisories = taken.flatMap(({ advisory }) => advisory ?? []);
  const written = advisories.flatMap((advisory) => advisory.written);
  const kept = advisories.flatMap((advisory) => advisory.kept);
  const ledger = formatImportLedger(joined(target.ledger, [...kept, ...written].map(settled)));
  const isNew = !target.hasSite && advisories.length > 0;
  const last = [...stageRedirects(application, advisories), ...stageLedger(application, ledger)];
  const paths = [
    ...(isNew ? ['site.yaml'] : []),
    ...vendors.map((slug) => `vendors/${slug}.yaml`),
    ...written.map(({ path }) => path),
    ...last,
  ];
  const replacing = written.filter(({ before }) => before !== undefined);
  whileApplying(() => {
    if (replacing.length > 0) {
      writeWhole(join(out, IMPORT_LEDGER), formatImportLedger(joined(target.ledger, replacing)));
    }
    applySteps(
      paths.map((path) => ({ do: 'move', path })),
      { staging, outDir: out },
      application.afterStep,
    );
  });
}

/** Once everything stands in its place, whoever brings back what stood before did so on purpose. */
function settled({ path, format, name, source, written }: ImportEntry): ImportEntry {
  return { path, format, name, source, written };
}

function joined(
  ledger: ReadonlyMap<string, ImportEntry>,
  entries: readonly ImportEntry[],
): Iterable<ImportEntry> {
  return new Map([...ledger, ...entries.map((entry) => [entry.path, entry] as const)]).values();
}

function stageLedger({ staging, target }: Application, text: string): string[] {
  if (text === (target.read(IMPORT_LEDGER) ?? '')) return [];
  stage(staging, IMPORT_LEDGER, text);
  return [IMPORT_LEDGER];
}

function stageRedirects(
  { staging, target, families }: Application,
  advisories: readonly TakenAdvisory[],
): string[] {
  // What a person took out of the file since the advisory came stays out.
  const fresh = advisories.filter(({ path }) => !target.ledger.has(path));
  const wanted = fresh.flatMap(({ id, retired }) => {
    const parsed = parseAdvisoryId(id, families);
    return parsed === undefined
      ? []
      : retired.map((from) => [from, formatPath([parsed.family.path, parsed.slug], '/')] as const);
  });
  const file = writeRedirects(target.read('redirects.yaml'), new Map(wanted));
  if (file === undefined) return [];
  stage(staging, file.path, file.text);
  return [file.path];
}
