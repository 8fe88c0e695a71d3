import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '#catalog/front-matter.ts';
import { advisorySchema } from '#domain/advisory.ts';
import { LANGUAGES } from '#domain/language.ts';
import { buildPublicText } from './build-public-text.ts';
import { buildSkeleton } from './build-skeleton.ts';
import {
  arbitraryPrivateCase,
  buildPrivateCase,
  buildPrivateDraft,
  SECRET,
  site,
} from '../../../tests/builders/a-private-case.ts';
import { rewriteVendorTable } from './rewrite-vendor-table.ts';

const record = buildPrivateCase([
  {
    vendor: 'acme',
    answer: { status: 'affected', notices: ['https://a.example/'] },
    isShown: true,
    isTold: true,
  },
  { vendor: 'kuuso-soft', answer: { status: 'affected' }, isShown: false, isTold: true },
]);

const TABLE = `vendors:
  - vendor: acme
    status: affected
    notices:
      - url: https://a.example/
  - vendor: kuuso-soft
    status: notified
`;

describe('the vendor-status table of a draft', () => {
  it('is brought in step, and the rest keeps its bytes', () => {
    const rest = [
      '---\ntitle:   "a" # why\n\n# about rows\n',
      'x: [ 1,2 ]   \n---\n\nvendors:\n  - body\n',
    ] as const;
    const tables = [
      'vendors: []\n',
      'vendors:\n',
      'vendors: [{ vendor: acme, statement: "}]" }] # old\n',
      '"vendors":\n- vendor: acme\n  statement: |\n    x\n\n    y\n',
      'vendors:\n  - vendor: acme\n    status: affected # old\n',
    ];
    for (const table of tables) expect(rewritten(rest.join(table))).toBe(rest.join(TABLE));
    expect(rewritten(rest.join(''))).toBe(
      `---\ntitle:   "a" # why\n\n# about rows\nx: [ 1,2 ]   \n${TABLE}${rest[1].slice(14)}`,
    );
  });

  it('keeps what belongs to the coordinator', () => {
    const own = `    statusOn: 2026-11-02\n    cves:\n      CVE-2026-12345: not-affected\n    notices:\n      - url: https://a.example/\n        label: Notice\n    addendum:\n      ja: 補足\n`;
    const table = TABLE.replace('    notices:\n      - url: https://a.example/\n', own);
    expect(rewritten(`---\n${table.replace('status: affected', 'status: unknown')}---\n`)).toBe(
      `---\n${table}---\n`,
    );
  });

  it('is left alone when it is in step, comments, line ends and all', () => {
    const text = `---\r\n# words\r\n${TABLE.replaceAll('\n', ' # x\r\n').replace('vendors: # x', 'vendors:')}---\r\n`;
    expect(rewritten(text)).toBe(text);
  });

  it('holds no secret, and once rewritten it is in step, for any case and draft', () => {
    fc.assert(
      fc.property(arbitraryPrivateCase, (any) => {
        const draft = buildPrivateDraft().replaceAll(/ #.*$| *<!--.*$/gm, '');
        const once = rewriteVendorTable(draft, any);
        const text = once.ok ? once.text : '';
        expect(rewriteVendorTable(text, any)).toEqual({ ok: true, text });
        const gate = parseFrontMatter(text);
        expect(JSON.stringify(gate.ok && gate.data['vendors'])).not.toContain(SECRET);
      }),
    );
  });

  it('is refused where it cannot be replaced by lines', () => {
    for (const text of [
      '---\n{ title: a, vendors: [] }\n---\n',
      '---\n{ title: a }\n---\n',
      '---\n? vendors\n: []\n---\n',
    ])
      expect(rewriteVendorTable(text, record)).toMatchObject({
        problems: [{ kind: 'vendors-not-rewritable' }],
      });
    expect(rewriteVendorTable('no', record)).toMatchObject({ problems: [{ kind: 'front-matter-missing' }] });
  });
});

describe('the skeleton of an advisory', () => {
  const facts = { id: 'XVN#10000001', title: '1.10', product: 'P: #', publishAt: '2026-12-01T03:00:00Z' };

  it.each(LANGUAGES)('passes the schema in %s, and tells what is still to be written', (language) => {
    const text = buildSkeleton({ ...facts, vendors: ['acme', 'kuuso-soft'], language });
    const gate = parseFrontMatter(text);
    expect(gate.ok && advisorySchema.parse(gate.data)).toMatchObject({
      ...{ id: 'XVN#10000001', title: '1.10', publishedAt: facts.publishAt },
      affected: [{ vendor: 'acme', product: 'P: #' }],
      vendors: [{ vendor: 'acme', status: 'unknown' }, { vendor: 'kuuso-soft' }],
    });
    expect(text.match(/TODO/g)).toHaveLength(4);
    expect(gate.ok && gate.body.match(/^## .+$/gm)).toEqual(
      language === 'ja'
        ? ['## 概要', '## 詳細情報', '## 想定される影響', '## 対策方法']
        : ['## Overview', '## Description', '## Impact', '## Solution'],
    );
  });

  it('is in step with a case that has just begun, and can be exported', () => {
    const begun = buildPrivateCase([
      { vendor: 'acme', answer: { status: 'affected' }, isShown: false, isTold: false },
    ]);
    const text = buildSkeleton({ ...facts, vendors: ['acme'], language: 'ja' });
    expect(rewriteVendorTable(text, begun)).toEqual({ ok: true, text });
    expect(buildPublicText(text, begun, { site }).ok).toBe(true);
    expect(buildSkeleton({ ...facts, vendors: [], language: 'ja' })).not.toContain('vendors:');
  });
});

function rewritten(draft: string): string {
  const result = rewriteVendorTable(draft, record);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.text;
}
