import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAdvisory, type GeneratedAdvisory, type World } from './generated-advisory.ts';
import { buildVendors, toVendorFacts } from './generated-vendor.ts';
import { createRandom, createZipf, seedOf } from './random.ts';
import { formatYaml } from './yaml-text.ts';

/** One file of a content directory. */
export interface ContentText {
  /** Path below the content directory, with `/`. */
  file: string;
  text: string;
}

/** A world of `size` advisories over twenty years, named by min(2000, 100 + size / 10) vendors. */
export function createWorld(size: number, seed = 1): World {
  const count = Math.min(2000, 100 + Math.floor(size / 10));
  return {
    seed,
    size,
    vendors: buildVendors(createRandom(seedOf(seed, 0x7fff_ffff)), count),
    chooseVendor: createZipf(count),
  };
}

/** All advisories of the world, oldest first, one at a time. */
export function* buildAdvisories(world: World): Generator<GeneratedAdvisory> {
  for (let index = 0; index < world.size; index += 1) yield buildAdvisory(world, index);
}

/** Every file of the content directory, one at a time: memory does not grow with the size. */
export function* buildContent(world: World): Generator<ContentText> {
  yield { file: 'site.yaml', text: formatYaml(SITE) };
  yield* buildPages();
  for (const vendor of world.vendors) {
    yield { file: `vendors/${vendor.slug}.yaml`, text: formatYaml(toVendorFacts(vendor)) };
  }
  for (const advisory of buildAdvisories(world)) yield* toAdvisoryFiles(advisory);
}

/** The original and, where there is one, its translation. */
export function* toAdvisoryFiles(advisory: GeneratedAdvisory): Generator<ContentText> {
  const { slug, year, facts, body, translation } = advisory;
  yield { file: `advisories/${year}/${slug}.md`, text: `---\n${formatYaml(facts)}---\n\n${body}` };
  if (translation === undefined) return;
  const { words, body: english } = translation;
  yield { file: `advisories/${year}/${slug}.en.md`, text: `---\n${formatYaml(words)}---\n\n${english}` };
}

/** Writes files below a folder. Answers how many and how large. */
export function writeFiles(folder: string, files: Iterable<ContentText>): { files: number; bytes: number } {
  const made = new Set<string>();
  let [count, bytes] = [0, 0];
  for (const { file, text } of files) {
    const target = join(folder, file);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, text);
    count += 1;
    bytes += Buffer.byteLength(text);
  }
  return { files: count, bytes };
}

/** The policy page in both languages. */
export function* buildPages(): Generator<ContentText> {
  for (const [language, title, description, body] of ABOUT) {
    const facts = formatYaml({ title, description, updatedOn: '2025-12-01', order: '1' });
    yield { file: `pages/${language}/site.mdx`, text: `---\n${facts}---\n\n${body}\n` };
  }
}

const ABOUT = [
  ['ja', 'このサイトについて', '計測のために作られたサイトです。', '計測のために作られた内容です。実在の製品とは関係ありません。'],
  ['en', 'About this site', 'A site made for measuring.', 'This content was made for measuring. It has to do with no real product.'],
] as const;

export const SITE = {
  title: { ja: '計測用 脆弱性対策情報', en: 'Vulnerability notes for measuring' },
  description: {
    ja: '計測のために生成した脆弱性対策情報です。実在の製品とは関係ありません。',
    en: 'Vulnerability notes generated for measuring. They have to do with no real product.',
  },
  url: 'https://bench.example',
  timezone: 'Asia/Tokyo',
  languages: ['ja', 'en'],
  publisher: {
    name: { ja: '計測用調整機関', en: 'Coordinator for measuring' },
    namespace: 'https://bench.example',
    category: 'coordinator',
    contact: 'contact@bench.example',
  },
  cna: { orgId: '00000000-0000-4000-8000-000000000000', shortName: 'bench' },
  osv: { prefix: 'BENCH' },
  families: [
    {
      prefix: 'KRN#',
      path: 'jp',
      name: { ja: '国内で調整した脆弱性情報', en: 'Notes coordinated at home' },
      pattern: '1[0-9]{7}',
    },
    {
      prefix: 'KRNVU#',
      path: 'vu',
      name: { ja: '海外と連携した脆弱性情報', en: 'Notes coordinated abroad' },
      pattern: '9[0-9]{7}',
    },
    {
      prefix: 'KRNTA#',
      path: 'ta',
      name: { ja: '注意喚起', en: 'Alerts' },
      pattern: '9[0-9]{7}',
      alert: 'true',
    },
  ],
} as const;
