import { describe, expect, it } from 'vitest';
import { cvssGrammar } from './cvss-grammar.ts';
import { cvssMetricNames, nameCvssMetric } from './cvss-metrics.ts';

const versions = ['2.0', '3.0', '3.1', '4.0'] as const;

describe('cvssMetricNames', () => {
  it.each(versions)(
    'names every base metric and value of version %s, in order, and nothing else',
    (version) => {
      const expected = cvssGrammar[version]
        .filter(({ mandatory }) => mandatory)
        .map(({ key, values }) => [key, values.toSorted()] as const);
      const named = Object.entries(cvssMetricNames[version]).map(
        ([key, { values }]) => [key, Object.keys(values).toSorted()] as const,
      );
      expect(named).toEqual(expected);
    },
  );

  it.each(versions)(
    'gives no two metrics of version %s, and no two values of one metric, the same name',
    (version) => {
      for (const language of ['ja', 'en'] as const) {
        const metrics = Object.values(cvssMetricNames[version]);
        expect(new Set(metrics.map((metric) => metric[language])).size).toBe(metrics.length);
        for (const { values } of metrics) {
          const names = Object.values(values).map((value) => value[language]);
          expect(new Set(names).size).toBe(names.length);
        }
      }
    },
  );
});

describe('nameCvssMetric', () => {
  it('names a metric with its value in either language', () => {
    expect(nameCvssMetric('2.0', { key: 'Au', value: 'N' }, 'ja')).toEqual({
      name: '攻撃前の認証要否',
      value: '不要',
    });
    expect(nameCvssMetric('4.0', { key: 'SC', value: 'L' }, 'en')).toEqual({
      name: 'Subsequent System Confidentiality Impact',
      value: 'Low',
    });
  });

  it('has no name for a metric outside the version', () => {
    expect(nameCvssMetric('2.0', { key: 'PR', value: 'N' }, 'ja')).toBeUndefined();
    expect(nameCvssMetric('3.1', { key: 'AV', value: 'X' }, 'ja')).toBeUndefined();
  });
});
