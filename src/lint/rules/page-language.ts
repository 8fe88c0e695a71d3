import type { Rule } from '../rule.ts';

export const pageLanguage: Rule = {
  code: 'PAG001',
  severity: 'error',
  text: {
    ja: {
      title: '案内ページの言語がサイトの言語ではありません',
      what: '言語「{language}」は site.yaml の languages（{languages}）にありません。',
      why: 'この案内ページはどこにも現れません。',
      remedy: 'フォルダを「pages/<言語>/」のいずれかに移すか、languages に加えてください。',
    },
    en: {
      title: 'Page in a language that is none of the site’s',
      what: 'The language “{language}” does not stand in languages of site.yaml ({languages}).',
      why: 'The page would appear nowhere.',
      remedy: 'Move it into the folder of one of the site’s languages, or add the language to site.yaml.',
    },
  },
  *check({ content, site }) {
    if (site === undefined) return;
    const languages: readonly string[] = site.languages;
    for (const { file, language } of content.pages) {
      if (languages.includes(language)) continue;
      yield { file, params: { language, languages: languages.join(', ') } };
    }
  },
};
