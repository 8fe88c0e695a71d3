import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Advisory, Catalog } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import type { Language } from '#domain/language.ts';
import { decodeBatch, encodeBatch } from '#search/index/batch-codec.ts';
import { buildBatch } from '#search/index/build-batch.ts';
import { buildIndex, type SegmentSummary } from '#search/index/build-index.ts';
import { buildSegment } from '#search/index/build-segment.ts';
import { planPeriods, RECORDS_IN_BATCH, RECORDS_IN_SEGMENT } from '#search/index/plan-segments.ts';
import { type RecordTools, toSearchRecord } from '#search/records.ts';
import { advisoryAddress, searchIndexAddress } from '#site/addresses.ts';
import { assessAdvisory, buildCvssReader } from '#site/assessment.ts';
import { markedTitle } from '#site/rows.ts';
import { openPackStore, type Pack, type PackStore } from './pack-store.ts';
import type { Copy } from './render-site.ts';

interface Job {
  catalog: Catalog;
  language: Language;
  tools: RecordTools;
  store: PackStore;
  /** Digest of everything that a record is made of. */
  basis: (advisory: Advisory) => string;
  /** Digest of the code that makes the index. */
  engine: string;
}

interface Item {
  slug: string;
  date: string;
  advisory: Advisory;
}

/**
 * The files of the search index of every language. Records in which nothing changed since an earlier build are neither
 * read nor understood again, and segments without a changed record are not made again.
 * @param engine digest of the code that makes the index
 */
export function buildSearchIndex(catalog: Catalog, cacheDir: string, engine: string): Copy[] {
  const store = openPackStore(join(cacheDir, 'search'));
  const common = { catalog, tools: recordTools(catalog), store, basis: basisOf(catalog), engine };
  const copies = catalog.site.languages.flatMap((language) => indexLanguage({ ...common, language }));
  store.forgetOthers();
  // Records that are not translated have the same words in every language.
  return [...new Map(copies.map((copy) => [copy.path, copy])).values()];
}

function indexLanguage(job: Job): Copy[] {
  const { catalog, language, store, engine } = job;
  const items = catalog.advisories.map((advisory) => ({
    slug: advisory.slug,
    date: advisory.publishedOn,
    advisory,
  }));
  const segments = planPeriods(items, RECORDS_IN_SEGMENT).map(({ period, items: members }) => ({
    period,
    ...indexSegment(job, members),
  }));
  const above = store.keep(
    digestText([engine, 'above', ...segments.map(({ pack }) => pack.key)].join('\n')),
    () => ({
      files: buildIndex(
        segments.map(({ period, pack }) => ({ period, ...readSummary(pack) })),
        digestBytes,
      ),
      notes: new Uint8Array(),
    }),
  );
  const own = searchIndexAddress(language);
  return [
    ...[above, ...segments.map(({ pack }) => pack)].flatMap((pack) => toCopies(pack, own)),
    ...segments.flatMap(({ batches }) => batches.flatMap((pack) => toCopies(pack, searchIndexAddress()))),
  ];
}

function indexSegment(job: Job, items: readonly Item[]): { pack: Pack; batches: readonly Pack[] } {
  const { store, engine } = job;
  const batches = planPeriods(items, RECORDS_IN_BATCH).map((batch) => indexBatch(job, batch.items));
  const pack = store.keep(
    digestText([engine, 'segment', ...batches.map(({ key }) => key)].join('\n')),
    () => {
      const { files, ...summary } = buildSegment(
        batches.map((batch) => decodeBatch(batch.readNotes())),
        digestBytes,
      );
      return { files, notes: Buffer.from(JSON.stringify(summary)) };
    },
  );
  return { pack, batches };
}

function indexBatch({ catalog, language, tools, store, basis, engine }: Job, items: readonly Item[]): Pack {
  const key = digestText([engine, language, ...items.map(({ advisory }) => basis(advisory))].join('\n'));
  return store.keep(key, () => {
    const records = items.map(({ advisory }) => toSearchRecord(catalog, advisory, language, tools));
    const { words, ...batch } = buildBatch(records, digestBytes);
    return { files: words, notes: encodeBatch(batch) };
  });
}

function readSummary(pack: Pack): Omit<SegmentSummary, 'period'> {
  return JSON.parse(Buffer.from(pack.readNotes()).toString('utf8')) as Omit<SegmentSummary, 'period'>;
}

/** @param folder site path of the folder in which the files are published, with slashes at both ends */
function toCopies({ source, files }: Pack, folder: string): Copy[] {
  return files.map(({ path, fingerprint, read }) => ({
    path: folder.slice(1) + path,
    source,
    fingerprint,
    read,
  }));
}

export function recordTools(catalog: Catalog): RecordTools {
  const readCvss = buildCvssReader();
  return {
    address: (advisory, language) => advisoryAddress(catalog.site, language, advisory),
    title: markedTitle,
    assess: (advisory) => assessAdvisory(advisory, readCvss),
  };
}

/** A record is made of its advisory’s files, of the vendors that it names, and of a few settings of the site. */
function basisOf({ site, vendorBySlug }: Catalog): (advisory: Advisory) => string {
  const settings = digestText(JSON.stringify([site.languages, site.families, site.timezone]));
  const vendors = new Map(
    [...vendorBySlug].map(([slug, { facts }]) => [slug, digestText(JSON.stringify(facts))]),
  );
  return (advisory) => {
    const named = vendorsOf(advisory).map((slug) => vendors.get(slug) ?? '');
    return [settings, advisory.slug, advisory.publishedOn, advisory.digest, ...named].join(' ');
  };
}

function digestText(text: string): string {
  return hash('sha256', text).slice(0, 32);
}

function digestBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
