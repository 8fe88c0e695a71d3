import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { RecordSection, SearchRecord } from '#search/records.ts';

/** Real records of other publishers, outside the repository; tests of them are left out where the folder is absent. */
const CORPORA = path.resolve(import.meta.dirname, '../../../shared/corpora');

export const hasCorpora = existsSync(path.join(CORPORA, 'vu/notes'));

/** The parts of a record that differ between the corpora. */
interface Written {
  id: string;
  title: string;
  /** An instant or a day, of which the first ten characters count. */
  date: string;
  language: 'ja' | 'en';
  cves?: readonly string[];
  names?: readonly string[];
  vendors?: readonly string[];
  statuses?: readonly string[];
  sections?: readonly (readonly [id: RecordSection['id'], text: string])[];
}

function toRecord({ id, title, date, language, ...more }: Written, at: number): SearchRecord {
  const slug = id.replaceAll('#', '');
  const { cves = [], names = [], vendors = [], statuses = [], sections = [] } = more;
  const identifiers = [...new Set([slug, id, ...(slug.match(/\d{4,}/g) ?? []), ...cves])];
  return {
    slug,
    identifiers,
    title,
    names: [...new Set([...identifiers, ...names, ...vendors])].filter((name) => name !== ''),
    sections: sections.flatMap(([section, text]) =>
      text.trim() === '' ? [] : [{ id: section, heading: section ?? '', text }],
    ),
    card: { url: `/${String(at)}/${slug}/`, id, title, language, date: date.slice(0, 10), urgent: false },
    facets: {
      year: [date.slice(0, 4)],
      family: ['corpus'],
      severity: [],
      vendor: vendors.map((vendor) => vendor.toLowerCase()),
      status: [...new Set(statuses)],
      fix: ['none'],
    },
    labels: Object.fromEntries(vendors.map((vendor) => [vendor.toLowerCase(), vendor])),
  };
}

function compareByDate(a: SearchRecord, b: SearchRecord): number {
  return a.card.date < b.card.date ? -1 : a.card.date > b.card.date ? 1 : 0;
}

/** What a published note of CERT/CC says, as far as it is searched; lists of one are written as text there. */
interface VulnerabilityNote {
  report: Record<'ID' | 'Title' | 'DateFirstPublished' | (typeof NOTE_SECTIONS)[number][1], string> & {
    CVEIDs?: string | readonly string[];
  };
  vendors: readonly Record<
    'Vendor' | 'Status' | 'VendorStatement' | 'VendorInformation' | 'Addendum',
    string
  >[];
}

const NOTE_SECTIONS = [
  ['overview', 'Overview'],
  ['details', 'Description'],
  ['impact', 'Impact'],
  ['solution', 'Resolution'],
  ['solution', 'Workarounds'],
  ['affected', 'SystemsAffectedPreamble'],
  ['credits', 'ThanksAndCredit'],
] as const;

/** Vulnerability Notes of CERT/CC with the statements of vendors: English, long, up to hundreds of vendors each. */
export function loadVulnerabilityNotes(): SearchRecord[] {
  const folder = path.join(CORPORA, 'vu/notes');
  return readdirSync(folder)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as VulnerabilityNote)
    .map(toNote)
    .map(toRecord)
    .toSorted(compareByDate);
}

function toNote({ report, vendors }: VulnerabilityNote): Written {
  const cves =
    [report.CVEIDs ?? []]
      .flat()
      .join(' ')
      .match(/\d{4}-\d{4,}/g) ?? [];
  return {
    id: report.ID,
    title: report.Title,
    date: report.DateFirstPublished,
    language: 'en',
    cves: cves.map((number) => `CVE-${number}`),
    vendors: vendors.map(({ Vendor }) => Vendor),
    statuses: vendors.map(({ Status }) => Status),
    sections: [
      ...NOTE_SECTIONS.map(([section, field]) => [section, report[field]] as const),
      ...vendors.flatMap(({ VendorStatement, VendorInformation, Addendum }) =>
        [VendorStatement, VendorInformation, Addendum].map((text) => ['vendors', text] as const),
      ),
    ],
  };
}

/** Japanese: titles of JVN iPedia, records of it in VULDEF and JVNRSS, and announcements of Ruby as running text. */
export function loadJapaneseRecords(): SearchRecord[] {
  const written = [...readTitles(), ...readVuldef(), ...readRss(), ...readAnnouncements()];
  // The corpus holds some records in several versions.
  const distinct = [...new Map(written.map((entry) => [entry.id, entry])).values()];
  return distinct.map(toRecord).toSorted(compareByDate);
}

function readTitles(): Written[] {
  return readFileSync(path.join(CORPORA, 'jvn/titles/jvndb-titles-ja.tsv'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [cve = '', date = '', title = ''] = line.split('\t');
      return cve.startsWith('CVE-') ? [{ id: cve, title, date, language: 'ja' as const }] : [];
    });
}

function readVuldef(): Written[] {
  return readXml().flatMap((xml) =>
    findAll(xml, 'Vulinfo').map((entry) => ({
      id: findFirst(entry, 'VulinfoID'),
      title: findFirst(entry, 'Title'),
      date: findFirst(entry, 'DateFirstPublished') || '2000-01-01',
      language: 'ja' as const,
      cves: entry.match(/CVE-\d{4}-\d{4,}/g) ?? [],
      names: findAll(entry, 'ProductName'),
      vendors: findAll(entry, 'AffectedItem').map((item) => findFirst(item, 'Name')),
      sections: [
        ['overview', findFirst(entry, 'Overview')],
        ['impact', findFirst(findFirst(entry, 'ImpactItem'), 'Description')],
        ['solution', findFirst(findFirst(entry, 'SolutionItem'), 'Description')],
      ],
    })),
  );
}

function readRss(): Written[] {
  return readXml().flatMap((xml) =>
    findAll(xml, 'item').map((item) => ({
      id: findFirst(item, 'sec:identifier') || findFirst(item, 'link'),
      title: findFirst(item, 'title'),
      date: findFirst(item, 'dcterms:issued') || findFirst(item, 'dc:date') || '2000-01-01',
      language: 'ja' as const,
      cves: item.match(/CVE-\d{4}-\d{4,}/g) ?? [],
      sections: [['overview', findFirst(item, 'description')]],
    })),
  );
}

function readXml(): string[] {
  return listFiles(path.join(CORPORA, 'jvn'), /\.(?:xml|rdf)$/).map((file) => readFileSync(file, 'utf8'));
}

function readAnnouncements(): Written[] {
  return listFiles(path.join(CORPORA, 'ruby-lang/ja'), /\.md$/).map((file) => {
    const [, head = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
    return {
      id: path.basename(file, '.md'),
      title: /^title: *"?(.*?)"?$/m.exec(head)?.[1] ?? '',
      date: path.basename(file),
      language: 'ja',
      sections: [['overview', body]],
    };
  });
}

function listFiles(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => name.test(file) && statSync(file).isFile())
    .toSorted();
}

function findAll(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([^]*?)</${element}>`, 'g'))].map(
    ([, inner = '']) => inner,
  );
}

function findFirst(xml: string, element: string): string {
  return (findAll(xml, element)[0] ?? '').trim();
}
