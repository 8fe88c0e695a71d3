import { describe, expect, it } from 'vitest';
import { advisorySchema, type AdvisoryFacts } from './advisory.ts';
import { compareAdvisories, type ComparedAdvisory } from './revision-changes.ts';

/* A fictional advisory. */
const facts = advisorySchema.parse({
  id: 'XVN#10000001',
  title: 'Fictional product fails to check input',
  publishedAt: '2026-01-05T10:00:00+09:00',
  vulnerabilities: [{ cve: 'CVE-2026-10001', cwe: ['CWE-79'] }, { title: 'Without a CVE' }],
  affected: [{ vendor: 'example-vendor', product: 'Example Desk', ranges: ['<1.2'] }],
  vendors: [
    { vendor: 'example-vendor', status: 'affected' },
    { vendor: 'other-vendor', status: 'unknown' },
  ],
  references: [{ title: 'Notice', url: 'https://example.com/notice' }],
  credits: [{ name: 'A. Example' }],
  related: ['XVN#10000002'],
  timeline: [{ on: '2026-01-01', event: 'reported' }],
  revisions: [{ at: '2026-01-05T10:00:00+09:00', summary: 'Published' }],
});
const before: ComparedAdvisory = { facts, sections: { overview: 'It fails.', solution: 'Update.' } };

function changed(parts: Partial<AdvisoryFacts>, sections = before.sections): ComparedAdvisory {
  return { facts: { ...facts, ...parts }, sections };
}

describe('compareAdvisories', () => {
  it('finds nothing between equal states, whatever the order of rows and the line breaks of prose', () => {
    const vendors = facts.vendors.toReversed();
    const after = changed({ vendors }, { solution: 'Update.', overview: 'It\nfails. ' });
    expect(compareAdvisories(before, after)).toEqual([]);
  });

  it('does not count a new revision as a change', () => {
    const revisions = [...facts.revisions, { at: '2026-02-01T00:00:00Z', summary: 'Nothing' }];
    expect(compareAdvisories(before, changed({ revisions }))).toEqual([]);
  });

  it.each([
    ['title', { title: 'Another title' }, { part: 'title' }],
    ['urgent', { urgent: { reason: 'Attacks' } }, { part: 'urgent' }],
    ['state', { state: 'withdrawn' as const }, { part: 'state' }],
    [
      'affected',
      { affected: [{ ...facts.affected[0], ranges: ['<1.3'] }] },
      { part: 'affected', edited: ['Example Desk'] },
    ],
    [
      'vulnerabilities',
      { vulnerabilities: facts.vulnerabilities.slice(1) },
      { part: 'vulnerabilities', removed: ['CVE-2026-10001'] },
    ],
    ['references', { references: [] }, { part: 'references', removed: ['Notice'] }],
    ['credits', { credits: [] }, { part: 'credits', removed: ['A. Example'] }],
    [
      'related',
      { related: ['XVN#10000003'] },
      { part: 'related', added: ['XVN#10000003'], removed: ['XVN#10000002'] },
    ],
    ['timeline', { timeline: [] }, { part: 'timeline', removed: ['2026-01-01 reported'] }],
  ])('tells that %s changed', (_, parts, expected) => {
    expect(compareAdvisories(before, changed(parts as Partial<AdvisoryFacts>))).toEqual([expected]);
  });

  it('names vendors as readers know them', () => {
    const [first] = facts.vendors;
    const vendors = [
      { ...first, status: 'not-affected' },
      { vendor: 'third', status: 'notified' },
    ];
    const names = (slug: string): string => `The ${slug}`;
    expect(compareAdvisories(before, changed({ vendors } as Partial<AdvisoryFacts>), names)).toEqual([
      {
        part: 'vendors',
        added: ['The third'],
        removed: ['The other-vendor'],
        edited: ['The example-vendor'],
      },
    ]);
  });

  it('tells changed, new and lost prose by section, in the order of the page', () => {
    const after = changed({}, { overview: 'It fails badly.', impact: 'Much.' });
    expect(compareAdvisories(before, after)).toEqual([
      { part: 'overview' },
      { part: 'solution' },
      { part: 'impact' },
    ]);
  });
});
