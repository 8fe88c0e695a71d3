import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  code: 'ADV004',
  severity: 'error',
  text: {
    ja: {
      title: '識別子が重複しています',
      what: '識別子「{id}」は「{other}」でも使われています。',
      why: '一つの識別子は一つの情報だけを指します。二つあると、片方のページが失われます。',
      remedy: 'どちらかの識別子を直すか、余分なファイルを消してください。',
    },
    en: {
      title: 'Identifier used twice',
      what: 'The identifier “{id}” is also used by “{other}”.',
      why: 'One identifier means one advisory. Of two, one page would be lost.',
      remedy: 'Correct one of the identifiers, or delete the file that is too many.',
    },
  },
  *check({ advisories }) {
    const first = new Map<string, string>();
    for (const { file, facts } of advisories) {
      const other = first.get(facts.id);
      if (other === undefined) first.set(facts.id, file);
      else yield { file, path: ['id'], params: { id: facts.id, other } };
    }
  },
};
