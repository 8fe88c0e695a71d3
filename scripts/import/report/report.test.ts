import { describe, expect, it } from 'vitest';
import { drop, openDocument, member, retell, tell, listOutcomes } from '#formats/foreign/foreign-document.ts';
import { importWords } from '../../words/import/import-words.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatSummary } from './format-summary.ts';
import { type ImportReport, type RecordReport, toFieldReport } from './import-report.ts';
import { summarise } from './summarise.ts';

function aRecord(name: string, value: Readonly<Record<string, unknown>>): RecordReport {
  const document = openDocument(value);
  tell(member(document, 'title'));
  retell(member(document, 'date'), '2020-01-02');
  drop(member(document, 'score'), 'computed');
  const fields = toFieldReport(listOutcomes(document));
  return {
    source: `in/${name}.json`,
    name,
    outcome: 'created',
    notes: [],
    fields,
    file: `advisories/2020/${name}.md`,
  };
}

const REPORT: ImportReport = {
  format: 'vu',
  out: 'content',
  records: [
    aRecord('VU1', { title: 'A', date: '1/2/2020', score: 9, strange: '| <b>' }),
    aRecord('VU2', { title: 'B', date: '1/2/2020', score: '' }),
    {
      ...{ source: 'in/x.json', name: 'VU3', outcome: 'refused', notes: [] },
      refusal: { why: 'missing', at: '/Title' },
      fields: toFieldReport([]),
    },
    {
      ...{ source: 'in/y.json', name: 'VU4', outcome: 'left-alone' },
      notes: [{ note: 'edited', value: 'advisories/2020/VU4.md' }],
      fields: toFieldReport([]),
    },
  ],
  vendors: { created: 2, known: 1 },
  rows: 5,
  versions: { ranges: 3, asText: 1 },
  newSite: true,
  dryRun: false,
};

describe('the report of an import', () => {
  it('adds up by field', () => {
    const { outcomes, values, fields } = summarise(REPORT);
    expect(outcomes).toMatchObject({ created: 2, refused: 1, 'left-alone': 1, skipped: 0 });
    expect(values).toEqual({ kept: 2, normalised: 2, dropped: 2, empty: 1 });
    expect(fields).toEqual([
      { field: '/date', kept: 0, normalised: 2, dropped: 0, reasons: [] },
      { field: '/score', kept: 0, normalised: 0, dropped: 1, reasons: ['computed'] },
      { field: '/strange', kept: 0, normalised: 0, dropped: 1, reasons: ['unknown-field'] },
      { field: '/title', kept: 2, normalised: 0, dropped: 0, reasons: [] },
    ]);
  });

  it('tells a terminal what must be looked at', () => {
    expect(formatSummary(REPORT, importWords('en'))).toBe(
      `content: 2 new, 1 left alone, 1 refused
5 vendor rows, 3 vendors (2 of them new)
versions of affected products: 3 as ranges or fixed versions, 1 kept as text
values: 2 kept, 2 in another form, 2 left out, 1 empty
Fields with the most values left out:
  /score: 1 (computed when it is shown)
  /strange: 1 (the format has no such field)
Refused:
  in/x.json (VU3): A value without which there is no advisory is missing. [/Title]
To be looked at:
  in/y.json (VU4): advisories/2020/VU4.md was edited by hand since it was imported; the newer source was not taken (--take-source overwrites)
A site.yaml was begun. Fill in its title, url and publisher.`,
    );
  });

  it('gives each changed or lost value a line in Markdown, and no value becomes markup', () => {
    const text = formatMarkdown(REPORT, importWords('ja'));
    expect(text).toContain('  - `/date`: `1/2/2020` → `2020-01-02`');
    expect(text).toContain('  - `/strange`: `| <b>` (形式にない項目)');
    expect(text).toContain('| `/title` | 2 | 0 | 0 |  |');
    expect(text).toContain('## 取り込めなかったもの\n\n- in/x.json (VU3):');
  });

  it('says the same in both languages', () => {
    const [ja, en] = [importWords('ja'), importWords('en')];
    expect(formatSummary(REPORT, ja).split('\n')).toHaveLength(formatSummary(REPORT, en).split('\n').length);
    for (const word of [
      'vu',
      'csaf',
      '--out',
      '--report',
      '--dry-run',
      '--again',
      '--take-source',
      '--round-trip',
    ]) {
      expect([ja.help.includes(word), en.help.includes(word)]).toEqual([true, true]);
    }
  });
});

describe('names and fields that strangers chose', () => {
  const record = {
    ...aRecord('VU9', { title: 'A', '`|\n# H <b>\u001b[31m': 'x`\u202e\n# H' }),
    ...{ name: 'VU9\n# H \u001b[31m', source: 'in/\u001b[31m\nx.json', outcome: 'refused' as const },
  };
  const told = { ...record, outcome: 'created' as const };

  it.each([
    ['the terminal', formatSummary({ ...REPORT, records: [record, told] }, importWords('en'))],
    ['Markdown', formatMarkdown({ ...REPORT, records: [record, told] }, importWords('en'))],
  ])('stay on their lines and act nowhere in %s', (_, written) => {
    expect(written).toContain('VU9 ');
    expect(written).not.toMatch(/[\u001b\u202e]/u);
    expect(written.split('\n').filter((line) => line.startsWith('# H'))).toEqual([]);
    expect(
      written
        .split('\n')
        .filter((line) => line.startsWith('| `/'))
        .every((row) => row.split(/(?<!\\)\|/u).length === 7),
    ).toBe(true);
  });
});
