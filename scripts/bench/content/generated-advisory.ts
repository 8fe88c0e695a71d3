import type { z } from 'zod';
import type { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { buildBody } from './generated-body.ts';
import { buildProducts, buildVendorRows, buildVulnerabilities, type Cast } from './generated-facts.ts';
import { buildHistory, buildTimeline } from './generated-history.ts';
import { formatInstant } from './generated-instant.ts';
import type { GeneratedVendor } from './generated-vendor.ts';
import { createRandom, seedOf, type Random } from './random.ts';
import { PUBLISHERS, WEAKNESSES } from './vocabulary.ts';

/** Facts as their author writes them. */
type AdvisoryInput = z.input<typeof advisorySchema>;

/** An advisory that exists only in generated content. */
export interface GeneratedAdvisory {
  slug: string;
  /** The family's folder in addresses. */
  family: string;
  year: number;
  facts: AdvisoryInput;
  body: string;
  translation?: { words: z.input<typeof translationSchema>; body: string };
}

/** Everything that advisories of one generated site have in common. */
export interface World {
  seed: number;
  /** The number of advisories. */
  size: number;
  vendors: readonly GeneratedVendor[];
  chooseVendor: (random: Random) => number;
}

/** The first and the last moment of generated publications: twenty years. */
const START = Date.parse('2006-01-01T09:00:00+09:00');
const END = Date.parse('2025-12-31T18:00:00+09:00');

/** The moment at which generated sites are built, in seconds since 1970. */
export const GENERATED_NOW = Math.floor(Date.parse('2025-12-31T21:00:00+09:00') / 1000);

/**
 * The advisory of one index, from 0 (oldest) up; each depends on the world and its index only.
 * The index `world.size` is one more: the newest, for measuring what publishing it costs.
 */
export function buildAdvisory(world: World, index: number): GeneratedAdvisory {
  const random = createRandom(seedOf(world.seed, index));
  const published = START + Math.floor((index * (END - START)) / (world.size + 1) / 60_000) * 60_000;
  const publishedAt = formatInstant(published);
  const year = Number(publishedAt.slice(0, 4));
  const { id, family } = nameOf(world.seed, index);
  const cast = chooseCast(world, random);
  const vulnerabilities = buildVulnerabilities(random, cast.weaknesses, year, index);
  const cves = vulnerabilities.map(({ cve }) => cve);
  const history = buildHistory(random, published, END, cast);
  const urgent = random.chance(0.01);
  const withdrawnAt = random.chance(0.005) ? history.at(-1)?.at : undefined;
  const facts: AdvisoryInput = {
    id,
    title: `${cast.product[0]} における${cast.weakness.name[0]}の脆弱性`,
    publishedAt,
    ...(withdrawnAt === undefined
      ? {}
      : {
          state: 'withdrawn' as const,
          withdrawal: {
            at: withdrawnAt,
            reason: { ja: '調査の結果、脆弱性ではないことが分かりました。', en: 'It was found not to be a vulnerability.' },
          },
        }),
    ...(urgent && { urgent: { reason: { ja: '攻撃が観測されています。', en: 'Attacks have been observed.' } } }),
    tlp: 'CLEAR',
    vulnerabilities,
    affected: buildProducts(random, cast, cves, index),
    vendors: buildVendorRows(random, cast, publishedAt.slice(0, 10), cves),
    references: buildReferences(random, cast),
    credits: buildCredits(random, cast),
    route: random.pick(['partnership', 'partnership', 'developer', 'direct', 'overseas'] as const),
    related: index > 3 && random.chance(0.15) ? [nameOf(world.seed, random.integer(0, index - 1)).id] : [],
    timeline: buildTimeline(random, published),
    revisions: history,
  };
  const bodyRandom = random.integer(0, 2 ** 31 - 1);
  return {
    slug: id.replace('#', ''),
    family,
    year,
    facts,
    body: buildBody(createRandom(bodyRandom), cast, 'ja'),
    ...(index % 3 === 0 && { translation: buildTranslation(facts, cast, bodyRandom) }),
  };
}

/** An identifier of its own for every index: multiplication by a number without common factors visits all of them. */
function nameOf(seed: number, index: number): { id: string; family: string } {
  const kind = createRandom(seedOf(seed + 1, index)).next();
  const digits = String((index * 7_368_787) % 10_000_000).padStart(7, '0');
  if (kind < 0.62) return { id: `KRN#1${digits}`, family: 'jp' };
  if (kind < 0.97) return { id: `KRNVU#9${digits}`, family: 'vu' };
  return { id: `KRNTA#9${digits}`, family: 'ta' };
}

function chooseCast(world: World, random: Random): Cast {
  const size = random.next();
  const wanted = size < 0.55 ? 1 : size < 0.8 ? random.integer(2, 3) : size < 0.95 ? random.integer(4, 8) : random.integer(9, 25);
  const ranks = new Set(Array.from({ length: wanted }, () => world.chooseVendor(random)));
  const vendors = [...ranks].map((rank) => world.vendors[rank]).filter((vendor) => vendor !== undefined);
  const [vendor] = vendors;
  const weaknesses = random.sample(WEAKNESSES, random.chance(0.75) ? 1 : random.integer(2, 4));
  const [weakness] = weaknesses;
  if (vendor === undefined || weakness === undefined) throw new Error('A generated advisory needs a vendor and a flaw.');
  return { vendors, vendor, product: random.pick(vendor.products), weaknesses, weakness };
}

function buildReferences(random: Random, { vendor, product }: Cast): AdvisoryInput['references'] {
  return Array.from({ length: random.integer(1, 4) }, (_, index) => {
    const publisher = random.pick(PUBLISHERS);
    return {
      title: { ja: `${product[0]} に関する${publisher[0]}の資料 ${index + 1}`, en: `Document ${index + 1} about ${product[1]}` },
      url: `https://${vendor.host}/support/${random.integer(1000, 99_999)}.html`,
      publisher: { ja: publisher[0], en: publisher[1] },
      ...(random.chance(0.3) && { language: random.pick(['ja', 'en']) }),
    };
  });
}

function buildCredits(random: Random, { vendors }: Cast): AdvisoryInput['credits'] {
  return Array.from({ length: random.integer(0, 2) }, () =>
    random.chance(0.2)
      ? { anonymous: 'true' as const }
      : {
          name: { ja: `報告者 ${random.integer(100, 999)} 番`, en: `Reporter No. ${random.integer(100, 999)}` },
          ...(random.chance(0.5) && {
            affiliation: { ja: `${random.pick(vendors).name[0]} 研究所`, en: `${random.pick(vendors).name[1]} Laboratory` },
          }),
        },
  );
}

function buildTranslation(facts: AdvisoryInput, cast: Cast, bodySeed: number): NonNullable<GeneratedAdvisory['translation']> {
  return {
    words: {
      title: `${cast.product[1]} vulnerable to ${cast.weakness.name[1]}`,
      revision: String(facts.revisions.length),
    },
    body: buildBody(createRandom(bodySeed), cast, 'en'),
  };
}
