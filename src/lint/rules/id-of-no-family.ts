import { parseAdvisoryId } from '#domain/advisory-id.ts';
import type { Rule } from '../rule.ts';

export const idOfNoFamily: Rule = {
  code: 'ADV001',
  severity: 'error',
  text: {
    ja: {
      title: '識別子の形が違います',
      what: '識別子「{id}」は、site.yaml のどの種別（families）にも当てはまりません。',
      why: '識別子の種別によって、ページのアドレスと一覧が決まります。',
      remedy: '次のいずれかの形で書いてください: {forms}。# を含む識別子は引用符で囲みます。',
    },
    en: {
      title: 'Identifier of no family',
      what: 'The identifier “{id}” belongs to no family of site.yaml.',
      why: 'The family decides the address of the page and the index in which it stands.',
      remedy: 'Write it in one of these forms: {forms}. Put an identifier with # in quotes.',
    },
  },
  isLocal: true,
  *check({ advisories, site }) {
    if (site === undefined) return;
    const forms = site.families.map(({ prefix, pattern }) => prefix + pattern).join(', ');
    for (const { file, facts } of advisories) {
      if (parseAdvisoryId(facts.id, site.families) !== undefined) continue;
      yield { file, path: ['id'], params: { id: facts.id, forms } };
    }
  },
};
