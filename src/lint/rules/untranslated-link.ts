import { LANGUAGES, type Language } from '#domain/language.ts';
import { listInternalLinks } from '../internal-links.ts';
import type { Rule } from '../rule.ts';
import { inLanguage, listSitePaths } from '../site-paths.ts';

const NAMES: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
  ja: { ja: '日本語', en: '英語' },
  en: { ja: 'Japanese', en: 'English' },
};

export const untranslatedLink: Rule = {
  code: 'TXT035',
  severity: 'error',
  text: {
    ja: {
      title: 'リンク先のページは別の言語にしかありません',
      what: 'リンク先「{target}」のページはありません。同じ内容は「{existing}」にあります（{languageJa}）。',
      why: '翻訳のない情報と案内には、その言語のページがないため、リンクをたどった読者が何も見つけられません。',
      remedy: 'リンク先を「{existing}」に直すか、その言語の翻訳を加えてください。',
    },
    en: {
      title: 'Link to a page that exists in another language only',
      what: 'There is no page at “{target}”. The same content stands at “{existing}”, in {languageEn}.',
      why: 'What has no translation has no page in that language, so readers who follow the link would find nothing.',
      remedy: 'Link to “{existing}”, or add the translation.',
    },
  },
  *check(context) {
    const { site } = context;
    if (site === undefined) return;
    const paths = listSitePaths(context);
    for (const { file, place, target, address } of listInternalLinks(context)) {
      if (paths.has(address)) continue;
      const found = LANGUAGES.map((language) => ({
        language,
        existing: inLanguage(address, language, site),
      })).find(({ existing }) => paths.has(existing));
      if (found === undefined) continue;
      const { language, existing } = found;
      const params = { target, existing, languageJa: NAMES.ja[language], languageEn: NAMES.en[language] };
      yield { file, place, params };
    }
  },
};
