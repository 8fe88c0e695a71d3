import type { HubSettings } from '#coordination/hub-files.ts';
import type { Environment } from '../environment.ts';
import type { HubEngine } from './hub-template.ts';

/** The engine that workflows run: what the hub names, or the commit of the checkout at hand. */
export function engineOf(
  { git, root }: Pick<Environment, 'git' | 'root'>,
  { engine, site }: HubSettings,
): HubEngine {
  const [repo = site, commit = git(['-C', root, 'rev-parse', 'HEAD'])?.trim() ?? 'main'] =
    engine?.split('@') ?? [];
  return { repo, commit };
}
