import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { hostileText } from '../../../tests/builders/hostile-text.ts';
import { osvShape } from '../../../tests/builders/osv-shape.ts';
import { toParagraphs } from './osv-details.ts';
import { toOsvId } from './osv-id.ts';
import { toOsv } from './to-osv.ts';

const ID = 'x_TEST-00000001';

describe('an OSV record', () => {
  it('keeps the rules of its schema, whatever the advisory holds', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const osv = toOsv(record, ID);
        expect(osvShape.parse(osv)).toEqual(osv);
        expect(JSON.stringify(toOsv(record, ID))).toBe(JSON.stringify(osv));
      }),
    );
  });

  it('names one CVE as its alias, and several as what it bundles', () => {
    const record = anAdvisoryRecord();
    const [first] = record.vulnerabilities;
    if (first === undefined) throw new Error('The builder makes a record without vulnerabilities.');
    expect(toOsv(record, ID)).toMatchObject({ upstream: ['CVE-1900-0001', 'CVE-1900-0002'] });
    expect(toOsv(record, ID)).not.toHaveProperty('aliases');
    expect(toOsv({ ...record, id: 'ICSA-1', vulnerabilities: [first] }, ID)).toMatchObject({
      aliases: ['CVE-1900-0001', 'ICSA-1'],
    });
  });

  it('that was withdrawn says when and why', () => {
    const withdrawal = { at: '2026-03-21T00:00:00Z', reason: { en: 'It was\nnone.' } };
    const osv = toOsv(anAdvisoryRecord({ state: 'withdrawn', withdrawal, updatedAt: withdrawal.at }), ID);
    expect(osv.withdrawn).toBe(withdrawal.at);
    expect(osv.summary).toMatch(/\(withdrawn: It was none\.\)$/u);
  });

  it('leaves out products that nobody could recognise, and commits that are not whole', () => {
    const product = { vendor: 'alpha', name: { en: 'A' }, ranges: ['<2.0'], fixed: [] };
    const git = { repository: 'https://git.example/a', introduced: [], fixed: ['0123456'] };
    const unknown = [product, { ...product, purl: 'pkg:generic/a' }, { ...product, git }];
    expect(toOsv(anAdvisoryRecord({ products: unknown }), ID).affected).toEqual([]);
    const empty = { ...product, ranges: [], purl: 'pkg:npm/a' };
    expect(toOsv(anAdvisoryRecord({ products: [empty] }), ID).affected).toEqual([]);
  });

  it('holds a package once', () => {
    const product = {
      vendor: 'alpha',
      name: { en: 'A' },
      ranges: ['<2.0', '=1.0'],
      fixed: [],
      purl: 'pkg:npm/a',
    };
    const { affected } = toOsv(
      anAdvisoryRecord({ products: [product, { ...product, ranges: ['>=3 <4', '=1.0'] }] }),
      ID,
    );
    expect(affected.map(({ ranges, versions }) => [ranges?.length, versions])).toEqual([[2, ['1.0.0']]]);
  });

  it('is refused by the rules once it is broken', () => {
    const whole = toOsv(anAdvisoryRecord(), ID);
    const [first] = whole.affected;
    const broken: object[] = [
      { ...whole, id: 'JVN#1' },
      { ...whole, modified: '2026-03-20T12:00:00+09:00' },
      { ...whole, lang: 'en' },
      { ...whole, aliases: [ID] },
      { ...whole, summary: 'two\nlines' },
      { ...whole, severity: [{ type: 'CVSS_V3', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' }] },
      { ...whole, references: [{ type: 'WEB', url: 'https://x.example/a b' }] },
      { ...whole, affected: [{ ...first, package: { ecosystem: 'JVN', name: 'a', purl: 'pkg:npm/a' } }] },
      { ...whole, affected: [{ versions: ['1.0'] }] },
      ...[
        [{ fixed: '1.0.0' }],
        [{ introduced: '0', fixed: '1.0.0' }],
        [{ introduced: '0' }, { fixed: '2.0.0' }, { last_affected: '1.0.0' }],
        [{ introduced: '0' }, { fixed: '2.0' }],
      ].map((events) => ({ ...whole, affected: [{ ...first, ranges: [{ type: 'SEMVER', events }] }] })),
    ];
    expect(broken.filter((each) => osvShape.safeParse(each).success)).toEqual([]);
  });
});

it('the words of an advisory stay words when its details are read as Markdown', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, markdownish), (text) => {
      const words = text.replaceAll('\0', '\uFFFD').toWellFormed();
      const { document } = parseHTML(`<main>${markdownToHtml(toParagraphs(words).join('\n\n')).html}</main>`);
      const paragraphs = [...document.querySelectorAll('main > *')];
      expect(paragraphs.every((each) => each.localName === 'p' && each.children.length === 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const markdownish = fc
  .array(
    fc.constantFrom(
      '#',
      ' ',
      '*',
      '_',
      'a',
      '1',
      '.',
      ')',
      '-',
      '+',
      '=',
      '>',
      '`',
      '~',
      '[x](y)',
      '<b>',
      '&lt;',
      '|',
      '\\',
      '\n',
      '\t',
      '!',
      ':',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

it.each([
  ['JVN#', 'JVN13199224', undefined, 'x_JVN-13199224'],
  ['JVN#', 'JVN13199224', 'JVN', 'JVN-13199224'],
  ['JVNVU#', 'JVNVU95452299', 'JVN', 'JVN-JVNVU95452299'],
  ['ICSA-', 'ICSA-17-208-01', undefined, 'x_ICSA-17-208-01'],
])('the id of %s %s under %s is %s', (prefix, slug, registered, id) => {
  expect(toOsvId({ slug, family: { prefix } }, registered)).toBe(id);
});
