import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { runCase } from '../../scripts/commands/case.ts';
import type { Host } from '../../scripts/host/host.ts';
import { memoryEnvironment } from '../../scripts/memory-environment.ts';
import type { Language } from '#domain/language.ts';
import { UsageError } from '../../scripts/usage-error.ts';
import { temporaryFolder } from './tree.ts';

/** The repositories of a rehearsal, on whatever host. */
export interface Stage {
  /** The host as one login sees it. */
  hostOf: (login: string, now: () => string) => Host;
  /** A vendor writes a comment; gives its id. */
  commentAs: (repo: string, pull: number, login: string, body: string) => Promise<number>;
  editAs: (repo: string, comment: number, login: string, body: string) => Promise<void>;
  deleteAs: (repo: string, comment: number, login: string) => Promise<void>;
  /** A vendor sends the form of a room; gives its id. */
  submitFormAs: (repo: string, login: string, body: string) => Promise<number>;
  editFormAs: (repo: string, form: number, login: string, body: string) => Promise<void>;
}

/** What a command printed, and how it ended. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

interface Room {
  repo: string;
  branch: string;
  pull: number;
  vendor?: string;
}

export const HUB = 'cert/hub';
export const SITE = 'cert/site';
const COORDINATORS = ['alice', 'bob'];
export const BOT = 'advisory-bot';
const ROOT = resolve(import.meta.dirname, '../..');
const FIXTURE = join(ROOT, 'tests/fixtures/coordination');

/** The vendors of the hub: one known to the site, one without an account. */
const CONTACTS: Readonly<Record<string, string>> = {
  acme: 'class: general\nname: Acme\nlogins: [acme-psirt]\nproducts: [Widget*]\n',
  initech: 'class: general\nname: Initech\nlogins: [initech-psirt]\nkeywords: [widget]\n',
  umbrella: 'class: general\nname: Umbrella\nlogins: [umbrella-psirt]\n',
  globex: 'class: individual\nname: グロベックス\nlogins: [globex-psirt]\n',
  hooli: 'class: general\nname: Hooli\nemails: [secret-contact@hooli.example]\n',
};

/**
 * Coordinators at work, with a clock that the test sets: each call of `run` is one command line. The site's repository
 * holds the content of `tests/fixtures/coordination`; the hub is made by the verb that people use.
 */
