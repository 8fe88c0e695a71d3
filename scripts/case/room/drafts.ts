import type { ContentProblem } from '#catalog/content.ts';
import type { CaseRecord, Room } from '#coordination/case-record.ts';
import { rewriteVendorTable } from '#coordination/export/rewrite-vendor-table.ts';
import { HostError } from '../../host/host.ts';
import type { Desk } from '../desk.ts';
import { ADVISORY_FILE, isLive } from './rooms.ts';

/** A room's draft at one commit. */
export interface Draft {
  head: string;
  /** Files at the top of the branch: `advisory.md` and its translations `advisory.<language>.md`. */
  files: ReadonlyMap<string, string>;
}

/** The draft of a room; `undefined` when there is no branch or no advisory on it. */
export async function loadDraft({ host, site }: Desk, { repo, branch }: Room): Promise<Draft | undefined> {
  const head = await host.findHead(repo, branch);
  if (head === undefined) return undefined;
  const names = [ADVISORY_FILE, ...site.languages.slice(1).map((language) => `advisory.${language}.md`)];
  const parts = await Promise.all(names.map((name) => host.readFiles(repo, head, name)));
  const files = new Map(parts.flatMap((part) => [...part]));
  return files.has(ADVISORY_FILE) ? { head, files } : undefined;
}

/** A draft whose table is not what the ledger says, and the text that it should have. */
interface StaleDraft {
  room: Room;
  head: string;
  text: string;
}

/** The drafts of a case that are out of step, and what is wrong with those that cannot be brought in step. */
export interface DraftsRead {
  stale: readonly StaleDraft[];
  problems: readonly ContentProblem[];
}

/**
 * Looks at the drafts of a case. A draft belongs to its authors, and only its table of vendors is written. That of a
 * vendor's own room shows that vendor alone; what else stands in it the coordinators chose for this vendor.
 */
export async function readDrafts(desk: Desk, record: CaseRecord): Promise<DraftsRead> {
  const stale: StaleDraft[] = [];
  const problems: ContentProblem[] = [];
  for (const room of record.rooms.filter(isLive)) {
    const draft = await loadDraft(desk, room);
    const text = draft?.files.get(ADVISORY_FILE);
    if (draft === undefined || text === undefined) continue;
    const wanted = rewriteVendorTable(text, onlyFor(record, room.vendor));
    if (!wanted.ok) problems.push(...wanted.problems);
    else if (wanted.text !== text) stale.push({ room, head: draft.head, text: wanted.text });
  }
  return { stale, problems };
}

/** The case as one vendor may see it: with its own row alone. */
export function onlyFor(record: CaseRecord, vendor: string | undefined): CaseRecord {
  if (vendor === undefined) return record;
  return { ...record, vendors: record.vendors.filter((one) => one.vendor === vendor) };
}

const TRIES = 3;

/** Brings drafts in step. Somebody who writes on a draft at the same moment loses nothing: it is read again. */
export async function commitDrafts(desk: Desk, record: CaseRecord): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { stale } = await readDrafts(desk, record);
      for (const { room, head, text } of stale) {
        const files = new Map([[ADVISORY_FILE, text]]);
        await desk.host.commit(room.repo, room.branch, {
          expectedHead: head,
          files,
          message: 'Vendor status',
        });
      }
      return;
    } catch (error) {
      if (!(error instanceof HostError && error.problem === 'conflict') || tries === TRIES) throw error;
    }
  }
}
