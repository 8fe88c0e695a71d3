import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { CaseRecord } from '#coordination/case-record.ts';
import { buildPublicText } from '#coordination/export/build-public-text.ts';
import { buildPublicTranslation } from '#coordination/export/build-public-translation.ts';
import { toSlug } from '#domain/advisory-id.ts';
import type { AdvisoryFacts } from '#domain/advisory.ts';
import { yearIn } from '#domain/dates.ts';
import type { ContentProblem } from '#catalog/content.ts';
import { CaseError } from '../case-error.ts';
import type { Cases, Desk } from '../desk.ts';
import { loadDraft } from '../room/drafts.ts';
import { wordDraftProblems } from './draft-problems.ts';
import { ADVISORY_FILE, mainRoom } from '../room/rooms.ts';

/** What a case would put on the public site. */
export interface PublicText {
  /** The advisory and its translations: path below the content directory → text, the advisory first. */
  texts: ReadonlyMap<string, string>;
  /** Files of vendors that the site did not know; where it has one by now, its own stays. */
  vendorFiles: ReadonlyMap<string, string>;
  /** Both. */
  files: ReadonlyMap<string, string>;
  /** Path of the advisory. */
  path: string;
  /** All files, for reading. */
  text: string;
  /** SHA-256 of all that coordinators approve: the advisory and its translations. */
  hash: string;
  facts: AdvisoryFacts;
}

/**
 * Makes the public text of a case from the draft in its room.
 * @throws {CaseError} when there is no draft, or it holds what may not be published
 */
export async function requirePublicText(desk: Desk, cases: Cases, record: CaseRecord): Promise<PublicText> {
  const { code, id, publishAt } = record;
  if (id === undefined) throw new CaseError('no-room', { code });
  if (publishAt === undefined)
    throw new CaseError('wrong-state', { code, state: record.state, allowed: 'scheduled, published' });
  const draft = await loadDraft(desk, mainRoom(record));
  const source = draft?.files.get(ADVISORY_FILE);
  if (draft === undefined || source === undefined) throw new CaseError('no-draft', { code });
  const built = buildPublicText(source, record, { site: desk.site });
  if (!built.ok) throw brokenDraft(desk, code, built.problems);
  const base = `advisories/${yearIn(publishAt, desk.site.timezone)}/${toSlug(id)}`;
  const texts = new Map([[`${base}.md`, built.text], ...translationsOf(desk, record, draft.files, base)]);
  const vendorFiles = new Map(newVendorFiles(desk, cases, built.facts));
  const files = new Map([...texts, ...vendorFiles]);
  return {
    ...{ texts, vendorFiles, files },
    path: `${base}.md`,
    text: [...files].map(([path, text]) => `── ${path}\n${text}`).join('\n'),
    hash: hashTexts(texts),
    facts: built.facts,
  };
}

/** SHA-256 of an advisory and its translations, hex: path → text, the advisory first. */
export function hashTexts(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [path, text] of texts) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

function translationsOf(
  desk: Desk,
  record: CaseRecord,
  files: ReadonlyMap<string, string>,
  base: string,
): [string, string][] {
  return desk.site.languages.slice(1).flatMap((language): [string, string][] => {
    const name = `advisory.${language}.md`;
    const draft = files.get(name);
    if (draft === undefined) return [];
    const built = buildPublicTranslation(draft, record, { language });
    if (!built.ok) throw brokenDraft(desk, record.code, built.problems);
    return [[`${base}.${language}.md`, built.text]];
  });
}

/**
 * Files for vendors that the site does not know yet. They come with the advisory and not before it, since a new vendor
 * alone would tell that something is coming.
 */
function newVendorFiles(
  { environment }: Desk,
  { contacts }: Cases,
  { affected, vendors }: AdvisoryFacts,
): [string, string][] {
  const slugs = new Set([...affected, ...vendors].map(({ vendor }) => vendor));
  return [...slugs].flatMap((slug): [string, string][] => {
    const path = `vendors/${slug}.yaml`;
    const name = contacts.get(slug)?.name;
    if (name === undefined || existsSync(join(environment.contentDir, path))) return [];
    return [[path, stringify({ name })]];
  });
}

function brokenDraft(
  { words, environment }: Desk,
  code: string,
  problems: readonly ContentProblem[],
): CaseError {
  return new CaseError('draft-broken', {
    code,
    problems: wordDraftProblems(problems, words, environment.language),
  });
}
