import type { Site } from '#domain/site.ts';
import { parseAdvisoryId } from '#domain/advisory-id.ts';
import type { CaseRecord } from './case-record.ts';
import { coordinationWords } from './words/words.ts';

/** What a room is told at the end: that the advisory is public, and where. */
export function renderPublished(
  { id = '' }: Pick<CaseRecord, 'id'>,
  site: Pick<Site, 'url' | 'families' | 'languages'>,
): string {
  const parsed = parseAdvisoryId(id, site.families);
  const address = parsed === undefined ? site.url : `${site.url}/${parsed.family.path}/${parsed.slug}/`;
  const lines = site.languages.map((language) => coordinationWords(language).published(id, address));
  return `<!-- kairan:published -->\n${lines.join('\n\n')}\n`;
}
