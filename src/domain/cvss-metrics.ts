import type { CvssVersion } from './cvss-grammar.ts';
import type { Language } from './language.ts';

type Names = Readonly<Record<Language, string>>;

/** The names of one base metric and of its values, by the abbreviations of the vector. */
export interface CvssMetricNames extends Names {
  readonly values: Readonly<Record<string, Names>>;
}

const networkRange = {
  N: { ja: 'ネットワーク', en: 'Network' },
  A: { ja: '隣接', en: 'Adjacent' },
  L: { ja: 'ローカル', en: 'Local' },
};
const reach = { ...networkRange, P: { ja: '物理', en: 'Physical' } };
const none = { ja: 'なし', en: 'None' };
const low = { ja: '低', en: 'Low' };
const high = { ja: '高', en: 'High' };
const notNeeded = { ja: '不要', en: 'None' };
const impact = { N: none, L: low, H: high };
const partialImpact = { N: none, P: { ja: '部分的', en: 'Partial' }, C: { ja: '全面的', en: 'Complete' } };
const confidentiality = { ja: '機密性への影響', en: 'Confidentiality Impact' };
const integrity = { ja: '完全性への影響', en: 'Integrity Impact' };
const availability = { ja: '可用性への影響', en: 'Availability Impact' };
const attackVector = { ja: '攻撃元区分', en: 'Attack Vector' };
const attackComplexity = { ja: '攻撃条件の複雑さ', en: 'Attack Complexity' };
const privileges = {
  ja: '必要な特権レベル',
  en: 'Privileges Required',
  values: { N: notNeeded, L: low, H: high },
};

const version2: Readonly<Record<string, CvssMetricNames>> = {
  AV: { ja: '攻撃元区分', en: 'Access Vector', values: networkRange },
  AC: {
    ja: '攻撃条件の複雑さ',
    en: 'Access Complexity',
    values: { H: high, M: { ja: '中', en: 'Medium' }, L: low },
  },
  Au: {
    ja: '攻撃前の認証要否',
    en: 'Authentication',
    values: { M: { ja: '複数', en: 'Multiple' }, S: { ja: '単一', en: 'Single' }, N: notNeeded },
  },
  C: { ...confidentiality, values: partialImpact },
  I: { ...integrity, values: partialImpact },
  A: { ...availability, values: partialImpact },
};

const version3: Readonly<Record<string, CvssMetricNames>> = {
  AV: { ...attackVector, values: reach },
  AC: { ...attackComplexity, values: { L: low, H: high } },
  PR: privileges,
  UI: {
    ja: 'ユーザ関与レベル',
    en: 'User Interaction',
    values: { N: notNeeded, R: { ja: '要', en: 'Required' } },
  },
  S: {
    ja: 'スコープ',
    en: 'Scope',
    values: { U: { ja: '変更なし', en: 'Unchanged' }, C: { ja: '変更あり', en: 'Changed' } },
  },
  C: { ...confidentiality, values: impact },
  I: { ...integrity, values: impact },
  A: { ...availability, values: impact },
};

function onSystem(ja: string, en: string, system: 'vulnerable' | 'subsequent'): CvssMetricNames {
  const [place, name] =
    system === 'vulnerable' ? ['脆弱なシステム', 'Vulnerable'] : ['後続のシステム', 'Subsequent'];
  return { ja: `${place}の${ja}への影響`, en: `${name} System ${en} Impact`, values: impact };
}

const version4: Readonly<Record<string, CvssMetricNames>> = {
  AV: { ...attackVector, values: reach },
  AC: { ...attackComplexity, values: { L: low, H: high } },
  AT: {
    ja: '攻撃の実行条件',
    en: 'Attack Requirements',
    values: { N: none, P: { ja: 'あり', en: 'Present' } },
  },
  PR: privileges,
  UI: {
    ja: 'ユーザ関与レベル',
    en: 'User Interaction',
    values: { N: notNeeded, P: { ja: '受動的', en: 'Passive' }, A: { ja: '能動的', en: 'Active' } },
  },
  VC: onSystem('機密性', 'Confidentiality', 'vulnerable'),
  VI: onSystem('完全性', 'Integrity', 'vulnerable'),
  VA: onSystem('可用性', 'Availability', 'vulnerable'),
  SC: onSystem('機密性', 'Confidentiality', 'subsequent'),
  SI: onSystem('完全性', 'Integrity', 'subsequent'),
  SA: onSystem('可用性', 'Availability', 'subsequent'),
};

/**
 * Names of every base metric and value of every version.
 * English: the specifications of FIRST. Japanese: the words of JVN's metric tables for versions 2 and 3; for the metrics
 * that only version 4 has, plain translations in the same manner.
 */
export const cvssMetricNames: Readonly<Record<CvssVersion, Readonly<Record<string, CvssMetricNames>>>> = {
  '2.0': version2,
  '3.0': version3,
  '3.1': version3,
  '4.0': version4,
};

/** The names of one metric and its value, for example 攻撃元区分 and ネットワーク; `undefined` outside the base metrics. */
export function nameCvssMetric(
  version: CvssVersion,
  metric: { readonly key: string; readonly value: string },
  language: Language,
): { readonly name: string; readonly value: string } | undefined {
  const names = cvssMetricNames[version][metric.key];
  const value = names?.values[metric.value];
  return names && value && { name: names[language], value: value[language] };
}
