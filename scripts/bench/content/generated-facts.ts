import type { z } from 'zod';
import type { advisorySchema } from '#domain/advisory.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { GeneratedVendor } from './generated-vendor.ts';
import type { Random } from './random.ts';
import type { Pair, Weakness } from './vocabulary.ts';

type Input = z.input<typeof advisorySchema>;

/** Who and what an advisory speaks about. The main vendor and flaw come first in their lists. */
export interface Cast {
  vendors: readonly GeneratedVendor[];
  vendor: GeneratedVendor;
  product: Pair;
  weaknesses: readonly Weakness[];
  weakness: Weakness;
}

const V4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N';
/** Statuses of vendors without an affected product. */
const STATUSES: readonly VendorStatus[] = [
  'not-affected',
  'not-affected',
  'not-affected-investigating',
  'unknown',
  'notified',
];

/** One vulnerability for each flaw, with the versions of CVSS that were in use in that year. */
export function buildVulnerabilities(random: Random, weaknesses: readonly Weakness[], year: number, index: number) {
  return weaknesses.map(({ cwe, name, v3, v2 }, order) => {
    const v3Vector = `CVSS:${year < 2020 ? '3.0' : '3.1'}/${v3}`;
    return {
      cve: `CVE-${year}-${9_000_000 + index * 4 + order}`,
      // Those that are translated: a CVE record needs an English text.
      ...(index % 3 === 0 && { assigner: 'bench' }),
      ...(weaknesses.length > 1 && { title: { ja: name[0], en: name[1] } }),
      cwe: [cwe],
      cvss: [
        ...(year >= 2024 && random.chance(0.6) ? [V4] : []),
        ...(year >= 2016 ? [v3Vector] : []),
        ...(year < 2022 ? [v2] : []),
      ].map((vector) => vector),
    };
  });
}

/** The first vendors have products that are affected. */
const VENDORS_WITH_PRODUCTS = 4;

/** One product of each vendor that said “affected”; the main product first. */
export function buildProducts(
  random: Random,
  cast: Cast,
  cves: readonly string[],
  index: number,
): Input['affected'] {
  const others = cast.vendors.slice(1, VENDORS_WITH_PRODUCTS).map((vendor) => ({ vendor, product: random.pick(vendor.products) }));
  return [{ vendor: cast.vendor, product: cast.product }, ...others].map(({ vendor, product }) => {
    const major = random.integer(1, 9);
    const minor = random.integer(0, 30);
    const ranges = random.pick([
      [`<=${major}.${minor}`],
      [`>=${major}.0 <${major}.${minor + 1}`],
      [`>=${major}.0 <=${major}.${minor}`, `<${major}.0.0-rc1`],
      ['*'],
    ]);
    const isFixed = random.chance(0.7) && !ranges.includes('*');
    return {
      vendor: vendor.slug,
      product: { ja: product[0], en: product[1] },
      ranges,
      fixed: isFixed ? [`${major}.${minor + 1}`] : [],
      ...(cves.length > 1 && random.chance(0.5) && { cves: random.sample(cves, cves.length - 1) }),
      ...(random.chance(0.4) && {
        cpe: `cpe:2.3:a:${vendor.slug.replaceAll('-', '_')}:${product[1].toLowerCase().replaceAll(' ', '_')}:*:*:*:*:*:*:*:*`,
      }),
      ...(index % 4 < 2 && { purl: `pkg:npm/${product[1].toLowerCase().replaceAll(' ', '-')}` }),
    };
  });
}

/** One row for each vendor; those with products are affected. */
export function buildVendorRows(
  random: Random,
  cast: Cast,
  publishedOn: string,
  cves: readonly string[],
): Input['vendors'] {
  return cast.vendors.map((vendor, order) => {
    const status: VendorStatus = order < VENDORS_WITH_PRODUCTS ? 'affected' : random.pick(STATUSES);
    const [firstCve] = cves;
    return {
      vendor: vendor.slug,
      status,
      statusOn: publishedOn,
      ...(order > 0 && cves.length > 1 && firstCve !== undefined && random.chance(0.2)
        ? { cves: { [firstCve]: 'unknown' as const } }
        : {}),
      ...(random.chance(0.7) && {
        notices: [
          {
            url: `https://${vendor.host}/security/${random.integer(100, 9999)}`,
            label: { ja: `${vendor.name[0]}の告知ページ`, en: `Notice by ${vendor.name[1]}` },
          },
        ],
      }),
      ...(random.chance(0.2) && {
        statement: {
          ja: `${vendor.name[0]}では本件を確認し、対象となる製品の利用者に個別に案内しています。`,
          en: `${vendor.name[1]} has confirmed this matter and informs users of its products directly.`,
        },
      }),
    };
  });
}
