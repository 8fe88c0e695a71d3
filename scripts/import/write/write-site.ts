import type { Language } from '#domain/language.ts';
import { formatYaml } from '#catalog/format-front-matter.ts';
import type { Tree } from '#catalog/pick-known.ts';
import { familyTree, type WrittenFamily } from './families.ts';
import type { WrittenFile } from './written-file.ts';

/** What is known of a site that does not exist yet. */
export interface NewSite {
  readonly languages: readonly Language[];
  readonly timezone: string;
  readonly families: readonly WrittenFamily[];
}

const WORDS = {
  ja: { title: '脆弱性対策情報', description: '取り込んだ脆弱性対策情報です。', publisher: '(発行者名)' },
  en: { title: 'Advisories', description: 'Imported advisories.', publisher: '(your organisation)' },
} as const;

const ORIGIN = 'https://advisories.example';

/** The beginning of a `site.yaml`: what the import knows, and examples of what only its coordinator knows. */
export function writeSite({ languages, timezone, families }: NewSite): WrittenFile {
  const say = (word: keyof (typeof WORDS)['en']): Tree =>
    Object.fromEntries(languages.map((language) => [language, WORDS[language][word]]));
  const tree = {
    ...{ title: say('title'), description: say('description'), url: ORIGIN, timezone, languages },
    publisher: { name: say('publisher'), namespace: ORIGIN, contact: 'contact@advisories.example' },
    families: families.map(familyTree),
  };
  return { path: 'site.yaml', text: `${NOTE}${formatYaml(tree)}` };
}

const NOTE = `# Written by the import as a beginning. Yours to fill in: title, description, url and publisher; look at the names
# and paths of the families too, before the first build for the public.
`;
