import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { weaknesses } from '@secvisogram/csaf-validator-lib/cwe.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Catalog } from '#catalog/catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { weaknessNames } from '#domain/cwe-names.ts';
import type { Csaf20, CsafBranch } from '#formats/csaf/csaf-2.0.ts';
import { toCsaf } from '#formats/csaf/to-csaf.ts';
import { planCsaf } from '#site/exports/csaf.ts';
import { buildExports } from '#site/exports/exports.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { aCatalog, anAdvisory, inEnglish } from './builders/a-catalog.ts';
import { anAdvisoryRecord, arbitraryRecord } from './builders/an-advisory-record.ts';
import { frontMatter } from './builders/any-front-matter.ts';
import { validateCsaf } from './builders/validate-csaf.ts';
import { validateCsaf21 } from './builders/validate-csaf-21.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const CHECKED = path.join(ROOT, 'tests/fixtures/check');
const NOW = '2026-11-20T03:00:00Z';
const engine = { name: 'Kairan', version: '1.0.0' };
const selfUrl = 'https://site.example/.well-known/csaf/white/2026/test_00000001.json';

/** Every CSAF 2.0 document of a site as it is published. */
function publish(catalog: Catalog): { address: string; document: Csaf20 }[] {
  return plan(catalog)
    .filter(({ format }) => format !== 'csaf-2.1')
    .map(({ address, render }) => ({ address, document: JSON.parse(render()) as Csaf20 }));
}

function plan(catalog: Catalog): ReturnType<typeof planCsaf> {
  const exports = buildExports(buildSiteIndex(catalog));
  return exports.entries.flatMap((entry) => planCsaf(exports, entry));
}

/** Everything that is wrong with the documents, one line each. */
async function findingsOf(documents: ReturnType<typeof publish>): Promise<string[]> {
  const findings: string[] = [];
  for (const { address, document } of documents) {
    findings.push(...(await validateCsaf(document)).map((line) => `${address} ${line}`));
    findings.push(...wordsInVersions(document).map((name) => `${address} product_version “${name}”`));
  }
  return findings;
}

/** Versions that are no version; the official test 6.1.31 knows English words only. */
function wordsInVersions({ product_tree: tree }: Csaf20): string[] {
  const walk = ({ category, name, branches = [] }: CsafBranch): string[] => [
    ...(category === 'product_version' && /[^\w.+:~-]/u.test(name) ? [name] : []),
    ...branches.flatMap(walk),
  ];
  return (tree?.branches ?? []).flatMap(walk);
}

function loadCatalog(folder: string): Catalog {
  return buildCatalog(loadContent(folder), NOW);
}

/** The base tree of the check's fixtures with a valid half laid over it. */
function loadValidHalf(code: string): Catalog {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-csaf-'));
  try {
    cpSync(path.join(CHECKED, 'base'), folder, { recursive: true });
    cpSync(path.join(CHECKED, code, 'valid'), folder, { recursive: true });
    return loadCatalog(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the CSAF 2.0 documents', () => {
  it.each([
    ['content', 80],
    ['tests/fixtures/fictional', 15],
    ['tests/fixtures/other-coordinator', 2],
  ])('of %s are valid', async (folder, least) => {
    const documents = publish(loadCatalog(path.join(ROOT, folder)));
    expect(documents.length).toBeGreaterThan(least);
    expect(await findingsOf(documents)).toEqual([]);
  });

  it('of everything that the check accepts are valid', async () => {
    const codes = readdirSync(CHECKED).filter((code) =>
      existsSync(path.join(CHECKED, code, 'valid/advisories')),
    );
    expect(codes.length).toBeGreaterThan(50);
    for (const code of codes) expect(await findingsOf(publish(loadValidHalf(code))), code).toEqual([]);
  });

  it('of any front matter are valid, VEX views included', async () => {
    let views = 0;
    await fc.assert(
      fc.asyncProperty(frontMatter, async (facts) => {
        const advisory = anAdvisory(facts, { translations: inEnglish() });
        const documents = publish(aCatalog({ advisories: [advisory] }));
        views += documents.filter(({ document }) => document.document.category === 'csaf_vex').length;
        expect(await findingsOf(documents)).toEqual([]);
      }),
    );
    expect(views).toBeGreaterThan(10);
  });

  it('of any record are valid, whatever its texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (record) => {
        const documents = record.languages.map((language) => ({
          address: language,
          document: toCsaf(record, {
            view: 'advisory',
            language,
            trackingId: 'TEST#00000001',
            selfUrl,
            engine,
          }),
        }));
        expect(await findingsOf(documents)).toEqual([]);
      }),
    );
  });

  it('have the form of the golden file', async () => {
    const document = toCsaf(anAdvisoryRecord(), {
      ...{ view: 'advisory', language: 'ja', trackingId: 'TEST#00000001', selfUrl, engine },
    });
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(
      'fixtures/formats/test_00000001.csaf-2.0.json',
    );
  });
});

describe('the CSAF 2.1 documents', () => {
  it.each([
    ['content', 40],
    ['tests/fixtures/fictional', 10],
    ['tests/fixtures/other-coordinator', 2],
  ])('of %s have no error', async (folder, least) => {
    const files = plan(loadCatalog(path.join(ROOT, folder))).filter(({ format }) => format === 'csaf-2.1');
    expect(files.length).toBeGreaterThanOrEqual(least);
    const errors: string[] = [];
    for (const { address, render } of files) {
      errors.push(...(await validateCsaf21(JSON.parse(render()))).map((line) => `${address} ${line}`));
    }
    expect(errors).toEqual([]);
  });
});

describe('the names of weaknesses', () => {
  it('are those of the catalogue with which documents are compared', () => {
    const official = new Map(weaknesses.map(({ id, name }) => [id, name]));
    const wrong = [...weaknessNames].filter(([id, [name]]) => official.get(id) !== name);
    expect(wrong).toEqual([]);
  });
});
