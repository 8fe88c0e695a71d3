import { createHash } from 'node:crypto';
import type { ContentProblem } from '#catalog/content.ts';
import { parseFile } from '#catalog/parse-file.ts';
import { type AdvisoryFacts, advisorySchema } from '#domain/advisory.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { dayIn, type Instant } from '#domain/dates.ts';
import { firstLanguage } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { CaseRecord } from '../case-record.ts';
import { formatFrontMatter } from '#catalog/format-front-matter.ts';
import { cleanBody, type Removal } from './hidden-words.ts';
import { pickKnown } from '#catalog/pick-known.ts';
import { buildHistory } from './public-history.ts';
import { checkValues, type Draft, readDraft } from './read-draft.ts';
import { buildVendorRows, listRows, vendorOf } from './vendor-rows.ts';

/** The name of the draft in a room. */
export const DRAFT_FILE = 'advisory.md';

export interface PublicText {
  ok: true;
  /** The whole file as it will stand in the site's repository. */
  text: string;
  /** SHA-256 of the text in UTF-8, hex: what coordinators approve. */
  hash: string;
  facts: AdvisoryFacts;
  /** What the draft held and the text does not: comments and the like, rows of vendors that are not in the case. */
  removed: readonly Removal[];
}

export type PublicTextResult = PublicText | { ok: false; problems: readonly ContentProblem[] };

/** What a case has decided before its text can be public. */
interface Decided {
  id: string;
  publishAt: Instant;
}

/**
 * The public text of a case: a new file, made from fields that `advisorySchema` names and from what the case decided. The
 * id, the dates, the state, the judgement, the history and the vendor-status table come from the case alone; nothing else of the draft
 * than the schema's fields and the body gets into it, and of the body nothing that the page would not show. The text of a
 * text is the same text.
 *
 * Problems, beside those of any content file: `export-no-id`, `export-no-date` (not decided yet), `export-other-id` {id},
 * `hidden-words` {found}.
 * @param draft `advisory.md` of the room; it counts as hostile
 */
export function buildPublicText(
  draft: string,
  record: CaseRecord,
  { site }: { site: Site },
): PublicTextResult {
  const read = readDraft(draft, DRAFT_FILE);
  if (!read.ok) return read;
  const { id, publishAt } = record;
  if (id === undefined) return refuse([problemAt(read, 'export-no-id', 'id')]);
  if (publishAt === undefined) return refuse([problemAt(read, 'export-no-date', 'publishedAt')]);
  return exportDraft(read, record, { id, publishAt }, site);
}

function exportDraft(
  draft: Draft,
  record: CaseRecord,
  { id, publishAt }: Decided,
  site: Site,
): PublicTextResult {
  const values = decideValues(draft, record, { id, publishAt }, site);
  const drafted = draft.data['id'];
  const isOther = typeof drafted === 'string' && drafted.trim() !== '' && drafted.trim() !== id;
  const [language, slug] = [firstLanguage(site), toSlug(id)];
  const body = cleanBody(draft.body, { file: DRAFT_FILE, language, slug, firstLine: draft.bodyLine });
  const problems = [
    ...(isOther ? [problemAt(draft, 'export-other-id', 'id', { id })] : []),
    ...checkValues(advisorySchema, values, draft, DRAFT_FILE),
    ...body.problems,
  ];
  if (problems.length > 0) return refuse(problems);
  const text = formatFrontMatter(pickKnown(advisorySchema, values) ?? {}, body.text);
  // The same reader as the site's has the last word: what the ledger brought in has passed no gate yet.
  const parsed = parseFile(
    { kind: 'advisory', file: DRAFT_FILE, slug, language },
    new TextEncoder().encode(text),
  );
  const { facts } = parsed;
  if (facts === undefined)
    return refuse(parsed.problems.map(({ kind }) => problemAt(draft, kind, 'vendors')));
  return {
    ok: true,
    text,
    hash: hashText(text),
    facts,
    removed: [...droppedRows(draft, record), ...body.removed],
  };
}

/** What the front matter says: the draft's own fields, and over them what the case decided. */
function decideValues(draft: Draft, record: CaseRecord, { id, publishAt }: Decided, site: Site): object {
  const own = Object.entries(draft.data).filter(([key]) => key !== 'withdrawal' && key !== 'judgement');
  const { judgedAt } = record;
  return {
    ...Object.fromEntries(own),
    id,
    ...buildHistory(publishAt, record, draft.data['revisions'], site.timezone),
    tlp: 'CLEAR',
    ...(judgedAt !== undefined && { judgement: { on: dayIn(judgedAt, site.timezone) } }),
    vendors: buildVendorRows(record.vendors, draft.data['vendors']),
  };
}

function droppedRows(draft: Draft, { vendors }: CaseRecord): Removal[] {
  const known = new Set(vendors.map(({ vendor }) => vendor));
  return listRows(draft.data['vendors']).flatMap((row, index): Removal[] =>
    known.has(vendorOf(row)) ? [] : [{ kind: 'vendor-row', ...draft.locate(['vendors', index]) }],
  );
}

/** The digest of a public text by which it is approved. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function problemAt(
  draft: Draft,
  kind: string,
  key: string,
  params: ContentProblem['params'] = {},
): ContentProblem {
  return { kind, file: DRAFT_FILE, path: [key], params, ...draft.locate([key]) };
}

function refuse(problems: readonly ContentProblem[]): { ok: false; problems: readonly ContentProblem[] } {
  return { ok: false, problems };
}
