import { parseAdvisoryId, toSlug } from '#domain/advisory-id.ts';
import type { Rule } from '../rule.ts';

export const idAndFileDiffer: Rule = {
  code: 'ADV002',
  severity: 'error',
  text: {
    ja: {
      title: '識別子とファイル名が一致しません',
      what: '識別子は「{id}」ですが、ファイル名は「{name}.md」です。',
      why: 'ファイル名がページのアドレスになるため、識別子と同じでなければ読者が見つけられません。',
      remedy: 'ファイル名を「{expected}.md」にするか、id を直してください。',
    },
    en: {
      title: 'Identifier and file name differ',
      what: 'The identifier is “{id}”, but the file is named “{name}.md”.',
      why: 'The file name becomes the address of the page; readers look for the identifier there.',
      remedy: 'Name the file “{expected}.md”, or correct the id.',
    },
  },
  isLocal: true,
  *check({ advisories, site }) {
    for (const { file, facts, slug } of advisories) {
      // An identifier of no family names no file: it may even hold a path.
      if (site !== undefined && parseAdvisoryId(facts.id, site.families) === undefined) continue;
      const expected = toSlug(facts.id);
      if (expected !== slug) yield { file, path: ['id'], params: { id: facts.id, name: slug, expected } };
    }
  },
};
