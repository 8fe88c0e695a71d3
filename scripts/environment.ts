import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join, resolve } from 'node:path';
import { LANGUAGES } from '#domain/language.ts';
import type { Language } from '#domain/language.ts';
import { parseOrigin } from '#domain/public-url.ts';
import { UsageError } from './usage-error.ts';

/**
 * Everything that a command may know about the outside: folders, settings, clock, git and the two streams.
 * Commands receive it as an argument, so tests can fill in every part. All paths are absolute.
 */
export interface Environment {
  /** The project's own folder: where package.json and the templates stand. */
  root: string;
  cwd: string;
  contentDir: string;
  /** A private folder that takes the place of `unreachable/` in the content directory. */
  unreachableDir?: string;
  outDir: string;
  /** Derived things that may be deleted at any time. */
  cacheDir: string;
  /** Overrides `url` of site.yaml; an http(s) address without a path. */
  siteUrl?: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The present moment, RFC 3339 in UTC with seconds. `SOURCE_DATE_EPOCH` fixes it. */
  now: () => string;
  /** Milliseconds on a clock that only measures durations. */
  elapsed: () => number;
  /** The language of messages, from LC_ALL, LC_MESSAGES or LANG. */
  language: Language;
  /** Writes to standard output or standard error; a line end is added. */
  out: (text: string) => void;
  err: (text: string) => void;
  /** The standard output of a git command in `cwd`, or `undefined` when git refuses or is missing. */
  git: (args: readonly string[]) => string | undefined;
  /** A whole number from 0 up to, but not including, `below`, that nobody can foresee. */
  random: (below: number) => number;
  /** Whether standard error is a terminal, which shows colours. */
  isTerminal: boolean;
}

/** The real outside world. The only place that reads process.env, the working folder and the clock. */
export function realEnvironment(): Environment {
  const { env } = process;
  const cwd = process.cwd();
  const root = resolve(import.meta.dirname, '..');
  const siteUrl = parseSiteUrl(env['SITE_URL']);
  const unreachableDir = env['UNREACHABLE_DIR'];
  return {
    root,
    cwd,
    contentDir: resolve(cwd, env['CONTENT_DIR'] || 'content'),
    ...(unreachableDir && { unreachableDir: resolve(cwd, unreachableDir) }),
    outDir: resolve(cwd, env['OUT_DIR'] || 'dist'),
    cacheDir: join(root, '.kairan'),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    env,
    now: clock(env['SOURCE_DATE_EPOCH']),
    elapsed: () => performance.now(),
    language: messageLanguage(),
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    git: (args) => runGit(args, cwd),
    random: (below) => randomInt(below),
    isTerminal: process.stderr.isTTY,
  };
}

/**
 * A clock that stands still at `SOURCE_DATE_EPOCH` (reproducible-builds.org specification: seconds since 1970, UTC),
 * or at the moment of this call when the variable is not set: one run has one “now”.
 */
export function clock(sourceDateEpoch: string | undefined, wall: () => number = Date.now): () => string {
  const milliseconds = sourceDateEpoch ? parseEpoch(sourceDateEpoch) : wall();
  const now = new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
  return () => now;
}

function parseEpoch(text: string): number {
  const seconds = Number(text);
  // 253402300799 is the last second of the year 9999, the last that RFC 3339 can write.
  if (!/^\d+$/.test(text) || seconds > 253_402_300_799) throw new UsageError('source-date-epoch', text);
  return seconds * 1000;
}

/** `SITE_URL` without its trailing slash. Paths are refused: every address of the site starts at the root. */
export function parseSiteUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const origin = parseOrigin(text);
  if (origin === undefined) throw new UsageError('site-url', text);
  return origin;
}

/** The language of this process's messages; known even when the rest of the environment is wrong. */
export function messageLanguage(): Language {
  return languageOf(process.env);
}

/** The language of messages, by POSIX precedence; English when the locale names none of ours. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return LANGUAGES.find((language) => new RegExp(`^${language}(?:[_.@-]|$)`, 'i').test(locale)) ?? 'en';
}

function runGit(args: readonly string[], cwd: string): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  } catch {
    // No repository, no such commit or no git at all: the caller decides what to do without an answer.
    return undefined;
  }
}
