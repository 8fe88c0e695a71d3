import type { World } from '../content/generated-advisory.ts';
import { buildAdvisory } from '../content/generated-advisory.ts';

/** What is asked, in the language of the page on which it is asked. */
export interface Query {
  language: 'ja' | 'en';
  typed: string;
}

/** Words that are everywhere, phrases, several words, an identifier, a CVE and a vendor of the generated archive. */
export function chooseQueries(world: World): Query[] {
  const { facts, slug } = buildAdvisory(world, Math.floor(world.size / 3));
  const cve = facts.vulnerabilities[0]?.cve ?? 'CVE-2018-16203';
  const vendor = world.vendors[Math.floor(world.vendors.length / 3)]?.name;
  const inLanguage = (language: Query['language'], texts: readonly (string | undefined)[]): Query[] =>
    texts.flatMap((typed) => (typed === undefined ? [] : [{ language, typed }]));
  return [
    ...inLanguage('ja', [
      'クロスサイトスクリプティング',
      '管理画面',
      '情報漏えい',
      'サービス運用妨害 管理画面',
    ]),
    ...inLanguage('ja', [slug, cve, vendor?.[0]]),
    ...inLanguage('en', ['buffer overflow', 'sql injection', 'remote code', cve, vendor?.[1]]),
  ];
}
