import type { HubSettings } from '#coordination/hub-files.ts';
import type { Environment } from '../../environment.ts';
import { CaseError } from '../case-error.ts';
import type { HubEngine } from './hub-template.ts';

/**
 * The engine that workflows run, at one commit: what the hub names, or that of the checkout at hand.
 * @throws {CaseError} when no commit is known: what runs with rights must not change by itself
 */
export function engineOf(
  { git, root }: Pick<Environment, 'git' | 'root'>,
  { engine, site }: HubSettings,
): HubEngine {
  const [repo = site, named] = engine?.split('@') ?? [];
  const commit = named ?? git(['-C', root, 'rev-parse', 'HEAD'])?.trim();
  if (commit === undefined) throw new CaseError('no-engine');
  return { repo, commit };
}
