import type { Rule } from '../rule.ts';

export const translationLanguage: Rule = {
  code: 'TRN004',
  severity: 'error',
  text: {
    ja: {
      title: '翻訳の言語がサイトの言語ではありません',
      what: '言語「{language}」の翻訳は載せられません。⟦翻訳できる言語: {languages}。⟧',
      why: 'site.yaml の languages の最初の言語は原文の言語で、ほかの言語だけに翻訳のページがあります。',
      remedy: 'ファイル名の言語を直すか、site.yaml の languages に加えてください。',
    },
    en: {
      title: 'Translation into a language that is none of the site’s',
      what: 'A translation into “{language}” has no page.⟦ Languages of translations: {languages}.⟧',
      why: 'The first of languages in site.yaml is that of the originals; only the others have translated pages.',
      remedy: 'Correct the language in the file name, or add it to languages in site.yaml.',
    },
  },
  *check({ content, site }) {
    if (site === undefined) return;
    const [, ...translated] = site.languages;
    for (const { file, language } of content.translations) {
      if (translated.includes(language)) continue;
      yield { file, params: { language, languages: translated.join(', ') } };
    }
  },
};
