import { describe, expect, it } from 'vitest';
import { openDocument } from '#formats/foreign/foreign-document.ts';
import { readCredits } from './note-credits.ts';
import { readCves } from './note-cves.ts';
import { buildNoteProse } from './note-prose.ts';
import { documentTitle, readReferences } from './note-references.ts';
import { readVulnerabilities } from './note-vulnerabilities.ts';

const VECTOR = 'AV:N/AC:L/Au:N/C:C/I:C/A:C';

describe('the CVEs of a note', () => {
  it.each([
    ['CVE-2006-3434', ['CVE-2006-3434']],
    [' CVE–2018-5399', ['CVE-2018-5399']],
    ['cve-2011-1910', ['CVE-2011-1910']],
    ['CAN-2001-0500, CVE-2001-0501\nCAN-2001-0500', ['CVE-2001-0500', 'CVE-2001-0501']],
    [
      ['CVE-2015-0967 ', 'CVE-2015-0968'],
      ['CVE-2015-0967', 'CVE-2015-0968'],
    ],
    ['to come', []],
  ])('are read from %j', (CVEIDs, cves) => {
    expect(readCves(openDocument({ CVEIDs }), 'CVEIDs')).toEqual(cves);
  });
});

describe('the vulnerabilities of a note', () => {
  const read = (CVEIDs: unknown, words: string, vector = VECTOR) =>
    readVulnerabilities(openDocument({ CVEIDs, CVSS_BaseVector: vector }), words);

  it('get all weaknesses and the score where there is one', () => {
    expect(read('', 'CWE-79: Cross-site Scripting and CWE-020.').vulnerabilities).toEqual([
      { cwe: ['CWE-79', 'CWE-20'], cvss: [VECTOR] },
    ]);
  });

  it('get those that the text puts beside their CVE where there are several', () => {
    const words =
      'CWE-79: Cross-site Scripting - CVE-2015-1001, CVE-2015-1002 Text. CVE-2015-1003 - CWE-89 Text about CWE-20. ' +
      'The CVSS score below is based on CVE-2015-1002. CVE-2015-1001 is less severe.';
    expect(read(['CVE-2015-1001', 'CVE-2015-1002', 'CVE-2015-1003'], words)).toEqual({
      vulnerabilities: [
        { cve: 'CVE-2015-1001', cwe: ['CWE-79'] },
        { cve: 'CVE-2015-1002', cwe: ['CWE-79'], cvss: [VECTOR] },
        { cve: 'CVE-2015-1003', cwe: ['CWE-89'] },
      ],
    });
  });

  it('share a score that the source gives to none of them', () => {
    expect(read(['CVE-2015-1001', 'CVE-2015-1002'], 'Text.')).toEqual({
      vulnerabilities: [{ cve: 'CVE-2015-1001' }, { cve: 'CVE-2015-1002' }],
      sharedVector: VECTOR,
    });
  });

  it.each([
    'AV:--/AC:--/Au:--/C:--/I:--/A:--',
    'AV:N/AC:L/Au:N/C:P/I:P/A:--',
    'AV:N/AC:/Au:N/C:C/I:C/A:C',
    '',
  ])('have no score with %j', (vector) => {
    expect(read('', '', vector)).toEqual({ vulnerabilities: [{}] });
  });
});

describe('the references of a note', () => {
  it('are addresses with titles, and lines for what is no address', () => {
    const References = [
      'http://www.ietf.org/rfc/rfc1035.txt (STD 13)',
      'http://a.example.com/x http://b.example.com/y',
      'Redhat Security Advisory RHSA-1999:054-01',
      'http://192.168.0.1/x',
    ];
    expect(readReferences(openDocument({ References }), [])).toEqual({
      references: [
        { title: 'RFC 1035 (STD 13)', url: 'http://www.ietf.org/rfc/rfc1035.txt' },
        { title: 'a.example.com: x', url: 'http://a.example.com/x' },
        { title: 'b.example.com: y', url: 'http://b.example.com/y' },
      ],
      others: ['Redhat Security Advisory RHSA-1999:054-01', 'http://192.168.0.1/x'],
    });
  });

  it.each([
    ['http://www.securityfocus.com/bid/7457', 'securityfocus.com: bid/7457'],
    ['https://www.kb.cert.org/vuls/id/592942', 'VU#592942'],
    ['http://cwe.mitre.org/data/definitions/79.html', 'CWE-79'],
    ['http://www.example.com/a/index.html', 'example.com: a'],
    ['http://docs.example.com/article.html?artnum=305947', 'docs.example.com: article.html?artnum=305947'],
    ['http://www.example.com/', 'example.com'],
    ['http://example.com/%E0%A4%A', 'example.com: %E0%A4%A'],
    ['http://example.com/a%20b', 'example.com: a b'],
  ])('call %s %s', (url, title) => {
    expect(documentTitle(url)).toBe(title);
  });
});

describe('the credits of a note', () => {
  it.each<[string, object]>([
    [
      'Thanks to the NOAA N-CIRT Lab for reporting this vulnerability.',
      { credits: [{ name: 'NOAA N-CIRT Lab' }] },
    ],
    [
      'This vulnerability was reported by Will Example of the CERT/CC.',
      { credits: [{ name: 'Will Example', affiliation: 'CERT/CC' }], sentences: [] },
    ],
    [
      'These vulnerabilities were publicly reported by Jo Example of e-matters.',
      { credits: [{ name: 'Jo Example', affiliation: 'e-matters' }] },
    ],
    ['Thanks to the reporter who wishes to remain anonymous.', { credits: [{ anonymous: 'true' }] }],
    [
      'Thanks to A and B for reporting this vulnerability.',
      { sentences: ['Thanks to A and B for reporting this vulnerability.'] },
    ],
    ['Thanks to someone who found it for reporting this vulnerability.', { credits: [] }],
  ])('are read from %j', (ThanksAndCredit, expected) => {
    expect(readCredits(openDocument({ ThanksAndCredit }))).toMatchObject(expected);
  });
});

describe('the prose of a note', () => {
  const detailsOf = (description: string) =>
    buildNoteProse({ title: 'T', overview: 'O.', description, references: [], credits: [] }).find(
      ({ id }) => id === 'details',
    )?.markdown;
  const long =
    'Because the ability to spoof addresses is necessary for these attacks, filter addresses at the perimeter.';

  it('has heads where the archive kept the ends of their lines', () => {
    expect(detailsOf(`Filter traffic\n${long} Disable recursion\n${long}`)).toBe(
      `**Filter traffic**\n\n${long}\n\n**Disable recursion**\n\n${long}`,
    );
  });

  it.each([
    `The following are affected\n${long.toLowerCase()}`.replace('affected', 'affected:'),
    'These are affected. Windows 2000\nWindows XP\nWindows Vista',
    `A subroutine that is\n${long}`,
  ])('has none in %j', (text) => {
    expect(detailsOf(text)).not.toContain('**');
  });
});
