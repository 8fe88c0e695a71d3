import { z } from 'zod';
import { HostError } from '../host/host.ts';
import { type BareRepo, type Folder, openBareRepo } from './bare-repo.ts';
import { moveRefs, type RefMove } from './move-refs.ts';
import { readObjects, readTexts } from './read-objects.ts';
import { ownSignature, writeCommit } from './write-objects.ts';

/*
 * What a host knows of a repository beside its files stands in commits of their own in the same bare repository:
 *
 *   repo.json                    who may read it, whether it is private, the numbers that were given out
 *   pulls/<n>.json               a pull request
 *   comments/<pull>/<id>.json    a comment
 *   forms/<n>.json               an issue that was written with a form
 *   reports/<reference>.json     a finder's report
 */

/** The reference under which the desk stands. Clones do not get it. */
const DESK_REF = 'refs/kairan/desk';
const FACTS_FILE = 'repo.json';

const factsSchema = z.strictObject({
  private: z.boolean(),
  archived: z.boolean().default(false),
  /** Logins, lower case, sorted. */
  readers: z.array(z.string()).default([]),
  /** The last number that was given to a pull request or a form, and to a comment. */
  lastPull: z.number().int().min(0).default(0),
  lastComment: z.number().int().min(0).default(0),
});
export type RepoFacts = z.infer<typeof factsSchema>;

/** A repository that this host did not make counts as public, so that nothing confidential is ever put into it. */
const STRANGE: RepoFacts = { private: false, archived: false, readers: [], lastPull: 0, lastComment: 0 };

/** The desk of a repository at one moment. */
export interface Desk {
  facts: RepoFacts;
  /** Texts at and below a path, by path. */
  read: (prefix: string) => Promise<ReadonlyMap<string, string>>;
  /** The heads of the asked branches, in their order. */
  heads: readonly (string | undefined)[];
}

/** What becomes of a desk, and of branches with it. */
export interface DeskChange<Result> {
  result: Result;
  facts?: RepoFacts;
  /** Path → value of a JSON file; `undefined` removes it. */
  files?: ReadonlyMap<string, unknown>;
  branches?: readonly RefMove[];
}

/** Reads a desk and the heads of branches. */
export async function openDesk(
  bare: BareRepo,
  branches: readonly string[] = [],
): Promise<Desk & { head: string | undefined }> {
  const names = [DESK_REF, `${DESK_REF}:${FACTS_FILE}`, ...branches.map((branch) => `refs/heads/${branch}`)];
  const [desk, facts, ...heads] = await readObjects(bare, names);
  const head = desk?.oid;
  return {
    head,
    facts:
      facts === undefined ? STRANGE : parseDeskFile(factsSchema, FACTS_FILE, facts.content.toString('utf8')),
    read: (prefix) => (head === undefined ? Promise.resolve(new Map()) : readTexts(bare, head, prefix)),
    heads: heads.map((found) => found?.oid),
  };
}

/** A desk's file as it is written. */
function formatDeskFile(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/**
 * A file of a desk by its schema.
 * @throws {HostError} `unavailable` when somebody broke it
 */
export function parseDeskFile<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  text: string,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new HostError('unavailable', `read ${path} of a desk`, { cause: error });
  }
}

/** The first commit of a desk. */
export async function writeFirstDesk(
  folder: Folder,
  bare: BareRepo,
  facts: Pick<RepoFacts, 'private'>,
): Promise<RefMove> {
  const to = await writeCommit(bare, {
    parent: undefined,
    files: new Map([[FACTS_FILE, formatDeskFile({ ...STRANGE, ...facts })]]),
    message: 'Desk',
    signature: ownSignature(folder),
  });
  return { ref: DESK_REF, from: undefined, to };
}

/** How often a change is decided anew when other processes were faster. Each round one of them gets through. */
const MOST_ROUNDS = 50;

interface Asked {
  repo: string;
  /** For people: `comment on pull request 3`. */
  does: string;
  branches?: readonly string[];
}

/**
 * Changes a desk, and branches with it, in one step that other processes see as a whole or not at all. `decide` is asked
 * again when somebody else was faster, so nobody's change is lost.
 * @throws {HostError} `forbidden` for an archived repository
 */
export async function changeDesk<Result>(
  folder: Folder,
  asked: Asked,
  decide: (desk: Desk, bare: BareRepo) => Promise<DeskChange<Result>>,
): Promise<Result> {
  const bare = await openBareRepo(folder, asked.repo);
  for (let round = 1; ; round += 1) {
    const desk = await openDesk(bare, asked.branches);
    if (desk.facts.archived)
      throw new HostError('forbidden', `${asked.does} in ${asked.repo}, which is archived`);
    const change = await decide(desk, bare);
    try {
      const moves = await toMoves(folder, bare, asked.does, desk.head, change);
      if (moves.length > 0) await moveRefs(bare, moves);
      return change.result;
    } catch (error) {
      const isLate = error instanceof HostError && error.problem === 'conflict';
      if (!isLate || round >= MOST_ROUNDS) throw error;
    }
  }
}

const NO_FILES: ReadonlyMap<string, unknown> = new Map();

async function toMoves(
  folder: Folder,
  bare: BareRepo,
  message: string,
  head: string | undefined,
  { facts, files = NO_FILES, branches = [] }: DeskChange<unknown>,
): Promise<RefMove[]> {
  const all = new Map<string, string | undefined>();
  if (facts !== undefined) all.set(FACTS_FILE, formatDeskFile(facts));
  for (const [path, value] of files) all.set(path, value === undefined ? undefined : formatDeskFile(value));
  if (all.size === 0) return [...branches];
  const to = await writeCommit(bare, { parent: head, files: all, message, signature: ownSignature(folder) });
  return [...branches, { ref: DESK_REF, from: head, to }];
}
