import { LANGUAGES, type Language } from '#domain/language.ts';
import type { Rule } from '../rule.ts';

type Path = readonly (string | number)[];

export const textInForeignLanguage: Rule = {
  code: 'ADV027',
  severity: 'warning',
  text: {
    ja: {
      title: 'サイトにない言語の文です',
      what: '言語「{language}」はこのサイトの languages にありません。',
      why: 'この文はどのページにも現れません。',
      remedy: 'site.yaml の languages に「{language}」を加えるか、この文を消してください。',
    },
    en: {
      title: 'Text in a language that the site does not have',
      what: 'The language “{language}” does not stand in the site’s languages.',
      why: 'This text appears on no page.',
      remedy: 'Add “{language}” to languages in site.yaml, or delete the text.',
    },
  },
  *check({ advisories, site }) {
    const foreign = LANGUAGES.filter((language) => site?.languages.includes(language) === false);
    if (foreign.length === 0) return;
    for (const { file, facts } of advisories) {
      for (const path of pathsOf(facts, foreign)) {
        yield { file, path, at: 'key', params: { language: String(path.at(-1)) } };
      }
    }
  },
};

/** Paths of all texts that are given in one of the languages. */
function* pathsOf(value: unknown, languages: readonly Language[], path: Path = []): Iterable<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const part = Array.isArray(value) ? Number(key) : key;
    if (typeof inner === 'string' && (languages as readonly string[]).includes(key)) yield [...path, part];
    yield* pathsOf(inner, languages, [...path, part]);
  }
}
