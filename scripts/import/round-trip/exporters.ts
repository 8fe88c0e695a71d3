import type { Language } from '#domain/language.ts';
import { toCnaDocument } from '#formats/cve/to-cna-container.ts';
import { toCsaf21 } from '#formats/csaf/to-csaf-21.ts';
import { toCsaf } from '#formats/csaf/to-csaf.ts';
import { openDocument, text } from '#formats/foreign/foreign-document.ts';
import { isObject } from '#formats/foreign/outcome.ts';
import { renderJvnrss } from '#formats/jvnrss/render-jvnrss.ts';
import { toOsv } from '#formats/osv/to-osv.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { renderVuldef } from '#formats/vuldef/render-vuldef.ts';
import type { Format } from '../format.ts';

/** An advisory that was imported, and where it came from. */
interface Exported {
  readonly record: AdvisoryRecord;
  readonly language: Language;
  readonly zone: string;
  /** The record of the source. */
  readonly source: unknown;
  readonly format: Format;
}

/** What is compared: the record of the source, and what the export makes of the advisory in the same form. */
interface Pair {
  readonly before: unknown;
  readonly after: unknown;
}

type Export = (exported: Exported) => Pair | undefined;

/** The formats that this project writes as well as reads. */
export const EXPORTS: Readonly<Record<string, Export>> = {
  csaf: ({ record, language, source }) => {
    const document = openDocument(source);
    const options = {
      language,
      trackingId: text(document, 'document', 'tracking', 'id') ?? record.id,
      selfUrl: 'https://advisories.example/advisory.json',
      engine: { name: 'Kairan', version: '0' },
    };
    const isNewer = text(document, 'document', 'csaf_version') === '2.1';
    const after = isNewer ? toCsaf21(record, options) : toCsaf(record, { ...options, view: 'advisory' });
    return { before: source, after: plain(after) };
  },
  cve: ({ record, source }) => {
    const vulnerability = record.vulnerabilities[0];
    if (vulnerability?.cve === undefined || !isObject(source)) return undefined;
    const { containers } = source;
    const document = toCnaDocument(
      record,
      { ...vulnerability, cve: vulnerability.cve },
      '00000000-0000-4000-8000-000000000000',
    );
    return {
      before: isObject(containers) ? containers['cna'] : undefined,
      after: plain(document.cnaContainer),
    };
  },
  osv: ({ record, source }) => ({ before: source, after: plain(toOsv(record, record.id)) }),
  vuldef: ({ record, language, zone, source, format }) => ({
    before: source,
    after: readBack(format, renderVuldef(record, language, zone)),
  }),
  jvnrss: ({ record, language, zone, source, format }) => ({
    before: source,
    after: readBack(
      format,
      renderJvnrss(
        {
          ...{ url: 'https://advisories.example/rss.rdf', homeUrl: 'https://advisories.example/' },
          ...{ title: '—', description: '—', language, publisher: '—', zone },
          namespace: 'http://jvn.jp/rss/mod_sec/3.0/',
        },
        [record],
      ),
    ),
  }),
};

/** As a program would read it: what JSON does not write is not there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** XML in the form in which its reader holds a record. */
function readBack(format: Format, written: string): unknown {
  const [reading] = format.read([{ path: 'export.xml', text: written }], { languages: [], timezone: 'UTC' });
  return reading?.document.value;
}
