import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseFile } from '#catalog/parse-file.ts';
import type { Site } from '#domain/site.ts';
import type { Environment } from '../environment.ts';
import type { GithubSettings } from '../github/github-settings.ts';
import type { Host } from '../host/host.ts';
import { UsageError } from '../usage-error.ts';
import { caseWords } from '../words/case/case-words.ts';
import { CaseError } from './case-error.ts';
import type { Desk } from './desk.ts';

interface DeskFlags {
  yes?: boolean;
  'dry-run'?: boolean;
  offline?: string;
  as?: string;
  hub?: string;
}

/**
 * Opens the desk: the host by `--offline` or the variables of the environment, the hub by `--hub` or `KAIRAN_HUB`.
 * @throws {CaseError} when something that is needed is not set
 */
export async function openDesk(
  environment: Environment,
  flags: DeskFlags,
  openHost?: (environment: Environment) => Promise<Host>,
): Promise<Desk> {
  const { env } = environment;
  const hubRepo = flags.hub ?? env['KAIRAN_HUB'] ?? '';
  const shared = {
    environment,
    words: caseWords(environment.language),
    hubRepo,
    site: loadSiteSettings(environment),
    acts: flags.yes === true && flags['dry-run'] !== true,
  };
  if (hubRepo !== '' && !/^[\w.-]+\/[\w.-]+$/.test(hubRepo)) throw new CaseError('no-hub', { hub: hubRepo });
  const folder = flags.offline ?? env['KAIRAN_OFFLINE'];
  if (folder !== undefined && folder !== '')
    return openOffline(shared, folder, flags.as ?? env['KAIRAN_ACTOR']);
  if (flags.as !== undefined) throw new UsageError('unknown-argument', '--as');
  return { ...shared, host: await (openHost ?? openRealHost)(environment) };
}

async function openOffline(
  shared: Omit<Desk, 'host'>,
  folder: string,
  actor: string | undefined,
): Promise<Desk> {
  if (actor === undefined || actor === '') throw new CaseError('no-actor');
  const { environment } = shared;
  const { openFolderHost } = await import('../offline/folder-host.ts');
  const host = openFolderHost({
    folder: resolve(environment.cwd, folder),
    actor: actor.toLowerCase(),
    now: environment.now,
    env: environment.env,
  });
  return { ...shared, host, commentAs: host.commentAs };
}

/** Loaded only when it is needed: the client of GitHub takes longer to load than many a verb to run. */
async function openRealHost({ env, now }: Environment): Promise<Host> {
  const auth = readAuth(env);
  const { openGithubHost } = await import('../github/open-github-host.ts');
  const [baseUrl, web] = [env['GITHUB_API_URL'], env['GITHUB_SERVER_URL']];
  return openGithubHost({
    auth,
    ...(baseUrl && { baseUrl }),
    ...(web && { web }),
    now,
    sleep: (milliseconds) => setTimeout(milliseconds),
  });
}

function readAuth(env: Environment['env']): GithubSettings['auth'] {
  const [appId, privateKey, installation] = [
    'KAIRAN_APP_ID',
    'KAIRAN_APP_KEY',
    'KAIRAN_APP_INSTALLATION',
  ].map((name) => env[name] ?? '');
  if (appId && privateKey && installation) return { appId, privateKey, installationId: Number(installation) };
  const token = env['GITHUB_TOKEN'] ?? '';
  if (token === '') throw new CaseError('no-token');
  return { token };
}

/** The settings of the site at hand: families, zone, timers, languages. */
function loadSiteSettings({ contentDir }: Environment): Site {
  const file = 'site.yaml';
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(contentDir, file));
  } catch {
    throw new UsageError('content-dir', contentDir);
  }
  const { facts } = parseFile({ kind: 'site', file, slug: '', language: 'ja' }, bytes);
  if (facts === undefined) throw new CaseError('site-broken', { file: join(contentDir, file) });
  return facts;
}
