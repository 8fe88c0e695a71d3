import { type ActorsAct, appendActs } from '#coordination/ledger/append-acts.ts';
import { type Act, actSchema, type Entry } from '#coordination/ledger/entry.ts';
import type { CaseRecord } from '#coordination/case-record.ts';
import type { Participants } from '#coordination/comment.ts';
import type { Contact, HubSettings } from '#coordination/hub-files.ts';
import { readCase } from '#coordination/read-case.ts';
import type { Instant } from '#domain/dates.ts';
import type { ContentProblem } from '#catalog/content.ts';
import type { Language } from '#domain/language.ts';
import { nearest } from '#domain/nearest.ts';
import type { Site } from '#domain/site.ts';
import type { Environment } from '../environment.ts';
import type { Host } from '../host/host.ts';
import type { CaseWords } from '../words/case/case-words.ts';
import { CaseError } from './case-error.ts';
import { type Hub, openHub } from './hub/hub.ts';

/** The desk at which a coordinator works: the outside world, and whether anything may be changed in it. */
export interface Desk {
  environment: Environment;
  words: CaseWords;
  host: Host;
  /** owner/name of the hub. */
  hubRepo: string;
  /** Settings of the site, from the content directory at hand. */
  site: Site;
  /** Whether `--yes` was said. */
  acts: boolean;
  /** Writes a comment as somebody else; on hosts without a page to do it on. */
  commentAs?: (repo: string, pull: number, login: string, body: string) => Promise<number>;
}

/** All that the hub holds, at one commit. */
export interface Cases {
  hub: Hub;
  settings: HubSettings;
  contacts: ReadonlyMap<string, Contact>;
  /** The cases whose ledgers hold, by code. `recordActs` keeps them in step with what it writes. */
  records: Map<string, CaseRecord>;
  /** The lines of their ledgers, by code. */
  entries: Map<string, readonly Entry[]>;
  /** The digests of their lines, by code. */
  hashes: ReadonlyMap<string, readonly string[]>;
  /** What is wrong with the other ledgers, by code. */
  broken: ReadonlyMap<string, string>;
  actor: string;
}

/**
 * Reads the hub.
 * @throws {CaseError} when there is no hub, its settings are broken, or who acts is no coordinator
 */
export async function loadCases({ host, hubRepo, words, environment }: Desk): Promise<Cases> {
  if (hubRepo === '') throw new CaseError('no-hub');
  const hub = openHub(host, hubRepo);
  const { settings, contacts, ledgers, problems } = await hub.loadHub();
  const wrong = await wordProblems(problems, words, environment.language);
  if (settings === undefined) throw new CaseError('hub-broken', { repo: hubRepo, problems: wrong });
  const actor = await host.actor();
  if (!settings.coordinators.includes(actor) && actor !== settings.bot)
    throw new CaseError('not-a-coordinator', { login: actor, repo: hubRepo });
  // A vendor whose file cannot be read has no contact and no voice, and nobody would notice.
  if (wrong !== '') environment.err(words.hubFiles(hubRepo, wrong));
  const records = new Map<string, CaseRecord>();
  const entries = new Map<string, readonly Entry[]>();
  const hashes = new Map<string, readonly string[]>();
  const broken = new Map<string, string>();
  for (const [code, text] of ledgers) {
    const read = readCase(code, text);
    if (read.ok) {
      records.set(code, read.record);
      entries.set(code, read.entries);
      hashes.set(code, read.hashes);
    } else broken.set(code, read.problem);
  }
  const byVendor = new Map(contacts.map((contact) => [contact.vendor, contact]));
  return { hub, settings, contacts: byVendor, records, entries, hashes, broken, actor };
}

/** The words of the checks take a while to load, and a hub is seldom wrong. */
async function wordProblems(
  problems: readonly ContentProblem[],
  words: CaseWords,
  language: Language,
): Promise<string> {
  if (problems.length === 0) return '';
  const { wordDraftProblems } = await import('./publication/draft-problems.ts');
  return wordDraftProblems(problems, words, language);
}

/**
 * The case of that code.
 * @throws {CaseError} when there is none or its ledger does not hold
 */
export function requireCase({ records, broken }: Cases, code: string): CaseRecord {
  const record = records.get(code);
  if (record !== undefined) return record;
  const problem = broken.get(code);
  if (problem !== undefined) throw new CaseError('ledger-broken', { code, problem });
  throw new CaseError('unknown-case', { code, nearest: nearest(code, [...records.keys()]) ?? '' });
}

/** What is to be recorded: by whoever acts now, or by the one who said it in a comment. */
type Recorded = Act | { act: Act; actor: string };

/** Decides from the newest state of a case what is to be recorded. `record` is absent for a new case. */
export type Decide = (record: CaseRecord | undefined, entries: readonly Entry[]) => readonly Recorded[];

/** Files that come with what is recorded, chosen from the newest entries too: no other file may have their names. */
type FilesOf = (entries: readonly Entry[]) => ReadonlyMap<string, string>;

/**
 * Appends to the ledger of a case and gives the case as it is then. `decide` is asked again after every conflict, so that
 * two coordinators at once lose nothing; when it decides nothing, nothing is written.
 * @throws {CaseError} `overtaken` when somebody was faster and the case cannot be told with these acts any more; `unfit`
 *   when a text is too long or empty
 */
export async function recordActs(
  { environment }: Desk,
  cases: Cases,
  code: string,
  decide: Decide,
  filesOf: FilesOf = () => new Map(),
): Promise<CaseRecord> {
  const at = environment.now();
  const text = await cases.hub.appendToHub(code, at, (ledger) => {
    const read = ledger === '' ? undefined : requireReading(code, ledger);
    const entries = read?.entries ?? [];
    const acts = decide(read?.record, entries).map((one) =>
      'actor' in one ? one : { act: one, actor: cases.actor },
    );
    if (acts.length === 0) return { acts };
    assertTellable(code, ledger, acts, at);
    return { acts, files: filesOf(entries) };
  });
  const { record, entries } = requireReading(code, text);
  cases.records.set(code, record);
  cases.entries.set(code, entries);
  return record;
}

/** A ledger is never mended: what could not be read again must not get into it. */
function assertTellable(code: string, ledger: string, acts: readonly ActorsAct[], at: Instant): void {
  for (const { act } of acts) {
    const [issue] = actSchema.safeParse(act).error?.issues ?? [];
    if (issue !== undefined)
      throw new CaseError('unfit', { code, part: issue.path.join('.'), why: issue.message });
  }
  if (!readCase(code, appendActs(ledger, acts, at)).ok) throw new CaseError('overtaken', { code });
}

function requireReading(code: string, ledger: string): { record: CaseRecord; entries: readonly Entry[] } {
  const read = readCase(code, ledger);
  if (!read.ok) throw new CaseError('ledger-broken', { code, problem: read.problem });
  return read;
}

/** Who speaks for whom in a case. */
export function participantsOf({ settings, contacts }: Cases, record: CaseRecord): Participants {
  const vendorOf = new Map<string, string>();
  for (const { vendor } of record.vendors) {
    for (const login of contacts.get(vendor)?.logins ?? []) vendorOf.set(login, vendor);
  }
  return { coordinators: new Set(settings.coordinators), vendorOf, bot: settings.bot };
}
