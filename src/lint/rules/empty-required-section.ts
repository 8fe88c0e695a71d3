import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import type { Rule } from '../rule.ts';

const REQUIRED: readonly SectionId[] = ['overview', 'solution'];

export const emptyRequiredSection: Rule = {
  code: 'TXT008',
  severity: 'error',
  text: {
    ja: {
      title: '必要な節がありません',
      what: '「{heading}」の節がないか、空です。',
      why: '読者は、何が起きているのかと、どうすればよいかを必ず必要とします。',
      remedy: '「## {heading}」の節を書いてください。対策がまだないときは、そのことを書きます。',
    },
    en: {
      title: 'Required section missing or empty',
      what: 'The section “{heading}” is missing or empty.',
      why: 'Every reader needs to know what is the matter and what to do.',
      remedy: 'Write a section “## {heading}”. Where there is no solution yet, say so.',
    },
  },
  isLocal: true,
  *check({ content, site, firstLanguage }) {
    // Without site.yaml nobody knows the language of the headings.
    if (site === undefined) return;
    for (const entry of [...content.advisories, ...content.translations]) {
      const { file, body } = entry;
      if (body === undefined || body.problems.some(({ kind }) => kind === 'too-complex')) continue;
      const language = entry.kind === 'translation' ? entry.language : firstLanguage;
      for (const id of REQUIRED) {
        const section = body.sections.find((candidate) => candidate.id === id);
        if (section !== undefined && section.html.trim() !== '') continue;
        const place = { line: section?.line ?? 1, column: 1 };
        yield { file, place, params: { heading: SECTION_HEADINGS[language][id][0] } };
      }
    }
  },
};
