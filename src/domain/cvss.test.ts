import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cvssGrammar } from './cvss-grammar.ts';
import {
  compareCvss,
  type Cvss,
  cvssCalculatorUrl,
  isCvssProblem,
  parseCvss,
  severityOf,
  worstCvss,
  worstCvssAcross,
} from './cvss.ts';
import type { CvssVersion } from './cvss-grammar.ts';

const pgpoolV2 = 'AV:N/AC:L/Au:N/C:P/I:P/A:P';
const pgpoolV3 = 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const v31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const v40 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';

function cvssOf(vector: string): Cvss {
  const cvss = parseCvss(vector);
  if (isCvssProblem(cvss)) throw new Error(`${vector} is refused: ${cvss.problem}`);
  return cvss;
}

describe('parseCvss', () => {
  it.each([
    // PgpoolAdmin, in both versions that its advisory gives.
    [pgpoolV3, '3.0', 9.8, 'critical'],
    [pgpoolV2, '2.0', 7.5, 'high'],
    // CVSS v2 Complete Guide §3.3: CVE-2002-0392, CVE-2003-0818, CVE-2003-0062.
    ['AV:N/AC:L/Au:N/C:N/I:N/A:C', '2.0', 7.8, 'high'],
    ['AV:N/AC:L/Au:N/C:C/I:C/A:C', '2.0', 10, 'high'],
    ['AV:L/AC:H/Au:N/C:C/I:C/A:C', '2.0', 6.2, 'medium'],
    ['AV:N/AC:L/Au:N/C:N/I:N/A:N', '2.0', 0, 'low'],
    // CVSS v3.1 Examples: CVE-2013-1937, CVE-2013-0375, CVE-2014-3566, CVE-2009-0783, CVE-2014-0160, CVE-2014-6271.
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', '3.1', 6.1, 'medium'],
    ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', '3.1', 6.4, 'medium'],
    ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', '3.1', 3.1, 'low'],
    ['CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', '3.1', 4.2, 'medium'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', '3.1', 7.5, 'high'],
    [v31, '3.1', 9.8, 'critical'],
    ['CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', '3.1', 0, 'none'],
    // CVSS v4.0 Examples: CVE-2022-41741, CVE-2020-3549 and, as a whole, the worst vector there is.
    ['CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', '4.0', 7.3, 'high'],
    ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', '4.0', 7.7, 'high'],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', '4.0', 10, 'critical'],
    [v40, '4.0', 9.3, 'critical'],
  ])('scores %s', (vector, version, score, severity) => {
    expect(cvssOf(vector)).toMatchObject({ version, vector, score, severity });
  });

  it('gives the base score and the base metrics even where the vector says more', () => {
    const { score, metrics, vector } = cvssOf(`${v40}/E:U/CR:L/U:Amber`);
    expect(vector).toBe(`${v40}/E:U/CR:L/U:Amber`);
    expect(score).toBe(9.3);
    expect(metrics.map(({ key }) => key).join(' ')).toBe('AV AC AT PR UI VC VI VA SC SI SA');
    expect(cvssOf(`${pgpoolV2}/E:U/RL:OF/RC:UC`).score).toBe(7.5);
  });

  it('accepts any order of metrics in version 3, as its specification demands, and lists them in order', () => {
    const shuffled = cvssOf('CVSS:3.1/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N');
    expect(shuffled.score).toBe(9.8);
    expect(shuffled.metrics).toEqual(cvssOf(v31).metrics);
  });

  it.each([
    ['', 'empty', '', undefined],
    [`(${pgpoolV2})`, 'parentheses', `(${pgpoolV2})`, undefined],
    [
      'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      'missing-prefix',
      'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      undefined,
    ],
    [v31.replace('3.1', '3.2'), 'unknown-version', 'CVSS:3.2', undefined],
    [`CVSS:2.0/${pgpoolV2}`, 'unknown-version', 'CVSS:2.0', undefined],
    ['CVSS:3.1', 'malformed', '', undefined],
    [`${v31}/`, 'malformed', '', undefined],
    [` ${pgpoolV2}`, 'unknown-metric', ' AV:N', ' AV'],
    ['garbage', 'malformed', 'garbage', undefined],
    [`${v31}/ZZ:N`, 'unknown-metric', 'ZZ:N', 'ZZ'],
    [v31.replace('AV:N', 'AV:X'), 'unknown-value', 'AV:X', 'AV'],
    [v31.replace('AV:N', 'AV:n'), 'unknown-value', 'AV:n', 'AV'],
    [v31.replace('AV:N', 'av:N'), 'unknown-metric', 'av:N', 'av'],
    [`${v31}/AV:L`, 'duplicate-metric', 'AV:L', 'AV'],
    [`${v31}/E:P/E:P`, 'duplicate-metric', 'E:P', 'E'],
    [v31.replace('/PR:N', ''), 'missing-metric', 'PR', 'PR'],
    [v40.replace('/AT:N', ''), 'missing-metric', 'AT', 'AT'],
    ['AV:N/AC:L/C:P/I:P/A:P', 'missing-metric', 'Au', 'Au'],
    [pgpoolV2.replace('AV:N/AC:L', 'AC:L/AV:N'), 'wrong-order', 'AV:N', 'AV'],
    [v40.replace('VC:H/VI:H', 'VI:H/VC:H'), 'wrong-order', 'VC:H', 'VC'],
  ])('refuses %j as %s', (vector, problem, part, metric) => {
    expect(parseCvss(vector)).toEqual({ problem, part, ...(metric !== undefined && { metric }) });
  });

  it('accepts every base vector of every version and scores it between 0 and 10 with one decimal', () => {
    const anyVector = fc
      .constantFrom<CvssVersion>('2.0', '3.0', '3.1', '4.0')
      .chain((version) =>
        fc
          .tuple(
            ...cvssGrammar[version]
              .filter(({ mandatory }) => mandatory)
              .map(({ key, values }) => fc.constantFrom(...values).map((value) => `${key}:${value}`)),
          )
          .map((metrics) => `${version === '2.0' ? '' : `CVSS:${version}/`}${metrics.join('/')}`),
      );
    fc.assert(
      fc.property(anyVector, (vector) => {
        const { score } = cvssOf(vector);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(10);
        expect(String(score)).toMatch(/^\d+(\.\d)?$/u);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('severityOf', () => {
  it('puts the borders of the bands where the standards have them', () => {
    const words = (version: CvssVersion) =>
      [0, 0.1, 3.9, 4, 6.9, 7, 8.9, 9, 10].map((score) => severityOf(version, score)).join(' ');
    expect(words('3.1')).toBe('none low low medium medium high high critical critical');
    expect(words('4.0')).toBe(words('3.1'));
    expect(words('2.0')).toBe('low low low medium medium high high high high');
  });
});

describe('the order of scores', () => {
  const low31 = cvssOf('CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N');

  it('puts the worst first and the newer version before an equal score', () => {
    const list = [low31, cvssOf(pgpoolV2), cvssOf(pgpoolV3), cvssOf(v40), cvssOf(v31)];
    expect(list.toSorted(compareCvss).map(({ score, version }) => `${score} ${version}`)).toEqual([
      '9.8 3.1',
      '9.8 3.0',
      '9.3 4.0',
      '7.5 2.0',
      '3.1 3.1',
    ]);
  });

  it('shows the newest version of one vulnerability, even when an older one scored it higher', () => {
    expect(worstCvss([cvssOf(pgpoolV2), low31])).toEqual(low31);
    expect(worstCvss([cvssOf(v31), cvssOf(v40)])?.version).toBe('4.0');
    expect(worstCvss([low31, cvssOf(v31)])?.score).toBe(9.8);
    expect(worstCvss<Cvss>([])).toBeUndefined();
  });

  it('shows the worst vulnerability of an advisory, whatever versions the others have', () => {
    expect(worstCvssAcross([[], [cvssOf(v31)], [low31, cvssOf(pgpoolV2)]])?.score).toBe(9.8);
    expect(worstCvssAcross<Cvss>([[], []])).toBeUndefined();
  });
});

describe('cvssCalculatorUrl', () => {
  it.each([
    [pgpoolV2, `https://nvd.nist.gov/vuln-metrics/cvss/v2-calculator?vector=(${pgpoolV2})`],
    [pgpoolV3, `https://www.first.org/cvss/calculator/3.0#${pgpoolV3}`],
    [v31, `https://www.first.org/cvss/calculator/3.1#${v31}`],
    [v40, `https://www.first.org/cvss/calculator/4.0#${v40}`],
  ])('leads %s to a calculator of its own version', (vector, address) => {
    expect(cvssCalculatorUrl(cvssOf(vector))).toBe(address);
  });
});
