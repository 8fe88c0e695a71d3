import { items, member, openDocument, type Place } from '#formats/foreign/foreign-document.ts';
import { isObject } from '#formats/foreign/outcome.ts';
import type { Format, ReadContext, Reading, SourceFile } from '../format.ts';
import { parseJson } from '../facts/parse-json.ts';
import { readJvnrss } from './jvnrss.ts';
import { findClosedLabel } from './read-label.ts';
import { readOkaEntry } from './read-oka-entry.ts';
import { readOkaRecord } from './read-oka-record.ts';
import type { Read } from './read-vulinfo.ts';
import { readVuldef } from './vuldef.ts';
import { openXmlFile, skipAnswer } from './xml-records.ts';
import { passOver, refuseFile } from '../unread-file.ts';

/**
 * Answers and data feeds of the MyJVN API, XML (“hnd”, 3.x) and JSON (“oka”, 4.0). Those that hold no advisories, such
 * as lists of vendors, products and alerts and statistics, are passed over.
 */
export const myjvn: Format = {
  accepts: (path) => /\.(?:json|xml|rdf)$/iu.test(path),
  *read(files, context) {
    for (const file of files) {
      if (/^\s*[[{"]/u.test(file.text.slice(0, 200).replace(/^\uFEFF/u, ''))) yield* readJson(file, context);
      else yield* readXmlAnswer(file, context);
    }
  },
};

const ANSWERS: ReadonlySet<string> = new Set(['Result', 'atom:feed']);

function* readXmlAnswer(file: SourceFile, context: ReadContext): Generator<Reading> {
  const document = openXmlFile(file);
  if ('refusal' in document) yield refuseFile(file.path, document.refusal);
  else if (document.name === 'VULDEF-Document') yield* readVuldef(file, document, context);
  else if (document.name === 'rdf:RDF') yield* readJvnrss(file, document, context);
  else if (ANSWERS.has(document.name)) yield skipAnswer(file.path, openDocument(document.value));
  else yield refuseFile(file.path, { why: 'other-format', what: document.name });
}

function* readJson(file: SourceFile, { timezone }: ReadContext): Generator<Reading> {
  const parsed = parseJson(file.text);
  if ('refusal' in parsed) {
    yield refuseFile(file.path, parsed.refusal);
    return;
  }
  const root = openDocument(parsed.value);
  const feed = member(root, 'feed');
  const lists = [member(root, 'jvndb-datafeed'), feed, root];
  const closed = lists.map(findClosedLabel).find((refusal) => refusal !== undefined);
  const records = listRecords(root);
  const entries = records.length > 0 ? [] : items(feed, 'entry').filter((entry) => !isAlert(entry));
  for (const { value } of records) {
    yield toReading(file, value, member(openDocument(value), 'document', 'tracking', 'id'), (document) => {
      const label = closed ?? findClosedLabel(member(document, 'document'));
      return label === undefined ? readOkaRecord(document, timezone) : { refusal: label };
    });
  }
  const language = languageOf(feed);
  for (const { value } of entries) {
    yield toReading(file, value, member(openDocument(value), 'id'), (document) =>
      closed === undefined ? readOkaEntry(document, { language, zone: timezone }) : { refusal: closed },
    );
  }
  if (records.length === 0 && entries.length === 0) yield judgeOther(file, root);
}

function toReading(file: SourceFile, value: unknown, id: Place, read: (document: Place) => Read): Reading {
  const document = openDocument(value);
  const name = typeof id.value === 'string' && id.value.trim() !== '' ? id.value.trim() : file.path;
  return { path: file.path, name, document, ...read(document) };
}

/** Records stand alone, in a list, or in the objects of a STIX bundle, and there alone or in a list again. */
function listRecords(root: Place): Place[] {
  const holders = [
    root,
    ...items(root, 'VULDEF-Document'),
    ...items(root, 'jvndb-datafeed', 'entry'),
    ...items(root, 'objects').flatMap((object) => [object, ...items(object, 'VULDEF-Document')]),
  ];
  return holders.filter((holder) => isObject(member(holder, 'document').value));
}

/** Alerts list news of others, with items of their own. */
function isAlert(entry: Place): boolean {
  const id = member(entry, 'id').value;
  return (
    isObject(entry.value) && (Object.hasOwn(entry.value, 'sec:items') || String(id).startsWith('MYJVN-ALT-'))
  );
}

function languageOf(feed: Place): string | undefined {
  const places = [member(feed, 'lang'), member(feed, 'generator', 'language')];
  return places.map(({ value }) => value).find((tag) => typeof tag === 'string');
}

/** Members by which the other answers of the API are known. */
const OTHER_ANSWERS = [
  'jvn_product_dictionary',
  'jvn-product-dictionary',
  'product-list',
  'dataTotal',
  'feed',
  'status',
  'jvndb-datafeed',
  'VULDEF-Document',
];

function judgeOther(file: SourceFile, root: Place): Reading {
  const known = OTHER_ANSWERS.find((name) => member(root, name).value !== undefined);
  if (known === undefined) return refuseFile(file.path, { why: 'other-format' });
  return passOver(file.path, { why: 'not-an-advisory', what: known });
}
