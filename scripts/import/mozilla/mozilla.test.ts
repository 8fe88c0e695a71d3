import { describe, expect, it } from 'vitest';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../format.ts';
import { mozilla } from './mozilla.ts';
import { completeDraft } from '../complete-draft.ts';

const OLDER = `---
announced: Feb 4th, 2014
fixed_in:
- Browser 27
- Browser ESR 24.3
- Tunnel 2.1 (Linux)
vulnerable:
- Browser 0.6 - 0.9
impact: High (low on shared machines)
reporter: Ada Example, Bob Example
title: Tickets are mishandled
---

<h3>Description</h3>
<p>The <code>ticket</code> is used twice, unlike in CVE-2013-0001. See
<a href="/en-US/other/">another</a>.</p>
<h3 id="more">More</h3>
<p>Details.</p>
<h3>Workaround</h3>
<h3>References</h3>
<ul><li><a href="https://bugs.example.org/1">Ticket
is reused</a> (<a href="http://cve.example.org/CVE-2014-1490">CVE-2014-1490</a>)</li></ul>
`;

const NEWER = `## mfsa2021-19.yml
announced: May 4, 2021
impact: moderate
fixed_in:
- Mail 78.10.1
title: Vulnerabilities fixed in Mail 78.10.1
advisories:
  CVE-2021-29951:
    title: Service could be <stopped>
    impact: low
    reporter: The community and team
    feed: false
    description: |
      The service could be stopped.<br>*Note: only here.*
    bugs:
      - url: 1690062, 2
        desc: Two bugs
      - url: https://bugs.example.org/x
      - url: none
`;

function read(path: string, text: string, timezone = 'UTC'): Reading[] {
  return [...mozilla.read([{ path, text }], { languages: [], timezone })];
}

function draftOf(path: string, text: string, timezone?: string): Draft {
  const [reading] = read(path, text, timezone);
  if (reading === undefined || !('draft' in reading)) throw new Error(JSON.stringify(reading));
  return completeDraft(reading.draft);
}

describe('an older advisory of Mozilla', () => {
  const { facts, prose, retired } = draftOf('announce/2014/mfsa2014-12.md', OLDER);

  it('becomes facts', () => {
    expect(facts).toEqual({
      id: 'MFSA-2014-12',
      title: 'Tickets are mishandled',
      publishedAt: '2014-02-04T00:00:00Z',
      vulnerabilities: [{ cve: 'CVE-2014-1490' }],
      affected: [
        { vendor: 'Mozilla', product: 'Browser', ranges: ['>=0.6 <=0.9'], fixed: ['27'] },
        { vendor: 'Mozilla', product: 'Browser ESR', fixed: ['24.3'] },
        { vendor: 'Mozilla', product: 'Tunnel (Linux)', fixed: ['2.1'] },
      ],
      vendors: [{ vendor: 'Mozilla', status: 'affected' }],
      references: [
        {
          title: 'MFSA 2014-12',
          url: 'https://www.mozilla.org/en-US/security/advisories/mfsa2014-12/',
          publisher: 'Mozilla',
        },
        { title: 'Ticket is reused', url: 'https://bugs.example.org/1' },
      ],
      credits: [
        { name: 'Ada Example', role: 'reporter' },
        { name: 'Bob Example', role: 'reporter' },
      ],
      related: ['CVE-2013-0001'],
      revisions: [{ at: '2014-02-04T00:00:00Z', summary: 'Published.' }],
    });
    expect(retired).toEqual(['/en-US/security/advisories/mfsa2014-12/']);
  });

  it('becomes prose', () => {
    expect(prose).toEqual([
      {
        id: 'overview',
        markdown:
          'The `ticket` is used twice, unlike in CVE-2013-0001. See [another](https://www.mozilla.org/en-US/other/).\n\n### More\n\nDetails.',
      },
      { id: 'impact', markdown: 'High (low on shared machines)' },
      { id: 'solution', markdown: 'Update to a version in which it is fixed.' },
    ]);
  });

  it('is published when the day begins where the site counts its days', () => {
    expect(draftOf('mfsa2014-12.md', OLDER, 'Asia/Tokyo').facts.publishedAt).toBe(
      '2014-02-04T00:00:00+09:00',
    );
    expect(draftOf('mfsa2014-12.md', OLDER, 'America/New_York').facts.publishedAt).toBe(
      '2014-02-04T00:00:00-05:00',
    );
  });
});

describe('a newer advisory of Mozilla', () => {
  const [reading] = read('mfsa2021-19.yml', NEWER);
  const { facts, prose } = draftOf('mfsa2021-19.yml', NEWER);

  it('has a vulnerability, a part of the text and references for each CVE', () => {
    expect(facts.vulnerabilities).toEqual([{ cve: 'CVE-2021-29951', title: 'Service could be <stopped>' }]);
    expect(facts.references?.slice(1)).toEqual([
      { title: 'Bug 1690062: Two bugs', url: 'https://bugzilla.mozilla.org/show_bug.cgi?id=1690062' },
      { title: 'Bug 2: Two bugs', url: 'https://bugzilla.mozilla.org/show_bug.cgi?id=2' },
      { title: 'bugs.example.org/x', url: 'https://bugs.example.org/x' },
    ]);
    expect(facts.credits).toEqual([{ name: 'The community and team', role: 'reporter' }]);
    expect(prose[0]).toEqual({
      id: 'overview',
      markdown:
        '### CVE-2021-29951: Service could be \\<stopped>\n\nImpact: low\n\nThe service could be stopped.\\\n\\*Note: only here.\\*',
    });
  });

  it('says what was left out', () => {
    const dropped = listOutcomes(
      reading?.document ?? { value: undefined, pointer: '', told: new Map() },
    ).filter(({ outcome }) => outcome.kind === 'dropped');
    expect(dropped.map(({ pointer, outcome }) => [pointer, outcome])).toEqual([
      ['/advisories/CVE-2021-29951/feed', { kind: 'dropped', why: 'internal' }],
      ['/advisories/CVE-2021-29951/bugs/2/url', { kind: 'dropped', why: 'unreadable' }],
    ]);
  });
});

describe('what is no advisory of Mozilla', () => {
  it.each([
    ['README.md', 'words', { skipped: { why: 'not-an-advisory', what: 'mfsa<year>-<number>' } }],
    [
      'mfsa2018-19.yml',
      'title: a\nannounced: "August, 2018"',
      { refusal: { why: 'unreadable', at: '/announced', what: 'August, 2018' } },
    ],
    ['mfsa2018-19.yml', 'title: a', { refusal: { why: 'missing', at: '/announced' } }],
    ['mfsa2018-19.yml', 'announced: May 4, 2021', { refusal: { why: 'missing', at: '/title' } }],
    ['mfsa2018-19.yml', 'a: [', { refusal: { why: 'syntax', at: '1:4' } }],
    [
      'mfsa2018-19.md',
      'no front matter',
      { refusal: { why: 'syntax', at: '1:1', what: 'front-matter-missing' } },
    ],
  ])('is told: %s %j', (path, text, expected) => {
    expect(read(path, text)).toMatchObject([expected]);
  });
});
