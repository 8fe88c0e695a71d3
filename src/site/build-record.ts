import type { Catalog } from '#catalog/catalog.ts';
import { formatJson } from '#formats/format-json.ts';
import { buildRecordAddress } from './addresses.ts';
import type { PlannedFile } from './plan.ts';

/**
 * When and from what the site was built, as one JSON file: `builtAt` (RFC 3339 in UTC) and, when the site names its
 * public repository, `repository` and the `commit` of its content. It stands in a file of its own, because on the
 * pages themselves it would change every page with every build. A commit that nobody can look up is not told.
 */
export function planBuildRecord({ site, now }: Catalog, commit: string | undefined): PlannedFile {
  const source =
    site.repository === undefined ? {} : { repository: site.repository, ...(commit && { commit }) };
  return {
    kind: 'file',
    address: buildRecordAddress(),
    type: 'application/json',
    render: () => formatJson({ builtAt: now, ...source }),
  };
}
