import type { Host } from '../host/host.ts';
import { CaseError } from './case-error.ts';

/**
 * What is confidential is put into private repositories only, whatever the settings name.
 * @throws {CaseError} when everybody can read it; one that is still to be made is none
 */
export async function assertPrivate(host: Host, repo: string): Promise<void> {
  const found = await host.findRepo(repo);
  if (found?.isPrivate === false) throw new CaseError('not-private', { repo });
}