export async function openRehearsal(
  stage: Stage,
  options: {
    mode?: string;
    language?: Language;
    seed?: number;
    home?: string;
    cacheDir?: string;
    env?: Readonly<Record<string, string>>;
  } = {},
) {
  const home = options.home ?? temporaryFolder();
  const contentDir = join(home, 'content');
  cpSync(FIXTURE, contentDir, { recursive: true });
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  let now = '2026-03-02T01:00:00Z';
  const random = seeded(options.seed ?? 1);
  /** Wraps the host of the next commands, to break it. */
  let bend = (host: Host): Host => host;

  async function runAs(actor: string, ...args: string[]): Promise<Outcome> {
    const environment = memoryEnvironment({
      root: ROOT,
      cwd: home,
      contentDir,
      outDir: join(home, 'dist'),
      cacheDir: options.cacheDir ?? join(home, 'cache'),
      env: { KAIRAN_HUB: HUB, ...options.env },
      language: options.language ?? 'en',
      now: () => now,
      random,
      git: () => `${'a'.repeat(40)}\n`,
    });
    let code: number;
    try {
      code = await runCase(environment, args, () => Promise.resolve(bend(stage.hostOf(actor, () => now))));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      code = 2;
      environment.err(`${error.problem} ${error.value}`);
    }
    const { out, err } = environment.written;
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  const run = (...args: string[]): Promise<Outcome> => runAs('alice', ...args);
  const host = (login = 'alice'): Host => stage.hostOf(login, () => now);

  /** Runs a command that must succeed. */
  async function must(...args: string[]): Promise<string> {
    const { code, out, err } = await run(...args, '--yes');
    if (code !== 0) throw new Error(`${args.join(' ')}: ${err}\n${out}`);
    return out;
  }

  /** Both coordinators approve the text as it stands. */
  async function approveText(code: string): Promise<void> {
    const { out } = await run('approve', code);
    const hash = /--text ([0-9a-f]{12})/.exec(out)?.[1] ?? '';
    for (const login of COORDINATORS) {
      const { code: exit, err } = await runAs(login, 'approve', code, '--text', hash, '--yes');
      if (exit !== 0) throw new Error(`${login} cannot approve: ${err}`);
    }
  }

  async function record(code: string): Promise<Record<string, unknown> & { rooms: Room[] }> {
    const { out } = await run('show', code, '--format', 'json');
    return (JSON.parse(out) as { record: Record<string, unknown> & { rooms: Room[] } }).record;
  }

  async function room(code: string, vendor?: string): Promise<Room> {
    const found = (await record(code)).rooms.find((one) => one.vendor === vendor);
    if (found === undefined) throw new Error(`Case ${code} has no such room.`);
    return found;
  }

  /** The texts of a repository's branch. */
  async function files(repo: string, branch = 'main'): Promise<ReadonlyMap<string, string>> {
    const head = await host().findHead(repo, branch);
    return head === undefined ? new Map() : await host().readFiles(repo, head, '');
  }

  return {
    home,
    contentDir,
    identity,
    run,
    runAs,
    must,
    mustAs: async (actor: string, ...args: string[]): Promise<string> => {
      const { code, out, err } = await runAs(actor, ...args, '--yes');
      if (code !== 0) throw new Error(`${args.join(' ')}: ${err}\n${out}`);
      return out;
    },
    host,
    approveText,
    record,
    room,
    files,
    setClock: (moment: string) => {
      now = moment;
    },
    bendHost: (bending: (host: Host) => Host) => {
      bend = bending;
    },
    /** Makes the hub with its contacts, and the site's content in its repository. */
    setUp: async () => {
      await must(
        ...['init', '--site', SITE, '--bot', BOT, '--recipient', recipient],
        ...COORDINATORS.flatMap((login) => ['--coordinator', login]),
        ...(options.mode === undefined ? [] : ['--mode', options.mode]),
        ...(options.mode === 'single-repo' ? ['--rooms', 'cert/rooms'] : []),
      );
      const contacts = new Map(
        Object.entries(CONTACTS).map(([slug, text]) => [`vendors/${slug}.yaml`, text]),
      );
      const hub = await host().findHead(HUB, 'main');
      await host().commit(HUB, 'main', { expectedHead: hub, files: contacts, message: 'Contacts' });
      const names = ['site.yaml', 'vendors/acme.yaml', 'advisories/2026/XVN10000001.md'];
      const site = new Map(
        names.map((name) => [`content/${name}`, readFileSync(join(FIXTURE, name), 'utf8')]),
      );
      const head = await host().findHead(SITE, 'main');
      await host().commit(SITE, 'main', { expectedHead: head, files: site, message: 'Content' });
    },
    /** Takes a report in and gives the code of its case. */
    intake: async (title: string, ...args: string[]): Promise<string> => {
      const file = join(home, `report-${title.length}-${args.length}.txt`);
      writeFileSync(file, `Report about ${title}\n${args.join(' ')}\nSTEPS-CANARY-7f3a\n`);
      const out = await must('intake', '--file', file, '--title', title, ...args);
      const code = /Case (\w{6})|案件 (\w{6})/.exec(
        out.split('\n').find((line) => line.startsWith('    ')) ?? '',
      );
      const found = code?.[1] ?? code?.[2];
      if (found === undefined) throw new Error(`No case was made:\n${out}`);
      return found;
    },
    say: async (code: string, login: string, body: string, vendor?: string): Promise<number> => {
      const { repo, pull } = await room(code, vendor);
      return await stage.commentAs(repo, pull, login, body);
    },
    edit: async (code: string, comment: number, login: string, body: string): Promise<void> => {
      const { repo } = await room(code);
      await stage.editAs(repo, comment, login, body);
    },
    remove: async (code: string, comment: number): Promise<void> => {
      const { repo } = await room(code);
      await stage.deleteAs(repo, comment, 'alice');
    },
    sendForm: async (code: string, login: string, body: string, vendor?: string): Promise<number> =>
      await stage.submitFormAs((await room(code, vendor)).repo, login, body),
    editForm: async (code: string, form: number, login: string, body: string): Promise<void> => {
      await stage.editFormAs((await room(code)).repo, form, login, body);
    },
    forms: async (code: string) => await host().listForms((await room(code)).repo),
    /** The bodies of all comments in the room, in order. */
    comments: async (code: string, vendor?: string) => {
      const { repo, pull } = await room(code, vendor);
      return await host().listComments(repo, pull);
    },
    draft: async (code: string, vendor?: string): Promise<string> => {
      const { repo, branch } = await room(code, vendor);
      return (await files(repo, branch)).get('advisory.md') ?? '';
    },
    /** A coordinator writes the draft: each of the skeleton's hints is replaced, and what `change` says. */
    writeDraft: async (code: string, change: (draft: string) => string): Promise<void> => {
      const { repo, branch } = await room(code);
      const head = await host().findHead(repo, branch);
      if (head === undefined) throw new Error('There is no draft.');
      const text = (await host().readFiles(repo, head, 'advisory.md')).get('advisory.md') ?? '';
      await host().commit(repo, branch, {
        expectedHead: head,
        files: new Map([['advisory.md', change(text)]]),
        message: 'Words',
      });
    },
    /** The checkout of the site is brought up to date with what was published. */
    pullSite: async (): Promise<void> => {
      for (const [path, text] of await files(SITE)) {
        if (!path.startsWith('content/')) continue;
        const file = join(home, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    },
  };
}

export type Rehearsal = Awaited<ReturnType<typeof openRehearsal>>;

/** A source of numbers that looks like chance and is the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The prose of a finished advisory, instead of the skeleton's hints. */
export function finish(draft: string): string {
  const [front = ''] = draft.split(/(?<=\n---\n)/);
  return `${front}
## 概要

Widget には、アクセス制限不備の脆弱性が存在します。

## 想定される影響

遠隔の第三者によって、設定を読み取られる可能性があります。

## 対策方法

**アップデートする**

開発者が提供する情報をもとに、最新版へアップデートしてください。
`;
}
