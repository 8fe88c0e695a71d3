import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { hubSettingsSchema } from '#coordination/hub-files.ts';
import { SETTINGS_FILE } from './parse-hub.ts';

/** The engine that the workflows of a hub run. */
export interface HubEngine {
  /** owner/name */
  repo: string;
  /** A commit; a branch where none is known. */
  commit: string;
}

/**
 * What stands in a new hub: the template's files, filled in, and its settings.
 * @param root the project's own folder
 * @param given the settings as `hub.yaml` writes them; they go into it as they are
 * @param engine what `engine` of the settings names, or else the site's own branch, when absent
 * @throws when the settings do not fit their schema
 */
export function hubFiles(
  root: string,
  given: Readonly<Record<string, unknown>>,
  engine?: HubEngine,
): ReadonlyMap<string, string> {
  const { site, siteBranch, contentPath, coordinators, engine: named } = hubSettingsSchema.parse(given);
  const [repo = site, commit = siteBranch] = named?.split('@') ?? [];
  const words = {
    engine: engine?.repo ?? repo,
    commit: engine?.commit ?? commit,
    site,
    siteBranch,
    contentPath,
    coordinators: coordinators.map((login) => `@${login}`).join(' '),
  };
  const folder = join(root, 'scripts', 'templates', 'hub');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, string] => [
      relative(folder, file).replaceAll('\\', '/'),
      fillIn(readFileSync(file, 'utf8'), words),
    ]);
  return new Map([...files, [SETTINGS_FILE, stringify(given, { lineWidth: 0 })]]);
}

/** A function fills in, because `$` in a replacement text has a meaning of its own. */
function fillIn(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => words[name] ?? whole);
}
