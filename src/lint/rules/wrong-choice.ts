import type { Rule } from '../rule.ts';

export const wrongChoice: Rule = {
  code: 'SCH004',
  severity: 'error',
  kinds: ['schema-choice'],
  text: {
    ja: {
      title: '選べない値です',
      what: '「{received}」は選べません。⟦「{nearest}」のことですか。⟧',
      why: 'この値は、決まった言葉の中から選びます。',
      remedy: '次のいずれかを書いてください: {choices}',
    },
    en: {
      title: 'Value outside the choice',
      what: '“{received}” is none of the possible values.⟦ Did you mean “{nearest}”?⟧',
      why: 'This value is chosen from a closed list.',
      remedy: 'Write one of: {choices}',
    },
  },
};
