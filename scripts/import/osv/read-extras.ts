import { cpePattern } from '#domain/identifiers.ts';
import { drop, items, member, type Place, retell, text, texts } from '#formats/foreign/foreign-document.ts';
import { readAddress } from '../facts/address.ts';
import { readLine } from '../facts/plain-line.ts';
import { readVector } from '../facts/vector.ts';
import { describeRange } from './read-ranges.ts';

/** Fields of single databases that say where in the code it is, or how the database keeps the record. */
const LEFT_OUT: Readonly<Record<string, 'no-place' | 'internal'>> = {
  'ecosystem_specific/imports': 'no-place',
  'ecosystem_specific/affects': 'no-place',
  'ecosystem_specific/affected_functions': 'no-place',
  'ecosystem_specific/binaries': 'no-place',
  'ecosystem_specific/availability': 'no-place',
  'ecosystem_specific/types': 'no-place',
  'ecosystem_specific/vanir_signatures': 'internal',
  'database_specific/source': 'internal',
  'database_specific/osv': 'internal',
};

/** What databases say of a package beside its versions, for the note of the product. */
export function readExtras(affected: Place): string[] {
  for (const [path, why] of Object.entries(LEFT_OUT)) drop(member(affected, ...path.split('/')), why);
  const known = readLine(affected, 'database_specific', 'last_known_affected_version_range');
  const level = readLine(affected, 'ecosystem_specific', 'spl');
  const custom = items(affected, 'ecosystem_specific', 'custom_ranges').flatMap(
    (range) => describeRange(range) ?? [],
  );
  return [
    ...(known === undefined ? [] : [`Last known affected versions: ${known}`]),
    ...(level === undefined ? [] : [`Security patch level: ${level}`]),
    ...(custom.length === 0 ? [] : [`Versions of the product: ${custom.join('; ')}`]),
  ];
}

/** What databases say of a record in the places for packages. */
export interface Remarks {
  readonly vectors: readonly string[];
  readonly sentences: readonly string[];
  readonly fixes: readonly string[];
  readonly pages: readonly string[];
}

/** Scores, remarks and addresses that stand with the packages of a record although they are about all of it. */
export function readRemarks(document: Place): Remarks {
  const places = items(document, 'affected');
  return {
    vectors: places.flatMap((place) => readPackageVectors(place)),
    sentences: places.flatMap((place) => readSentences(place)),
    fixes: places.flatMap((place) =>
      items(place, 'ecosystem_specific', 'fixes').flatMap((item) => readAddress(item) ?? []),
    ),
    pages: places.flatMap((place) => readAddress(place, 'database_specific', 'human_link') ?? []),
  };
}

function readPackageVectors(place: Place): string[] {
  const own = items(place, 'severity').flatMap((severity) => {
    drop(member(severity, 'type'), 'computed');
    return readVector(severity, 'score') ?? [];
  });
  const rust = readVector(place, 'database_specific', 'cvss');
  return rust === undefined ? own : [...own, rust];
}

function readSentences(place: Place): string[] {
  const informational = readLine(place, 'database_specific', 'informational');
  const categories = texts(place, 'database_specific', 'categories');
  const severity = readLine(place, 'ecosystem_specific', 'severity');
  const priority = readLine(place, 'ecosystem_specific', 'ubuntu_priority');
  return [
    ...(informational === undefined ? [] : [`The advisory is for information: ${informational}`]),
    ...(categories.length === 0 ? [] : [`Category: ${categories.join(', ')}`]),
    ...(severity === undefined ? [] : [`Severity as the source rates it: ${severity}`]),
    ...(priority === undefined ? [] : [`Priority as Ubuntu rates it: ${priority}`]),
  ];
}

/** What a database says of the whole record (OSV 1.7, `database_specific`). */
export interface DatabaseRemarks {
  readonly cwe: readonly string[];
  readonly sentences: readonly string[];
  readonly page?: string;
  readonly cpes: readonly string[];
}

const BOOKKEEPING = [
  ...[
    'github_reviewed',
    'github_reviewed_at',
    'review_status',
    'nvd_published_at',
    'home',
    'osvs',
    'repository',
  ],
  ...['malicious-packages-origins', 'URL', 'package', 'affects', 'last_affected', 'source'],
];

export function readDatabase(document: Place, hasVector: boolean): DatabaseRemarks {
  const place = member(document, 'database_specific');
  for (const key of BOOKKEEPING) drop(member(place, key), 'internal');
  drop(member(place, 'license'), 'no-place');
  const page = readAddress(place, 'url') ?? readAddress(place, 'www');
  return {
    cwe: readCwes(place),
    sentences: readRating(place, hasVector),
    cpes: texts(place, 'cpes').filter((cpe) => cpePattern.test(cpe)),
    ...(page !== undefined && { page }),
  };
}

function readCwes(place: Place): string[] {
  drop(member(place, 'CWE', 'desc'), 'computed');
  return [...items(place, 'cwe_ids'), member(place, 'CWE', 'id')].flatMap((item) => {
    const written = text(item);
    if (written === undefined) return [];
    const id = /^CWE-0*([1-9]\d{0,4})$/u.exec(written)?.[1];
    if (id === undefined) {
      drop(item, 'unreadable');
      return [];
    }
    if (`CWE-${id}` !== written) retell(item, `CWE-${id}`);
    return [`CWE-${id}`];
  });
}

/** A word for the severity follows from the vector, where there is one. */
function readRating(place: Place, hasVector: boolean): string[] {
  const rating = readLine(place, 'severity');
  if (rating === undefined) return [];
  if (!hasVector) return [`Severity as the source rates it: ${rating}`];
  drop(member(place, 'severity'), 'computed');
  return [];
}
