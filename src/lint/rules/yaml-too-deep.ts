import type { Rule } from '../rule.ts';

export const yamlTooDeep: Rule = {
  code: 'YML011',
  severity: 'error',
  kinds: ['yaml-too-deep'],
  text: {
    ja: {
      title: '入れ子が深すぎます',
      what: '入れ子が {limit} 段を超えています。',
      why: '深い入れ子は、読む道具を止めるために使われます。情報に必要なのは 6 段ほどです。',
      remedy: '括弧や字下げの閉じ忘れを直してください。',
    },
    en: {
      title: 'Nested too deeply',
      what: 'The nesting is deeper than {limit} levels.',
      why: 'Deep nesting is used to exhaust the tools that read it; an advisory needs about six levels.',
      remedy: 'Look for brackets that were not closed and for stray indentation.',
    },
  },
};
