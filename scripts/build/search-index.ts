import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Advisory, Catalog } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import type { Language } from '#domain/language.ts';
import { type BatchRecord, buildBatch } from '#search/index/build-batch.ts';
import { buildIndex, type SegmentSource } from '#search/index/build-index.ts';
import { buildSegment } from '#search/index/build-segment.ts';
import { planPeriods, planSegments, SIZES } from '#search/index/plan-segments.ts';
import { decodeRunPart, encodeRunPart, type Run, type RunTerm } from '#search/index/term-run.ts';
import { Understanding } from '#search/index/understanding.ts';
import { type RecordTools, toSearchRecord } from '#search/records.ts';
import { advisoryAddress, searchIndexAddress } from '#site/addresses.ts';
import { assessAdvisory, buildCvssReader } from '#site/assessment.ts';
import { markedTitle } from '#site/rows.ts';
import { openPackStore, type Pack, type PackStore } from './pack-store.ts';
import type { Copy } from './render-site.ts';

interface Job {
  catalog: Catalog;
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

/** How packs are written: another number keeps this code from reading what another one has left. */
const VERSION = 2;

/**
 * The files of the search index of every language. Records in which nothing changed since an earlier build are neither
 * read nor understood again, and segments without a changed record are not made again. Whatever is made goes to the disk
 * at once: how much memory that takes does not depend on how many advisories there are.
 * @param engine digest of the code that makes the index
 */
export function buildSearchIndex(catalog: Catalog, cacheDir: string, engine: string): Copy[] {
  const store = openPackStore(join(cacheDir, 'search'));
  const basis = basisOf(catalog);
  const job = { catalog, tools: recordTools(catalog), store, basis, engine: `${VERSION} ${engine}` };
  const items = catalog.advisories.map((advisory) => ({
    slug: advisory.slug,
    date: advisory.publishedOn,
    advisory,
  }));
  const segments = planSegments(items, SIZES).map((plan) => indexSegment(job, plan.items));
  const copies = catalog.site.languages.flatMap((language) => {
    const own = segments.flatMap((all) => all.get(language) ?? []);
    const above = indexAbove(job, own);
    return [above, ...own].flatMap((pack) => toCopies(pack, searchIndexAddress(language)));
  });
  const words = segments.flatMap((all) => [...all.values()].flatMap(({ batches }) => batches));
  store.forgetOthers();
  // Records that are not translated have the same words in every language.
  const all = [...copies, ...words.flatMap((pack) => toCopies(pack, searchIndexAddress()))];
  return [...new Map(all.map((copy) => [copy.path, copy])).values()];
}

type SegmentPack = Pack & { batches: readonly Pack[] };

/** One segment for each language. */
function indexSegment(job: Job, items: readonly Item[]): Map<Language, SegmentPack> {
  const { languages } = job.catalog.site;
  const batches = planPeriods(items, SIZES.batch).map((batch) => indexBatch(job, batch.items));
  return new Map(
    languages.map((language) => {
      const own = batches.flatMap((all) => all.get(language) ?? []);
      return [language, { ...joinBatches(job, own), batches: own }];
    }),
  );
}

function joinBatches({ store, engine }: Job, batches: readonly Pack[]): Pack {
  const key = digestText([engine, 'segment', ...batches.map((batch) => batch.key)].join('\n'));
  return store.keep(key, () => {
    const sources = batches.map((batch) => {
      const { told, readTerms } = readNotes(batch);
      return { records: told as BatchRecord[], readTerms };
    });
    const { files, run, ...entry } = buildSegment(sources, digestBytes);
    return { files, notes: toNotes(entry, run) };
  });
}

/** One batch for each language; what is the same in several is understood once. */
function indexBatch(job: Job, items: readonly Item[]): Map<Language, Pack> {
  const { catalog, tools, store, basis, engine } = job;
  const bases = items.map(({ advisory }) => basis(advisory));
  const understanding = new Understanding();
  return new Map(
    catalog.site.languages.map((language) => {
      const key = digestText([engine, language, ...bases].join('\n'));
      const pack = store.keep(key, () => {
        const records = items.map(({ advisory }) => toSearchRecord(catalog, advisory, language, tools));
        const { words, records: cards, run } = buildBatch(records, digestBytes, understanding);
        return { files: words, notes: toNotes(cards, run) };
      });
      return [language, pack];
    }),
  );
}

/** What leads to the segments of one language. */
function indexAbove({ store, engine }: Job, segments: readonly Pack[]): Pack {
  const key = digestText([engine, 'above', ...segments.map((segment) => segment.key)].join('\n'));
  return store.keep(key, () => {
    const sources = segments.map((segment) => {
      const { told, readTerms } = readNotes(segment);
      return { ...(told as Omit<SegmentSource, 'readTerms'>), readTerms };
    });
    return { files: buildIndex(sources, digestBytes), notes: [] };
  });
}

/** The notes of batches and segments: what the next step must know of all of it, then the parts of its run. */
function toNotes(told: unknown, run: Run): Uint8Array[] {
  return [Buffer.from(JSON.stringify(told)), ...run.map(encodeRunPart)];
}

function readNotes({ readNote }: Pack): { told: unknown; readTerms: (part: number) => RunTerm[] } {
  return {
    told: JSON.parse(Buffer.from(readNote(0)).toString('utf8')),
    readTerms: (part) => decodeRunPart(readNote(1 + part)),
  };
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
