import { describe, expect, it } from 'vitest';
import { cvssMetricNames } from '#domain/cvss-metrics.ts';
import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import { wordsOf } from '#i18n/words.ts';
import { cvssReasons } from './cvss-reasons.ts';

function reasons(vector: string, language: 'ja' | 'en' = 'en'): string[] {
  const cvss = parseCvss(vector);
  if (isCvssProblem(cvss)) throw new Error(`“${vector}” is no vector.`);
  return cvssReasons(cvss, language);
}

describe('cvssReasons', () => {
  it('tells how an attack arrives, what it needs and what it does', () => {
    expect(reasons('CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:L')).toEqual([
      'It can be attacked over a network, from afar.',
      'No special conditions are needed.',
      'No privileges are needed.',
      'A user has to take part.',
      'The effect reaches beyond the vulnerable component.',
      'High impact by disclosure of information and tampering.',
      'Limited impact by loss of service.',
    ]);
  });

  it('keeps the consequences for other systems apart', () => {
    const given = reasons('CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:H/SC:L/SI:N/SA:N');
    expect(given.slice(-2)).toEqual([
      'High impact by loss of service.',
      'Limited impact on other systems, by disclosure of information.',
    ]);
  });

  it('reads the words of version 2 and says when there is no impact', () => {
    expect(reasons('AV:N/AC:M/Au:S/C:C/I:P/A:N', 'ja')).toEqual([
      'ネットワーク経由で、遠隔から攻撃できます。',
      '攻撃には、いくつかの条件がそろう必要があります。',
      '攻撃には、認証が一度必要です。',
      '情報の漏えいの影響は大きいと評価されています。',
      '情報の改ざんの影響は限られると評価されています。',
    ]);
    expect(reasons('CVSS:3.0/AV:L/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:N', 'ja').at(-1)).toContain(
      '影響はないと評価',
    );
  });

  it.each(['ja', 'en'] as const)(
    'has a sentence in %s for every way in and every requirement',
    (language) => {
      const silent = ['AT:N', 'S:U'];
      const sentences: Partial<Record<string, Partial<Record<string, string>>>> =
        wordsOf(language).pages.advisory.reasons.metrics;
      const missing = Object.values(cvssMetricNames).flatMap((metrics) =>
        ['AV', 'AC', 'AT', 'PR', 'Au', 'UI', 'S'].flatMap((key) =>
          Object.keys(metrics[key]?.values ?? {})
            .filter((value) => sentences[key]?.[value] === undefined)
            .map((value) => `${key}:${value}`),
        ),
      );
      expect([...new Set(missing)].toSorted()).toEqual(silent);
    },
  );
});
