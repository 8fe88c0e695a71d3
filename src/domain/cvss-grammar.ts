/** The versions of CVSS whose vectors are read. */
export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0';

/** One metric as its specification lists it: key, allowed values in the order of the specification, and its group. */
export interface MetricRule {
  readonly key: string;
  readonly values: readonly string[];
  readonly mandatory: boolean;
}

/**
 * Every metric of every version in the order of its vector string.
 * Sources: CVSS v2 Complete Guide §2.4; CVSS v3.0 and v3.1 Specification §6 table 15; CVSS v4.0 Specification §7 table 23.
 * `mandatory` marks the base metrics, which a vector must give.
 */
export const cvssGrammar: Readonly<Record<CvssVersion, readonly MetricRule[]>> = {
  '2.0': metricRules(
    'AV:L,A,N AC:H,M,L Au:M,S,N C:N,P,C I:N,P,C A:N,P,C',
    'E:U,POC,F,H,ND RL:OF,TF,W,U,ND RC:UC,UR,C,ND CDP:N,L,LM,MH,H,ND TD:N,L,M,H,ND CR:L,M,H,ND IR:L,M,H,ND AR:L,M,H,ND',
  ),
  '3.0': version3Rules(),
  '3.1': version3Rules(),
  '4.0': metricRules(
    'AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N',
    'E:X,A,P,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L ' +
      'MAV:X,N,A,L,P MAC:X,L,H MAT:X,N,P MPR:X,N,L,H MUI:X,N,P,A MVC:X,H,L,N MVI:X,H,L,N MVA:X,H,L,N ' +
      'MSC:X,H,L,N MSI:X,S,H,L,N MSA:X,S,H,L,N ' +
      'S:X,N,P AU:X,N,Y R:X,A,U,I V:X,D,C RE:X,L,M,H U:X,Clear,Green,Amber,Red',
  ),
};

function version3Rules(): readonly MetricRule[] {
  return metricRules(
    'AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N',
    'E:X,H,F,P,U RL:X,U,W,T,O RC:X,C,R,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L ' +
      'MAV:X,N,A,L,P MAC:X,L,H MPR:X,N,L,H MUI:X,N,R MS:X,U,C MC:X,H,L,N MI:X,H,L,N MA:X,H,L,N',
  );
}

function metricRules(base: string, optional: string): readonly MetricRule[] {
  const rulesOf = (text: string, mandatory: boolean): MetricRule[] =>
    text.split(' ').map((metric) => {
      const [key = '', values = ''] = metric.split(':');
      return { key, values: values.split(','), mandatory };
    });
  return [...rulesOf(base, true), ...rulesOf(optional, false)];
}
