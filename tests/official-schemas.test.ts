import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { listOwnCves } from '#formats/cve/list-own-cves.ts';
import { toCnaDocument } from '#formats/cve/to-cna-container.ts';
import { listClaims } from '#formats/openvex/list-claims.ts';
import { toOpenVex } from '#formats/openvex/to-openvex.ts';
import { toOsvId } from '#formats/osv/osv-id.ts';
import { toOsv } from '#formats/osv/to-osv.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { buildExports } from '#site/exports/exports.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { anAdvisoryRecord, arbitraryRecord } from './builders/an-advisory-record.ts';

/*
 * OSV, CVE and OpenVEX against the official JSON schemas, which are not ours to hold. Which files they are and where
 * they come from stands in tests/README.md; where they are not at hand these tests are skipped.
 */

const SCHEMAS = {
  osv: 'osv-schema.json',
  cve: 'CVE_Record_Format_bundled_cnaPublishedContainer.json',
  openvex: 'openvex_json_schema.json',
} as const;

const folder = [process.env['OFFICIAL_SCHEMAS'], '../shared/schemas']
  .filter((candidate) => candidate !== undefined)
  .find((candidate) => Object.values(SCHEMAS).every((file) => existsSync(path.join(candidate, file))));

const CNA = { orgId: '00000000-0000-4000-9000-000000000001', shortName: 'test' };

describe.skipIf(folder === undefined)('by the official schema', () => {
  const records = folder === undefined ? [] : allRecords();

  it('every OSV record is valid', () => {
    const documents = records
      .filter(({ languages }) => languages.includes('en'))
      .map((record) => toOsv(record, toOsvId(record)));
    expect(findProblems(compile('osv'), documents)).toEqual([]);
    expect(documents.length).toBeGreaterThan(500);
  });

  it('every CNA container is valid', () => {
    const documents = records.flatMap((record) =>
      listOwnCves(record, CNA).flatMap((cve) => toContainer(record, cve)),
    );
    expect(findProblems(compile('cve'), documents)).toEqual([]);
    expect(documents.length).toBeGreaterThan(200);
  });

  it('every OpenVEX document is valid', () => {
    const documents = records
      .filter((record) => listClaims(record).length > 0)
      .map((record) => toOpenVex(record, `https://site.example/vex/${record.slug}.json`));
    expect(findProblems(compile('openvex'), documents)).toEqual([]);
    expect(documents.length).toBeGreaterThan(500);
  });

  it('broken documents are not', () => {
    const osv = toOsv(anAdvisoryRecord(), 'x_TEST-1');
    const [container] = toContainer(anAdvisoryRecord(), 'CVE-1900-0001');
    const vex = toOpenVex(anAdvisoryRecord(), 'https://site.example/vex/1.json');
    expect(compile('osv')({ ...osv, id: 'JVN#1' })).toBe(false);
    expect(compile('cve')({ ...container, descriptions: [{ lang: 'ja', value: '日本語だけ' }] })).toBe(false);
    expect(compile('openvex')({ ...vex, statements: [] })).toBe(false);
  });
});

/** Of the sample, of the fixtures and arbitrary ones. Every CVE counts as the CNA's own, so that there are many. */
function allRecords(): AdvisoryRecord[] {
  const contents = ['content', 'tests/fixtures/fictional', 'tests/fixtures/other-coordinator'];
  const real = contents.flatMap((content) => {
    const catalog = buildCatalog(loadContent(content), '2026-11-20T03:00:00Z');
    return buildExports(buildSiteIndex(catalog)).entries.map(({ record }) => record());
  });
  return [...real, anAdvisoryRecord(), ...fc.sample(arbitraryRecord, 2000)].map((record) => ({
    ...record,
    vulnerabilities: record.vulnerabilities.map((each) => ({ ...each, assigner: CNA.shortName })),
  }));
}

/** Nothing where there is no English description, for which no file is planned either. */
function toContainer(record: AdvisoryRecord, cve: string): object[] {
  const vulnerability = record.vulnerabilities.find((each) => each.cve === cve);
  try {
    if (vulnerability === undefined) return [];
    return [toCnaDocument(record, { ...vulnerability, cve }, CNA.orgId).cnaContainer];
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('has no English description.')) return [];
    throw error;
  }
}

function compile(name: keyof typeof SCHEMAS): ValidateFunction {
  const schema = JSON.parse(readFileSync(path.join(folder ?? '', SCHEMAS[name]), 'utf8')) as object;
  const options = { strict: false, allErrors: true };
  const ajv = name === 'cve' ? new Ajv(options) : new Ajv2020(options);
  addFormats(ajv);
  ajv.addFormat('iri', (text) => URL.canParse(text) && !/[\s<>"{}|\\^`]/u.test(text));
  return ajv.compile(schema);
}

function findProblems(validate: ValidateFunction, documents: readonly unknown[]): string[] {
  return documents.flatMap((document) => {
    // What was written is what counts: keys without a value are gone then.
    if (validate(JSON.parse(JSON.stringify(document)))) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  });
}
