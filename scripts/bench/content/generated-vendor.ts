import type { Random } from './random.ts';
import { COMPANY_FORMS, PRODUCT_KINDS, SYLLABLES, type Pair } from './vocabulary.ts';

/** A vendor that exists only in generated content. */
export interface GeneratedVendor {
  slug: string;
  name: Pair;
  reading: string;
  /** Host of its web site, below the reserved top-level domain `.example` (RFC 2606 §2). */
  host: string;
  hasPsirt: boolean;
  products: readonly Pair[];
}

/** As many different vendors as asked for, in the order of their frequency: the first is named most often. */
export function buildVendors(random: Random, count: number): GeneratedVendor[] {
  const bySlug = new Map<string, GeneratedVendor>();
  while (bySlug.size < count) {
    const vendor = buildVendor(random);
    if (!bySlug.has(vendor.slug)) bySlug.set(vendor.slug, vendor);
  }
  return [...bySlug.values()];
}

function buildVendor(random: Random): GeneratedVendor {
  const syllables = Array.from({ length: random.integer(2, 3) }, () => random.pick(SYLLABLES));
  const [katakana, reading, latin] = ([0, 1, 2] as const).map((script) =>
    syllables.map((syllable) => syllable[script]).join(''),
  ) as [string, string, string];
  const brand = latin.charAt(0).toUpperCase() + latin.slice(1);
  const form = random.pick(COMPANY_FORMS);
  const english = form[1].replace('{}', brand);
  const slug = english.toLowerCase().replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '');
  return {
    slug,
    name: [form[0].replace('{}', katakana), english],
    reading,
    host: `www.${slug}.example`,
    hasPsirt: random.chance(0.4),
    products: random.sample(PRODUCT_KINDS, random.integer(1, 5)).map(([ja, en]) => [`${brand} ${ja}`, `${brand} ${en}`]),
  };
}

/** What stands in the vendor's file of a content directory. */
export function toVendorFacts({ name, reading, host, hasPsirt }: GeneratedVendor) {
  const url = `https://${host}/`;
  return {
    name: { ja: name[0], en: name[1] },
    reading,
    url,
    ...(hasPsirt ? { psirt: { url: `${url}security/`, email: `psirt@${host}` } } : {}),
  };
}
