import { createHash } from 'node:crypto';
import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Catalog } from '#catalog/catalog.ts';
import type { AdvisoryFile, Content, TranslationFile } from '#catalog/content.ts';
import { aboutPageSchema } from '#domain/about-page.ts';
import { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { exploitHistorySchema } from '#domain/exploit-history.ts';
import type { Language } from '#domain/language.ts';
import { siteSchema } from '#domain/site.ts';
import { ledgerSchema } from '#domain/statistics-ledger.ts';
import { unreachableSchema } from '#domain/unreachable.ts';
import { vendorSchema } from '#domain/vendor.ts';
import { renderAdvisoryMarkdown } from '#markdown/render-markdown.ts';

/*
 * Small catalogs for tests, fictional throughout. Every builder runs the real schema, the real Markdown and the real
 * `buildCatalog`, so that a fixture can never be something that content could not be.
 */

/** Front matter as an author writes it: every scalar is text. */
export type Written = Record<string, unknown>;

/** An advisory under construction: its original and its translations. */
export interface WrittenAdvisory {
  facts: Written;
  body: string;
  translations: Partial<Record<Language, { words: Written; body: string }>>;
}

/** A published advisory with one product and one vendor; `overrides` replace fields of the front matter. */
export function anAdvisory(
  overrides: Written = {},
  parts: Partial<Omit<WrittenAdvisory, 'facts'>> = {},
): WrittenAdvisory {
  const publishedAt =
    typeof overrides['publishedAt'] === 'string' ? overrides['publishedAt'] : '2026-03-10T12:00:00+09:00';
  return {
    facts: {
      id: 'TEST#00000001',
      title: 'テスト製品における試験用の脆弱性',
      publishedAt,
      vulnerabilities: [
        { cve: 'CVE-1900-0001', cwe: ['CWE-79'], cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'] },
      ],
      affected: [{ vendor: 'alpha', product: 'テスト製品', ranges: ['<2.0'], fixed: ['2.0'] }],
      vendors: [{ vendor: 'alpha', status: 'affected', statusOn: '2026-03-10' }],
      revisions: [{ at: publishedAt, summary: { ja: '公開しました。', en: 'Published.' } }],
      ...overrides,
    },
    body:
      parts.body ??
      '## 概要\n\nテスト製品には、試験用の脆弱性が存在します。\n\n## 対策方法\n\n更新してください。\n',
    translations: parts.translations ?? {},
  };
}

/** The English text of an advisory. */
export function inEnglish(
  words: Written = {},
  body = '## Overview\n\nTest Product has a fictional vulnerability.\n\n## Solution\n\nUpdate it.\n',
): WrittenAdvisory['translations'] {
  return { en: { words: { title: 'Fictional vulnerability in Test Product', ...words }, body } };
}

interface CatalogParts {
  now?: string;
  site?: Written;
  advisories?: readonly WrittenAdvisory[];
  vendors?: Record<string, Written>;
  /** Other keys are front matter. */
  pages?: readonly (Written & { slug: string; language: Language })[];
  redirects?: Content['redirects'];
  /** Entries of the list of unreachable developers. */
  unreachable?: readonly Written[];
  /** Ledgers by quarter. */
  ledgers?: Record<string, Written>;
  exploits?: Written;
}

/** A catalog of a fictional coordinator in Japanese and English, built for 20 November 2026. */
export function aCatalog(parts: CatalogParts = {}): Catalog {
  return buildCatalog(someContent(parts), parts.now ?? '2026-11-20T03:00:00Z');
}

function someContent(parts: CatalogParts): Content {
  const advisories = parts.advisories ?? [anAdvisory()];
  return {
    site: siteSchema.parse({ ...fictionalSite, ...parts.site }),
    advisories: advisories.map(toAdvisoryFile),
    translations: advisories.flatMap(toTranslationFiles),
    vendors: Object.entries({ ...fictionalVendors, ...parts.vendors }).map(([slug, facts]) => ({
      kind: 'vendor',
      slug,
      file: `vendors/${slug}.yaml`,
      digest: digestOf(facts),
      facts: vendorSchema.parse(facts),
    })),
    pages: (parts.pages ?? []).map(({ slug, language, ...written }, place) => ({
      kind: 'page',
      slug,
      language,
      file: `pages/${language}/${slug}.mdx`,
      digest: digestOf(slug),
      facts: aboutPageSchema.parse({
        title: `About ${slug}`,
        description: `What ${slug} is.`,
        updatedOn: '2026-01-15',
        order: String(place),
        ...written,
      }),
    })),
    images: [],
    unreachable: (parts.unreachable ?? []).map((facts, place) => ({
      kind: 'unreachable',
      slug: `entry-${place}`,
      file: `unreachable/entry-${place}.yaml`,
      digest: digestOf(facts),
      facts: unreachableSchema.parse(facts),
    })),
    statistics: Object.entries(parts.ledgers ?? {})
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([quarter, written]) => ({
        kind: 'statistics' as const,
        quarter,
        file: `statistics/${quarter}.yaml`,
        digest: digestOf(written),
        facts: ledgerSchema.parse({ source: { title: '試験の報告' }, ...written }),
      })),
    ...(parts.exploits && {
      exploits: {
        kind: 'exploits' as const,
        file: 'statistics/exploits.yaml',
        digest: digestOf(parts.exploits),
        facts: exploitHistorySchema.parse(parts.exploits),
      },
    }),
    redirects: parts.redirects ?? [],
    problems: [],
    source: () => '',
  };
}

const fictionalSite = {
  title: { ja: '試験サイト', en: 'Test Site' },
  description: { ja: '架空の脆弱性情報です。', en: 'Fictional advisories.' },
  url: 'https://site.example',
  timezone: 'Asia/Tokyo',
  languages: ['ja', 'en'],
  publisher: {
    name: { ja: '架空の調整機関', en: 'Fictional Coordinator' },
    namespace: 'https://publisher.example',
    contact: 'contact@site.example',
  },
  families: [
    { prefix: 'TEST#', path: 'test', name: { ja: '試験情報', en: 'Test notes' }, pattern: '[0-9]{8}' },
    { prefix: 'TESTTA#', path: 'ta', name: { ja: '試験の注意喚起', en: 'Test alerts' }, pattern: '[0-9]{8}' },
  ],
};

const fictionalVendors: Record<string, Written> = {
  alpha: { name: { ja: 'アルファ社', en: 'Alpha Inc.' }, reading: 'あるふぁ' },
  beta: { name: { ja: 'ベータ社', en: 'Beta Inc.' }, reading: 'べーた' },
  gamma: { name: 'Gamma' },
};

function toAdvisoryFile(written: WrittenAdvisory): AdvisoryFile {
  const { facts, body } = written;
  const parsed = advisorySchema.parse(facts);
  const slug = toSlug(parsed.id);
  const yearFolder = parsed.publishedAt.slice(0, 4);
  return {
    kind: 'advisory',
    slug,
    yearFolder,
    file: `advisories/${yearFolder}/${slug}.md`,
    digest: digestOf(written),
    facts: parsed,
    body: renderAdvisoryMarkdown(body, { language: 'ja' }),
  };
}

function toTranslationFiles(written: WrittenAdvisory): TranslationFile[] {
  const { slug, yearFolder } = toAdvisoryFile(written);
  return Object.entries(written.translations).map(([language, { words, body }]) => ({
    kind: 'translation',
    slug,
    yearFolder,
    language: language as Language,
    file: `advisories/${yearFolder}/${slug}.${language}.md`,
    digest: digestOf(words),
    words: translationSchema.parse(words),
    body: renderAdvisoryMarkdown(body, { language }),
  }));
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
