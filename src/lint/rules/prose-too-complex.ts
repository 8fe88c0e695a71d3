import type { Rule } from '../rule.ts';

export const proseTooComplex: Rule = {
  code: 'TXT032',
  severity: 'error',
  kinds: ['too-complex'],
  text: {
    ja: {
      title: '本文が複雑すぎて読めません',
      what: 'この本文は、大きさの割に極端な手間がかかる作りです。',
      why: '表示の仕組みを止めるために作られた文かもしれないため、読まれません。',
      remedy: 'この行の括弧や記号の並びを減らしてください。',
    },
    en: {
      title: 'Prose too complex to be read',
      what: 'The prose is built so that reading it would take effort out of all proportion.',
      why: 'It may have been made to exhaust the tools that read it, so it is not read.',
      remedy: 'Take brackets and marks out of this line.',
    },
  },
};
