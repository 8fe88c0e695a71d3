import type { Rule } from '../rule.ts';

export const collidingSlugs: Rule = {
  code: 'ADV005',
  severity: 'error',
  text: {
    ja: {
      title: 'ファイル名が大文字小文字の違いだけで重なっています',
      what: '「{name}」は、大文字と小文字を区別しない環境では「{other}」と同じ名前になります。',
      why: 'そのような環境では片方のファイルやページがもう片方を上書きします。',
      remedy: 'どちらかの名前を変えてください。',
    },
    en: {
      title: 'Names that differ in case only',
      what: '“{name}” and “{other}” are one name where upper and lower case are not told apart.',
      why: 'On such systems one file or page overwrites the other.',
      remedy: 'Rename one of them.',
    },
  },
  *check({ content }) {
    const first = new Map<string, { slug: string; file: string }>();
    for (const { file, slug } of content.advisories) {
      const other = first.get(slug.toLowerCase());
      if (other === undefined) first.set(slug.toLowerCase(), { slug, file });
      else if (other.slug !== slug) {
        yield { file, params: { name: file, other: other.file } };
      }
    }
  },
};
