import type { Instant } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import { formatFrontMatter } from '#catalog/format-front-matter.ts';

/** What is known when a room opens. */
export interface SkeletonFacts {
  id: string;
  title: string;
  product?: string;
  /** Slugs of the vendors in the case. */
  vendors: readonly string[];
  publishAt: Instant;
  language: Language;
}

/** What to write under each heading. The marks keep an unfinished text from being published: the check refuses them. */
const HINTS: Readonly<Record<Language, Partial<Record<SectionId, string>>>> = {
  ja: {
    overview: 'TODO: どの製品にどのような脆弱性が存在するかを、一文で書いてください。',
    details: 'TODO: 脆弱性の種類を、CWE と CVE の番号を添えて書いてください。攻撃の手順は書きません。',
    impact: 'TODO: 誰によって何をされる可能性があるかを書いてください。',
    solution: 'TODO: 利用者が行うことを、太字の見出しに続けて書いてください。',
  },
  en: {
    overview: 'TODO: Say in one sentence which product contains which vulnerability.',
    details:
      'TODO: Name the kind of vulnerability with its CWE and CVE. Steps of an attack do not belong here.',
    impact: 'TODO: Say who may do what.',
    solution: 'TODO: Say what users should do, behind a heading in bold.',
  },
};

/** The first draft of an advisory: it passes the schema, and tells what is still to be written. */
export function buildSkeleton(facts: SkeletonFacts): string {
  const { id, title, product, vendors, publishAt, language } = facts;
  const [vendor] = vendors;
  const tree = {
    ...{ id, title, publishedAt: publishAt, tlp: 'CLEAR', vulnerabilities: [{ cwe: [] }] },
    ...(product !== undefined && vendor !== undefined && { affected: [{ vendor, product }] }),
    ...(vendors.length > 0 && { vendors: vendors.map((slug) => ({ vendor: slug, status: 'unknown' })) }),
    revisions: [{ at: publishAt, summary: { ja: '公開', en: 'Published' } }],
  };
  return formatFrontMatter(tree, buildBody(language));
}

function buildBody(language: Language): string {
  const sections = Object.entries(HINTS[language]).map(
    ([id, hint]) => `\n## ${SECTION_HEADINGS[language][id as SectionId][0]}\n\n${hint}\n`,
  );
  return sections.join('');
}
