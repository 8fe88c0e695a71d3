import { csafFileName } from '#formats/csaf/file-name.ts';
import type { Rule } from '../rule.ts';

export const collidingCsafNames: Rule = {
  code: 'FMT001',
  severity: 'error',
  text: {
    ja: {
      title: 'CSAF のファイル名が重なっています',
      what: '「{id}」の CSAF 文書は、「{other}」の文書と同じファイル名「{name}」になります。',
      why: 'CSAF 2.0 のファイル名は番号から決まり、英数字と「+」「-」以外の文字はすべて「_」になるため、二つの文書を置けません。',
      remedy: 'まだ公開していない方の番号を変えてください。',
    },
    en: {
      title: 'CSAF file names that collide',
      what: 'The CSAF document of “{id}” gets the same file name, “{name}”, as that of “{other}”.',
      why: 'CSAF 2.0 makes the name of a file from the identifier and turns all but letters, digits, “+” and “-” into “_”, so there is no place for both.',
      remedy: 'Change the identifier of the one that is not published yet.',
    },
  },
  *check({ advisories, translations }) {
    const spoken = Map.groupBy(translations, ({ slug }) => slug);
    const taken = new Map<string, { slug: string; id: string }>();
    for (const { file, slug, facts } of advisories) {
      const suffixes = ['', ...(spoken.get(slug) ?? []).map(({ language }) => `-${language}`), '-vex'];
      const names = suffixes.map((suffix) => csafFileName(facts.id + suffix));
      const name = names.find((each) => taken.has(each));
      const other = name === undefined ? undefined : taken.get(name);
      // Slugs that differ in case only are another finding.
      if (name !== undefined && other && other.slug.toLowerCase() !== slug.toLowerCase())
        yield { file, path: ['id'], params: { id: facts.id, other: other.id, name } };
      for (const each of names) taken.set(each, { slug, id: facts.id });
    }
  },
};
