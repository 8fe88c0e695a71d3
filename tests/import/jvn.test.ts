import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseVersionProse } from '#domain/version-prose.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { Format, Reading } from '#scripts/import/format.ts';
import { jvnrss } from '#scripts/import/jvn/jvnrss.ts';
import { myjvn } from '#scripts/import/jvn/myjvn.ts';
import { vuldef } from '#scripts/import/jvn/vuldef.ts';
import { expectSound, listInvented, listUnknown } from '../builders/sound-readings.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpora/jvn');
const FOLDERS = [
  'go-myjvn-kazukiigeta',
  'go-myjvn-spiegel',
  'jvndb-feeds',
  'myjvn-hnd',
  'myjvn-np-history',
  'myjvn-oka',
  'other',
];

function readFolder(format: Format, folder: string): Reading[] {
  return readdirSync(path.join(CORPUS, folder))
    .filter(format.accepts)
    .flatMap((file) => {
      const text = readFileSync(path.join(CORPUS, folder, file), 'utf8');
      return [
        ...format.read([{ path: `${folder}/${file}`, text }], {
          languages: ['ja', 'en'],
          timezone: 'Asia/Tokyo',
        }),
      ];
    });
}

const readings = new Map<Format, Reading[]>();

/** All readings of a format, made once. */
function readAll(format: Format): Reading[] {
  const all = readings.get(format) ?? FOLDERS.flatMap((folder) => readFolder(format, folder));
  readings.set(format, all);
  return all;
}

/** How often each outcome comes; a refusal of another format says nothing about a file. */
function countOf(list: readonly Reading[]): Record<string, number> {
  const kinds = list.map((reading) => {
    if ('draft' in reading) return 'imported';
    return 'refusal' in reading ? `refused: ${reading.refusal.why}` : `skipped: ${reading.skipped.why}`;
  });
  return Object.fromEntries(
    [...new Set(kinds)].toSorted().map((kind) => [kind, kinds.filter((each) => each === kind).length]),
  );
}

/** What the readers say of their own, and what has another form than in the source. */
const OWN = [
  /^(?:公開|更新|Published|Updated)/u,
  /^(?:全体の評価|Overall rating)/u,
  /^(?:情報源に対策方法の記載は|The source does not tell of)/u,
  /^JVN(?: iPedia)?$/u,
  /^https:\/\/(?:jvndb\.)?jvn\.jp\//u,
  /^(?:ja|en)$/u,
  /^cpe:2\.3:/u,
  /^[<>=*]/u,
  /^\d{4}-\d{2}-\d{2}T/u,
  /^(?:github|gitlab)\.com|^[\w.-]+$/u,
];

describe.skipIf(!existsSync(CORPUS))('documents of JVN', () => {
  it.each([
    ['vuldef', vuldef, { imported: 30, 'refused: other-format': 30, 'refused: syntax': 3 }],
    [
      'jvnrss',
      jvnrss,
      { imported: 26, 'refused: other-format': 32, 'refused: syntax': 3, 'skipped: not-an-advisory': 2 },
    ],
    [
      'myjvn',
      myjvn,
      { imported: 87, 'refused: label': 1, 'refused: syntax': 5, 'skipped: not-an-advisory': 29 },
    ],
  ] as const)('as %s become valid drafts, or say why not', (_, format, counts) => {
    expectSound(readAll(format));
    expect(countOf(readAll(format))).toEqual(counts);
  });

  it('are accounted for without a field that is not known', () => {
    for (const format of [vuldef, jvnrss, myjvn]) expect(listUnknown(readAll(format))).toEqual([]);
  });

  it('hold every text of their drafts', () => {
    for (const format of [vuldef, jvnrss, myjvn]) {
      const invented = readAll(format).flatMap((reading) => listInvented(reading, OWN));
      expect([...new Set(invented)]).toEqual([]);
    }
  });

  it.each([
    ['myjvn-hnd/dataFeed_jvndb_rss_hnd.xml', '75:10'],
    ['go-myjvn-kazukiigeta/get_product_list_test-1-3a8adec.xml', '1:260'],
    ['go-myjvn-kazukiigeta/get_product_list_test-2-5e1bfe3.xml', '4:42'],
    ['myjvn-oka/dataFeed_jvndb_detail_oka.json', '1377:15'],
    ['myjvn-oka/dataFeed_myjvn_product_version_oka.json', '178:15'],
  ])('that are broken are refused at the place of the error: %s', (file, at) => {
    const reading = readAll(myjvn).find((each) => each.path === file);
    expect(reading).toMatchObject({ refusal: { why: 'syntax', at } });
  });

  it('have version texts of which most are ranges', () => {
    const texts = readAll(vuldef).flatMap(({ document }) =>
      listOutcomes(document).flatMap(({ pointer, value }) =>
        /\/VersionNumber(?:\/\d+)?$/u.test(pointer) && value !== '' ? [value] : [],
      ),
    );
    const read = texts.filter(
      (text) => parseVersionProse(text.replace(/（(?:、?CVE-[\d-]+)+）$/u, '')) !== undefined,
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(read.length / texts.length).toBeGreaterThan(0.6);
  });

  it('that are pages for people are of another format', () => {
    for (const folder of ['jvn-html', 'jpcert-at-html']) {
      for (const file of readdirSync(path.join(CORPUS, folder))) {
        const text = readFileSync(path.join(CORPUS, folder, file), 'utf8');
        for (const format of [vuldef, jvnrss, myjvn]) {
          const [reading] = format.read([{ path: file, text }], { languages: [], timezone: 'Asia/Tokyo' });
          expect(reading).toMatchObject({ refusal: { why: 'other-format' } });
        }
      }
    }
  });
});
