import type { cvssReasons as ja } from '../ja/cvss-reasons.ts';

const list = (losses: readonly string[]) => new Intl.ListFormat('en').format(losses);

/** What the metrics of a CVSS vector mean, in plain English sentences. */
export const cvssReasons: typeof ja = {
  heading: 'Why this score',
  metrics: {
    AV: {
      N: 'It can be attacked over a network, from afar.',
      A: 'It can be attacked from the same or an adjacent network.',
      L: 'An attacker needs access to the system itself, or a user who opens a crafted file.',
      P: 'An attacker must be able to touch the device.',
    },
    AC: {
      L: 'No special conditions are needed.',
      M: 'Some conditions must be met.',
      H: 'Special conditions must be met.',
    },
    AT: { P: 'It works only when the target is in a certain state or environment.' },
    PR: {
      N: 'No privileges are needed.',
      L: 'The privileges of an ordinary user are needed.',
      H: 'High privileges, such as those of an administrator, are needed.',
    },
    Au: {
      N: 'No authentication is needed.',
      S: 'The attacker must authenticate once.',
      M: 'The attacker must authenticate more than once.',
    },
    UI: {
      N: 'No user has to do anything.',
      R: 'A user has to take part.',
      P: 'A user has to take part, by what users ordinarily do.',
      A: 'A user has to do something particular.',
    },
    S: { C: 'The effect reaches beyond the vulnerable component.' },
  },
  losses: { C: 'disclosure of information', I: 'tampering', A: 'loss of service' },
  own: {
    high: (losses) => `High impact by ${list(losses)}.`,
    low: (losses) => `Limited impact by ${list(losses)}.`,
  },
  subsequent: {
    high: (losses) => `High impact on other systems too, by ${list(losses)}.`,
    low: (losses) => `Limited impact on other systems, by ${list(losses)}.`,
  },
  noImpact: `No impact by ${list(['disclosure of information', 'tampering', 'loss of service'])}.`,
};
