import { advisoryRecordSchema } from '#formats/record/advisory-record.ts';
import { drop, member, openDocument, tell } from '#formats/foreign/foreign-document.ts';
import { isObject } from '#formats/foreign/outcome.ts';
import { parseJson } from '../facts/parse-json.ts';
import type { Reading, Refusal, SourceFile } from '../format.ts';
import { draftOfRecord } from '../record/draft-of-record.ts';
import { refuseFile } from '../unread-file.ts';

/** The `advisory.json` of another site's page. */
export function readRecordFile({ path, text }: SourceFile): Reading {
  const parsed = parseJson(text);
  if ('refusal' in parsed) return refuseFile(path, parsed.refusal);
  const document = openDocument(parsed.value);
  const id = isObject(parsed.value) ? parsed.value['id'] : undefined;
  const name = typeof id === 'string' && id !== '' ? id : path;
  const record = advisoryRecordSchema.safeParse(parsed.value);
  if (!record.success) return { path, name, document, refusal: refusalOf(parsed.value, record.error.issues) };
  tell(document);
  for (const key of ['updatedAt', 'translated', 'slug', 'languages']) drop(member(document, key), 'computed');
  for (const key of ['publisher', 'licence', 'family']) drop(member(document, key), 'no-place');
  return { path, name, document, draft: draftOfRecord(record.data) };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function refusalOf(value: unknown, [issue]: readonly Issue[]): Refusal {
  if (!isObject(value) || !('publishedAt' in value)) return { why: 'other-format', what: 'advisory.json' };
  if (value['tlp'] !== 'CLEAR') return { why: 'label', at: '/tlp' };
  const at = (issue?.path ?? []).map((key) => `/${String(key)}`).join('');
  return { why: 'unreadable', at, ...(issue && { what: issue.message.slice(0, 100) }) };
}
