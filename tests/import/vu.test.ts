import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { type Leaf } from '#formats/foreign/outcome.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { ReadContext, Reading } from '#scripts/import/format.ts';
import type { DraftRow } from '#scripts/import/vendors/join-rows.ts';
import { openVendors } from '#scripts/import/vendors/vendor-book.ts';
import { vu } from '#scripts/import/vu/vu.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpora/vu');
const CONTEXT: ReadContext = { languages: ['en'], timezone: 'America/New_York' };

function* readFolder(folder: string): Generator<Reading> {
  const root = path.join(CORPUS, folder);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => vu.accepts(name));
  for (const group of vu.group?.(names) ?? []) {
    yield* vu.read(
      group.map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') })),
      CONTEXT,
    );
  }
}

/** How many values of one kind of place came to the same end. */
type Tally = Map<string, number>;

function count(tally: Tally, { pointer, outcome }: Leaf): void {
  const end = 'why' in outcome ? `dropped ${outcome.why}` : outcome.kind;
  const key = `${pointer.replaceAll(/\/\d+/gu, '/*')} ${end}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

interface SourceNote {
  readonly report: { readonly ID: string };
  readonly vendors: readonly Readonly<Record<'VendorStatement' | 'VendorInformation' | 'Addendum', string>>[];
}

/** Words of and about vendors that no row quotes, found without what the reader itself tells of them. */
function listLostWords({ report, vendors }: SourceNote, rows: readonly DraftRow[]): string[] {
  const squeeze = (text: string) => text.replaceAll(/[\s\p{C}]+/gu, '');
  const quoted = rows.flatMap(({ statement, addendum }) => [statement, addendum]);
  const told = squeeze(quoted.filter((words) => typeof words === 'string').join(' '));
  return vendors
    .flatMap((vendor) => [vendor.VendorStatement, vendor.VendorInformation, vendor.Addendum])
    .filter((words) => !FORM_SENTENCE.test(words.trim()))
    .filter((words) => !told.includes(squeeze(words)))
    .map(() => report.ID);
}

const FORM_SENTENCE =
  /^(?:no statement is currently available|we are not aware of further vendor|the vendor has not provided us|there are no additional comments|[\w/ -]+ ha(?:s|ve) no additional comments|none\.?$|n\/a$)/iu;

describe.skipIf(!existsSync(CORPUS))('the published notes of CERT/CC', () => {
  const tally: Tally = new Map();
  const problems: string[] = [];
  const notes = { all: 0, imported: 0 };
  const rows = { told: 0, written: 0, apart: 0 };
  const lostWords: string[] = [];
  const book = openVendors([]);

  beforeAll(() => {
    for (const reading of readFolder('notes')) {
      notes.all += 1;
      for (const leaf of listOutcomes(reading.document)) count(tally, leaf);
      if (!('draft' in reading)) continue;
      notes.imported += 1;
      const { facts } = reading.draft;
      const vendors = book.rowsOf(facts.vendors ?? []);
      rows.told += (reading.document.value as SourceNote).vendors.length;
      rows.written += vendors.length;
      rows.apart += vendors.filter(
        ({ vendor }, index) => vendor !== book.slugOf(facts.vendors?.[index]?.vendor ?? ''),
      ).length;
      lostWords.push(...listLostWords(reading.document.value as SourceNote, facts.vendors ?? []));
      const { error } = advisorySchema.safeParse({ ...facts, vendors });
      if (error !== undefined) problems.push(`${facts.id}: ${error.message}`);
      const slugs = new Set(vendors.map(({ vendor }) => vendor));
      if (slugs.size !== vendors.length) problems.push(`${facts.id}: a vendor twice`);
    }
  }, 240_000);

  const ended = (key: string) => tally.get(key) ?? 0;

  it('all become advisories that their schema takes', () => {
    expect(notes).toEqual({ all: 2467, imported: 2467 });
    expect(problems).toEqual([]);
  });

  it('lose no row of a vendor', () => {
    const joined = ended('/vendors/*/Vendor dropped duplicate');
    expect({ ...rows, joined }).toEqual({ told: 19_186, written: 19_036, apart: 40, joined: 150 });
    expect(rows.told - joined).toBe(rows.written);
  });

  it('keep every status, statement and readable date of a row, but where a row was joined with another', () => {
    const lost = [...tally].filter(
      ([key]) =>
        /^\/vendors\/\*\/(?:Status|Vendor\w*|Addendum|Date\w+) dropped /u.test(key) &&
        !/ (?:placeholder|internal)$/u.test(key),
    );
    expect(Object.fromEntries(lost)).toEqual({
      '/vendors/*/Vendor dropped duplicate': 150,
      '/vendors/*/Status dropped duplicate': 150,
      '/vendors/*/DateNotified dropped duplicate': 95,
      '/vendors/*/DateResponded dropped duplicate': 8,
      '/vendors/*/DateLastUpdated dropped duplicate': 78,
      // An error message of a database.
      '/vendors/*/DateNotified dropped unreadable': 2,
    });
  });

  it('quote every word of and about a vendor', () => {
    // What cannot stand in front matter is quoted in other words: “TBD”, and addresses of private hosts.
    expect(lostWords).toEqual(['VU#229804', 'VU#637934', 'VU#922681']);
  });

  it('have no value of which nobody knows what became of it', () => {
    expect([...tally.keys()].filter((key) => key.endsWith('unknown-field'))).toEqual([]);
  });

  it('name vendors, each under one name', () => {
    const names = [...book.vendors().values()].flatMap(({ facts: { name, aliases } }) => [name, ...aliases]);
    const folded = names.map((name) => JSON.stringify(name).normalize('NFKC').toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
    expect(book.vendors().size).toBe(1801);
  });
});

describe.skipIf(!existsSync(CORPUS))('other files of CERT/CC', () => {
  it('are passed over where a note was never published', () => {
    const whys = new Set(
      [...readFolder('unpublished')].map((each) => ('skipped' in each ? each.skipped.why : '')),
    );
    expect(whys).toEqual(new Set(['unpublished']));
  });

  it('are read in the archive’s own layout like the same notes in one file each', () => {
    const readings = [...readFolder('original-layout')];
    const orphans = readings.filter((reading) => 'refusal' in reading);
    expect(orphans).toMatchObject([{ name: 'VU#986240', refusal: { why: 'missing', at: '/report' } }]);
    const imported = readings.filter((reading) => 'draft' in reading);
    expect(imported.length).toBeGreaterThan(20);
    for (const { draft } of imported) {
      const file = path.join(CORPUS, 'notes', `vu-${draft.facts.id.slice('VU#'.length)}.json`);
      if (!existsSync(file)) continue;
      const [same] = vu.read([{ path: file, text: readFileSync(file, 'utf8') }], CONTEXT);
      const other = same !== undefined && 'draft' in same ? same.draft : undefined;
      const sorted = ({ vendors = [] }: typeof draft.facts) =>
        vendors.map((row) => JSON.stringify(row)).toSorted();
      expect(draft.prose).toEqual(other?.prose);
      expect(sorted(draft.facts)).toEqual(other && sorted(other.facts));
    }
  });

  it('are told apart in VINCE', () => {
    const readings = new Map([...readFolder('vince')].map((reading) => [reading.path, reading]));
    expect(readings.get('csaf-vu-257161.json')).toMatchObject({
      refusal: { why: 'other-format', what: 'CSAF' },
    });
    expect(readings.get('sample_get_cases.json')).toMatchObject({ refusal: { why: 'not-an-advisory' } });
    const found = readings.get('vu-257161-raw.json');
    expect(found).toMatchObject({ draft: { facts: { id: 'VU#257161' } } });
    expect(
      found && listOutcomes(found.document).filter((leaf) => JSON.stringify(leaf).includes('unknown-field')),
    ).toEqual([]);
  });
});
