import { HostError, type NewCommit } from '../host/host.ts';
import type { BareRepo, Folder } from './bare-repo.ts';
import { assertCommit, assertPath } from './safe-name.ts';

type Signature = NonNullable<NewCommit['signature']>;

/** The signature of whoever works in a folder. The address can never receive mail (RFC 2606). */
export function ownSignature({ actor, now }: Pick<Folder, 'actor' | 'now'>): Signature {
  return { name: actor, email: `${actor}@offline.invalid`, at: now() };
}

export interface CommitParts {
  /** The commit before it; none begins a history. */
  parent: string | undefined;
  /** Path → text; `undefined` removes the file. */
  files: NewCommit['files'];
  message: string;
  signature: Signature;
}

let written = 0;

/**
 * Writes a commit with all of its files; one process, and no branch moves.
 * @returns its digest
 */
export async function writeCommit({ run }: BareRepo, parts: CommitParts): Promise<string> {
  const { parent, files, message, signature } = parts;
  if (parent !== undefined) assertCommit(parent);
  written += 1;
  // git-fast-import(1) wants a branch; it lives in that process only and is gone before anybody could see it.
  const branch = `refs/kairan/new/${process.pid}-${written}`;
  const who = formatSignature(signature);
  const stream = [
    `commit ${branch}\nmark :1\nauthor ${who}\ncommitter ${who}\n${formatData(`${message.trimEnd()}\n`)}`,
    ...(parent === undefined ? [] : [`from ${parent}\n`]),
    ...[...files].map(([path, text]) => formatChange(path, text)),
    `get-mark :1\nreset ${branch}\nfrom ${'0'.repeat(parent?.length ?? 40)}\n\n`,
  ];
  const output = await run(['fast-import', '--quiet', '--date-format=raw'], stream.join(''));
  return output.toString('utf8').trim();
}

function formatChange(path: string, text: string | undefined): string {
  assertPath(path);
  const quoted = `"${path.replaceAll('"', '\\"')}"`;
  return text === undefined ? `D ${quoted}\n` : `M 100644 inline ${quoted}\n${formatData(text)}`;
}

function formatData(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Writes a commit of a tree that exists already; no branch moves. */
export async function writeTreeCommit(
  { run }: BareRepo,
  tree: string,
  { parent, message, signature }: Omit<CommitParts, 'files'>,
): Promise<string> {
  const who = formatSignature(signature);
  const before = parent === undefined ? '' : `parent ${parent}\n`;
  const commit = `tree ${tree}\n${before}author ${who}\ncommitter ${who}\n\n${message.trimEnd()}\n`;
  return (await run(['hash-object', '-t', 'commit', '-w', '--stdin'], commit)).toString('utf8').trim();
}

function formatSignature({ name, email, at }: Signature): string {
  const seconds = Math.floor(Date.parse(at) / 1000);
  const isPlain = !/[<>\p{Cc}]/u.test(name + email);
  if (!isPlain || !Number.isSafeInteger(seconds)) throw new HostError('refused', 'sign a commit like that');
  const [, sign = '+', hours = '00', minutes = '00'] = /([+-])(\d\d):(\d\d)$/.exec(at) ?? [];
  return `${name} <${email}> ${seconds} ${sign}${hours}${minutes}`;
}
