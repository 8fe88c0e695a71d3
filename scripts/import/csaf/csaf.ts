import { type CsafProblem, fromCsaf } from '#formats/csaf/from-csaf.ts';
import { member, openDocument, type Place } from '#formats/foreign/foreign-document.ts';
import { parseJson } from '../facts/parse-json.ts';
import type { Format, Reading, Refusal, SourceFile } from '../format.ts';
import { draftOfCsaf } from './draft-of-csaf.ts';
import { listRefusals } from './list-refusals.ts';
import { makePublishable } from './publishable-texts.ts';
import { settleAccount } from './settle-account.ts';
import { tellOther } from './tell-other.ts';
import { refuseFile } from '../unread-file.ts';

/** Documents of CSAF 2.0 and 2.1 (OASIS), one a file. Hashes, signatures and lists beside them are none. */
export const csaf: Format = {
  accepts: (path) => /\.json$/iu.test(path),
  *read(files) {
    for (const file of files) yield readFile(file);
  },
};

function readFile({ path, text }: SourceFile): Reading {
  const parsed = parseJson(text);
  if ('refusal' in parsed) return refuseFile(path, parsed.refusal);
  makePublishable(parsed.value);
  const other = tellOther(parsed.value);
  if (other !== undefined) return { path, name: path, document: openDocument(parsed.value), ...other };
  return { path, ...readDocument(parsed.value, path) };
}

function readDocument(
  value: unknown,
  path: string,
): { readonly name: string; readonly document: Place } & (
  Pick<Extract<Reading, { draft: unknown }>, 'draft'> | { readonly refusal: Refusal }
) {
  const unread = openDocument(value);
  const { name, refusal } = listRefusals(unread);
  if (refusal !== undefined) return { name: name ?? path, document: unread, refusal };
  const reading = fromCsaf(value);
  if ('problems' in reading) {
    return { name: name ?? path, document: unread, refusal: refusalOf(reading.problems, value) };
  }
  const draft = draftOfCsaf(reading);
  settleAccount(reading.document, draft);
  return { name: reading.record.id, document: reading.document, draft };
}

const LONGEST_VALUE = 40;

/** The first problem, with the value that stands there. */
function refusalOf([problem]: readonly CsafProblem[], value: unknown): Refusal {
  if (problem === undefined) return { why: 'unreadable' };
  const { problem: why, pointer: at } = problem;
  const { value: found } = member(openDocument(value), ...at.slice(1).split('/'));
  const what = typeof found === 'string' ? found.trim().slice(0, LONGEST_VALUE) : '';
  return { why, at, ...(what !== '' && { what }) };
}
