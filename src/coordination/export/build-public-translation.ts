import type { ContentProblem } from '#catalog/content.ts';
import { parseFile } from '#catalog/parse-file.ts';
import { type TranslationFacts, translationSchema } from '#domain/advisory.ts';
import { toSlug } from '#domain/advisory-id.ts';
import type { Language } from '#domain/language.ts';
import type { CaseRecord } from '../case-record.ts';
import { hashText } from './build-public-text.ts';
import { formatFrontMatter } from '#catalog/format-front-matter.ts';
import { cleanBody, type Removal } from './hidden-words.ts';
import { pickKnown } from '#catalog/pick-known.ts';
import { checkValues, type Draft, readDraft } from './read-draft.ts';

export type PublicTranslationResult =
  | { ok: true; text: string; hash: string; words: TranslationFacts; removed: readonly Removal[] }
  | { ok: false; problems: readonly ContentProblem[] };

/**
 * The public text of a translation, made as `buildPublicText` makes the original. Of vendors' statements only those of rows
 * that show a statement are kept.
 * @param draft `advisory.<language>.md` of the room; it counts as hostile
 */
export function buildPublicTranslation(
  draft: string,
  record: CaseRecord,
  { language }: { language: Language },
): PublicTranslationResult {
  const file = `advisory.${language}.md`;
  const read = readDraft(draft, file);
  if (!read.ok) return read;
  const slug = toSlug(record.id ?? '');
  const body = cleanBody(read.body, { file, language, slug, firstLine: read.bodyLine });
  const problems = [...checkValues(translationSchema, read.data, read, file), ...body.problems];
  if (problems.length > 0) return { ok: false, problems };
  const text = formatFrontMatter(pickKnown(translationSchema, publicWords(read, record)) ?? {}, body.text);
  const { facts } = parseFile({ kind: 'translation', file, slug, language }, new TextEncoder().encode(text));
  if (facts === undefined) throw new Error('A translation that passed its schema did not pass it again.');
  return { ok: true, text, hash: hashText(text), words: facts, removed: body.removed };
}

function publicWords({ data }: Draft, { vendors }: CaseRecord): object {
  const { statements, addenda, ...rest } = data;
  const inTable = new Set(vendors.map(({ vendor }) => vendor));
  const quoted = new Set(
    vendors.flatMap(({ vendor, shown }) => (shown?.answer.statement === undefined ? [] : [vendor])),
  );
  return { ...rest, ...only('statements', statements, quoted), ...only('addenda', addenda, inTable) };
}

function only(key: string, words: unknown, vendors: ReadonlySet<string>): object {
  if (typeof words !== 'object' || words === null) return {};
  const kept = Object.entries(words).filter(([vendor]) => vendors.has(vendor));
  return kept.length === 0 ? {} : { [key]: Object.fromEntries(kept) };
}
