import { formatAnchor } from '#coordination/ledger/anchor.ts';
import { type ActorsAct, appendActs, headOf } from '#coordination/ledger/append-acts.ts';
import { caseCodeSchema } from '#domain/case.ts';
import type { Instant } from '#domain/dates.ts';
import { type Host, HostError } from '../../host/host.ts';
import { CaseError } from '../case-error.ts';
import { type HubContents, parseHub, SETTINGS_FILE } from './parse-hub.ts';

/** All that a hub held at one commit, its encrypted originals left out. */
interface HubState extends HubContents {
  head: string;
}

/** What is to be added to a case. */
interface Decision {
  /** Nothing at all is written when there are none. */
  acts: readonly ActorsAct[];
  /** Files that come with them in the same commit, such as an encrypted original. */
  files?: ReadonlyMap<string, string>;
}

/** The one door to the repository of the coordinators. */
export interface Hub {
  /** owner/name */
  repo: string;
  /**
   * @throws {CaseError} `hub-missing` when there is no such repository or it is no hub
   */
  loadHub: () => Promise<HubState>;
  /**
   * Appends to the ledger of a case, in one commit that carries its anchor. When somebody else was faster, `decide` is
   * asked again with the ledger as it is then; five times at most.
   * @param at when it is recorded
   * @param decide from the text of the ledger, empty for a new case; called again after every conflict
   * @returns the text of the ledger as it is then
   * @throws {HostError} `conflict` when others were faster each time
   */
  appendToHub: (code: string, at: Instant, decide: (ledger: string) => Decision) => Promise<string>;
}

const BRANCH = 'main';
const MOST_TRIES = 5;

/** The hub in a repository. Nothing is read before it is asked. */
export function openHub(host: Host, repo: string): Hub {
  return {
    repo,
    loadHub: () => loadHub(host, repo),
    appendToHub: (code, at, decide) =>
      appendToHub(host, repo, { code: caseCodeSchema.parse(code), at, decide }),
  };
}

async function loadHub(host: Host, repo: string): Promise<HubState> {
  const head = await requireHead(host, repo);
  // Originals can be many and large, and nobody needs them to know the cases.
  const parts = await Promise.all(
    [SETTINGS_FILE, 'vendors', 'ledger'].map((prefix) => host.readFiles(repo, head, prefix)),
  );
  const files = new Map(parts.flatMap((part) => [...part]));
  if (!files.has(SETTINGS_FILE)) throw new CaseError('hub-missing', { repo });
  return { head, ...parseHub(files) };
}

async function requireHead(host: Host, repo: string): Promise<string> {
  const head = await host.findHead(repo, BRANCH);
  if (head === undefined) throw new CaseError('hub-missing', { repo });
  return head;
}

interface Addition {
  code: string;
  at: Instant;
  decide: (ledger: string) => Decision;
}

async function appendToHub(host: Host, repo: string, addition: Addition): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryToAppend(host, repo, addition);
    } catch (error) {
      const isLate = error instanceof HostError && error.problem === 'conflict';
      if (!isLate || tries >= MOST_TRIES) throw error;
    }
  }
}

async function tryToAppend(host: Host, repo: string, { code, at, decide }: Addition): Promise<string> {
  const path = `ledger/${code}.jsonl`;
  const expectedHead = await requireHead(host, repo);
  const before = (await host.readFiles(repo, expectedHead, path)).get(path) ?? '';
  const { acts, files = new Map<string, string>() } = decide(before);
  if (acts.length === 0) return before;
  const text = appendActs(before, acts, at);
  const names = [...new Set(acts.map(({ act }) => act.act))].join(', ');
  const message = `${code}: ${names}\n\n${formatAnchor({ code, ...headOf(text) })}`;
  await host.commit(repo, BRANCH, { expectedHead, files: new Map([...files, [path, text]]), message });
  return text;
}
