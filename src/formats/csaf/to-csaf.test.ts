import { describe, expect, it } from 'vitest';
import type { AdvisoryRecord, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { anAdvisoryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { validateCsaf } from '../../../tests/builders/validate-csaf.ts';
import { type CsafOptions, toCsaf } from './to-csaf.ts';

function told(parts: Partial<AdvisoryRecord> = {}, options: Partial<CsafOptions> = {}) {
  return toCsaf(anAdvisoryRecord(parts), {
    view: 'advisory',
    language: 'en',
    trackingId: 'TEST#00000001',
    selfUrl: 'https://site.example/.well-known/csaf/white/2026/test_00000001.json',
    engine: { name: 'Kairan', version: '1.0.0' },
    ...options,
  });
}

const empty: RecordVulnerability = { weaknesses: [], scores: [] };
const nobody = { products: [], vendors: [] };
const withdrawal = { at: '2026-04-01T00:00:00Z', reason: { ja: '誤報でした。', en: 'It was wrong.' } };
const firstOf = (parts: Partial<AdvisoryRecord>, options: Partial<CsafOptions> = {}) =>
  told(parts, options).vulnerabilities?.[0];

describe('the category of a document', () => {
  it.each<[string, Partial<AdvisoryRecord>, string]>([
    ['products for every vulnerability', {}, 'csaf_security_advisory'],
    ['a vulnerability without products', nobody, 'csaf_base'],
    ['nothing about a vulnerability', { ...nobody, vulnerabilities: [empty] }, 'csaf_informational_advisory'],
    [
      'neither that nor anybody else’s address',
      { ...nobody, vulnerabilities: [empty], references: [], related: [] },
      'csaf_base',
    ],
  ])('with %s', async (_, parts, category) => {
    const document = told(parts);
    expect(document.document.category).toBe(category);
    expect('vulnerabilities' in document).toBe(category !== 'csaf_informational_advisory');
    expect(await validateCsaf(document)).toEqual([]);
  });
});

describe('a withdrawn advisory', () => {
  const parts = { state: 'withdrawn', withdrawal, updatedAt: withdrawal.at } as const;

  it('says why first and makes no claim about products', async () => {
    const document = told(parts);
    expect(document.document.category).toBe('csaf_base');
    expect(document.document.notes[0]).toEqual({
      category: 'description',
      title: 'Reasoning for Withdrawal',
      text: 'It was wrong.',
    });
    expect(document).not.toHaveProperty('product_tree');
    expect(document).not.toHaveProperty('vulnerabilities');
    expect(await validateCsaf(document)).toEqual([]);
  });

  it('has a version for the withdrawal when no revision tells it', () => {
    expect(told(parts).document.tracking).toMatchObject({
      version: '3',
      current_release_date: withdrawal.at,
      revision_history: [
        { number: '1' },
        { number: '2' },
        { number: '3', summary: 'Withdrawn: It was wrong.' },
      ],
    });
    const early = { ...parts, withdrawal: { ...withdrawal, at: '2026-03-20T03:00:00Z' } };
    expect(told(early).document.tracking.version).toBe('2');
  });
});

describe('the publisher and the language', () => {
  it('names the original’s language in a translation only', () => {
    expect(told({}, { language: 'en' }).document).toMatchObject({ lang: 'en', source_lang: 'ja' });
    expect(told({}, { language: 'ja' }).document).not.toHaveProperty('source_lang');
  });

  it('is a translator in translations only, for an original has no language that it was translated from', async () => {
    const parts = { publisher: { ...anAdvisoryRecord().publisher, category: 'translator' } };
    for (const [language, category] of [
      ['en', 'translator'],
      ['ja', 'other'],
    ] as const) {
      const document = told(parts, { language });
      expect(document.document.publisher.category).toBe(category);
      expect(await validateCsaf(document)).toEqual([]);
    }
  });

  it('says that a translation lags behind', () => {
    const notes = (revision: number) => JSON.stringify(told({ translated: { en: revision } }).document.notes);
    expect(notes(1)).toContain('translates revision 1 of the original, whose latest revision is 2');
    expect(notes(2)).not.toContain('translates revision');
  });

  it('writes addresses as RFC 3986 does and names each once', async () => {
    const reference = { title: { en: 'A' }, url: 'https://a.example/日本?q=[1]|#x#y' };
    const document = told({ references: [reference, reference] });
    const { references } = document.document;
    expect(references.filter(({ summary }) => summary === 'A').map(({ url }) => url)).toEqual([
      'https://a.example/%E6%97%A5%E6%9C%AC?q=%5B1%5D%7C#x%23y',
    ]);
    expect(await validateCsaf(document)).toEqual([]);
  });
});

describe('a vulnerability', () => {
  it('keeps categories and unknown weaknesses in a note', () => {
    const weaknesses = [
      { id: 'CWE-264', category: true },
      { id: 'CWE-99999', category: false },
      { id: 'CWE-79', category: false },
    ];
    const vulnerability = firstOf({ vulnerabilities: [{ ...empty, weaknesses }] });
    expect(vulnerability?.cwe?.id).toBe('CWE-79');
    expect(vulnerability?.notes.at(-1)?.text).toBe('CWE-264 (category)\nCWE-99999');
  });

  it('has the worst score of a version and the others in a note', () => {
    const v4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';
    const v31 = 'CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:U/C:L/I:N/A:N';
    const scores = [
      { version: '3.1', vector: v31, score: 2.2, severity: 'low' },
      {
        version: '3.1',
        vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
        score: 9.8,
        severity: 'critical',
      },
      { version: '4.0', vector: v4, score: 9.3, severity: 'critical' },
    ] as const;
    const vulnerability = firstOf({ vulnerabilities: [{ ...empty, scores: [...scores] }] });
    expect(vulnerability?.scores?.map(({ cvss_v3: v3 }) => v3?.baseScore)).toEqual([9.8]);
    expect(vulnerability?.notes.at(-1)?.text).toBe(`${v31} 2.2 Low\n${v4} 9.3 Critical`);
  });

  it('has the advisory’s identifier when it is the only one and has no CVE', () => {
    const id = [{ system_name: 'Fictional Coordinator', text: 'TEST#00000001' }];
    expect(firstOf({ vulnerabilities: [empty] })?.ids).toEqual(id);
    expect(firstOf({ vulnerabilities: [empty, empty] })?.ids).toBeUndefined();
    expect(firstOf({})?.ids).toBeUndefined();
  });

  it('tells vendors of one day in one entry, because a party may stand once for a date', async () => {
    const [alpha] = anAdvisoryRecord().vendors;
    const day = { statusOn: '2026-03-09', listed: true, exceptions: {} };
    const vendors = alpha && [
      { ...alpha, ...day, status: 'affected' as const },
      { ...alpha, ...day, slug: 'beta', name: { en: 'Beta' }, status: 'notified' as const },
    ];
    const document = told({ vendors: vendors ?? [], timeline: [] });
    expect(document.vulnerabilities?.[0]?.involvements?.[0]).toMatchObject({
      date: '2026-03-09T00:00:00Z',
      party: 'vendor',
      status: 'in_progress',
      summary: 'Alpha Inc.: Vulnerable\nBeta: Information provided',
    });
    expect(await validateCsaf(document)).toEqual([]);
  });
});

describe('known attacks', () => {
  const exploits = (vulnerabilities: RecordVulnerability[]) =>
    told({
      vulnerabilities,
      timeline: [{ on: '2026-03-01', event: 'attack-observed' }],
    }).vulnerabilities?.map(
      ({ threats }) => threats?.find(({ category }) => category === 'exploit_status')?.details,
    );
  const [one, two] = ['CVE-1900-0001', 'CVE-1900-0002'].map((cve) => ({ ...empty, cve }));

  it('are told of the only vulnerability, and of several as of one or more of them', () => {
    expect(exploits([one ?? empty])).toEqual(['Attacks that exploit this vulnerability have been observed.']);
    const anyOf = 'Attacks that exploit at least one vulnerability of this advisory have been observed.';
    expect(exploits([one ?? empty, two ?? empty])).toEqual([anyOf, anyOf]);
  });
});

describe('remediations', () => {
  it.each([
    ['affected-investigating', 'Some products are affected; the vendor is investigating which.'],
    ['not-affected-investigating', 'No affected products are known; the vendor is still investigating.'],
    ['unknown', 'Whether products are affected is unknown.'],
    ['notified', 'The vendor has been informed; whether products are affected is not known yet.'],
  ] as const)('tell what a vendor under investigation has said: %s', (status, words) => {
    const vendors = [
      {
        slug: 'a',
        name: { en: 'A' },
        url: 'https://a.example',
        listed: true,
        status,
        exceptions: {},
        notices: [],
      },
    ];
    expect(firstOf({ products: [], vendors })?.remediations).toEqual([
      {
        category: 'none_available',
        details: `${words} Please follow the information of the vendor.`,
        product_ids: ['a'],
      },
    ]);
  });

  const solution = (html: string) => ({
    sections: { ja: [{ id: 'solution' as const, heading: '対策方法', text: '対策の文', html }] },
  });
  const unfixed = anAdvisoryRecord()
    .products.slice(0, 1)
    .map((product) => ({ ...product, fixed: [] }));
  const categoryWith = (parts: Partial<AdvisoryRecord>) =>
    firstOf({ products: unfixed, timeline: [], ...parts }, { language: 'ja' })?.remediations?.[0];

  it.each([
    ['<p><strong>アップデートする</strong></p>', 'vendor_fix'],
    ['<p><strong>ワークアラウンドを実施する</strong></p>', 'workaround'],
    ['<p><strong>使用を停止する</strong></p>', 'none_available'],
    ['<p>文だけです。</p>', 'mitigation'],
  ])('of products without fixed versions follow the heads of the solution: %s', (html, category) => {
    expect(categoryWith(solution(html))).toMatchObject({ category, details: '対策の文' });
  });

  it('name the fixed versions where there are some', () => {
    expect(firstOf({}, { language: 'en' })?.remediations?.[0]).toMatchObject({
      category: 'vendor_fix',
      details: 'Update to a fixed version: 2.0',
      url: 'https://alpha.example/notice/1',
    });
  });

  it('say so when the advisory states nothing', () => {
    expect(categoryWith({ sections: {} })).toMatchObject({
      category: 'none_available',
      details: 'この情報に、対策方法の記載はありません。',
    });
  });
});

describe('who is thanked', () => {
  it('is told by name or, when it is withheld, by the role alone', () => {
    const credits = [{ role: 'finder' }, { name: { en: 'Jane Doe' }, role: 'reporter' }];
    expect(told({ credits }).document.acknowledgments).toEqual([
      { summary: 'Finder (anonymous)' },
      { names: ['Jane Doe'], summary: 'Reporter' },
    ]);
  });
});

describe('the VEX view', () => {
  it('has the same statuses, without the prose and who was contacted', async () => {
    const [vex, advisory] = [told({}, { view: 'vex' }), told()];
    expect(vex.document.category).toBe('csaf_vex');
    expect(vex.document.notes.map(({ category }) => category)).toEqual(['summary']);
    expect(vex.vulnerabilities?.[0]).not.toHaveProperty('involvements');
    expect(vex.vulnerabilities?.map((each) => each.product_status)).toEqual(
      advisory.vulnerabilities?.map((each) => each.product_status),
    );
    expect(await validateCsaf(vex)).toEqual([]);
  });
});
