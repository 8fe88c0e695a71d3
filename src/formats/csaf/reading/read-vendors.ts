import type { VendorStatus } from '#domain/vendor-status.ts';
import type { RecordVendor } from '#formats/record/advisory-record.ts';
import type { Answers } from './read-answers.ts';
import type { ProductTree, TreeProduct } from './read-product-tree.ts';
import type { ProductStatus, Standing } from './read-statuses.ts';
import type { Reading } from './reading.ts';

type Standings = ReadonlyMap<string, readonly Standing[]>;

/** The statuses of products from the one that decides about their vendor to the one that any other outweighs. */
const MEANINGS: readonly (readonly [product: ProductStatus, vendor: VendorStatus])[] = [
  ['affected', 'affected'],
  ['fixed', 'affected'],
  ['investigating', 'not-affected-investigating'],
  ['unknown', 'unknown'],
  ['not-affected', 'not-affected'],
];

/**
 * Slugs of vendors by their names, each given once: the one with which the ids of all its products begin in our own
 * documents, else one made from the Latin letters and digits of the name.
 */
export function makeSlugs(tree: ProductTree, names: readonly string[]): ReadonlyMap<string, string> {
  const hints = new Map<string, string>();
  for (const [id, { vendor }] of tree.products) {
    const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?::|$)/u.exec(id)?.[1] ?? '';
    hints.set(vendor, (hints.get(vendor) ?? slug) === slug ? slug : '');
  }
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const base = hints.get(name) || plainSlug(name);
      let slug = base;
      for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`;
      taken.add(slug);
      return [name, slug];
    }),
  );
}

function plainSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 60);
  return plain.replaceAll(/^-|-$/gu, '') || 'vendor';
}

/** Whether a product of the tree stands for all products of its vendor, as in our own documents. */
export function isWhole({ vendor, name, version }: TreeProduct, { words }: Reading): boolean {
  return version === undefined && name === words.productsOf(vendor);
}

/** The vendors, in the order of the tree, with their answers or else what their products' statuses say together. */
export function readVendors(
  reading: Reading,
  tree: ProductTree,
  standings: Standings,
  slugs: ReadonlyMap<string, string>,
  cves: readonly (string | undefined)[],
  answers: Answers,
): RecordVendor[] {
  return [...slugs].map(([name, slug]) => {
    const own = [...tree.products].filter(([, { vendor }]) => vendor === name);
    const isMaker = own.some(([, product]) => !isWhole(product, reading));
    const voices = cves.map((cve, vulnerability): Voice => {
      const here = own.flatMap(([id, product]) =>
        (standings.get(id) ?? [])
          .filter((standing) => standing.vulnerability === vulnerability)
          .map(({ status }) => ({ status, isWhole: isWhole(product, reading) })),
      );
      const status = reading.isOwn ? answers.statusOf(name, vulnerability) : weigh(here);
      return { cve, status, here };
    });
    const day = answers.dayOf(name);
    return {
      ...{ slug, name: reading.say(name), listed: voices.some(({ status }) => status !== undefined) },
      ...(reading.isOwn ? judge(voices, isMaker) : weighAll(voices)),
      ...(day !== undefined && { statusOn: day }),
      notices: [],
    };
  });
}

/** What a vendor says of one vulnerability, and what its products' statuses are. */
interface Voice {
  readonly cve: string | undefined;
  readonly status: VendorStatus | undefined;
  readonly here: readonly { readonly status: ProductStatus; readonly isWhole: boolean }[];
}

/** The general status and the exceptions from it that together say the same about every product. */
function judge(voices: readonly Voice[], isMaker: boolean): Pick<RecordVendor, 'status' | 'exceptions'> {
  const general = generalOf(voices, isMaker);
  const exceptions = voices.flatMap(({ cve, status, here }) => {
    if (cve === undefined || status === undefined) return [];
    const isForced = isMaker && here.some((each) => each.isWhole || !isAffected(each.status));
    return status === general && !isForced ? [] : [[cve, status] as const];
  });
  return { ...(general !== undefined && { status: general }), exceptions: Object.fromEntries(exceptions) };
}

/** Where no answers are told: affected by any, else the status of most vulnerabilities; the others are exceptions. */
function weighAll(voices: readonly Voice[]): Pick<RecordVendor, 'status' | 'exceptions'> {
  const statuses = voices.flatMap(({ status }) => status ?? []);
  // A vendor with an affected product is affected, whatever most of its products are.
  const general = statuses.includes('affected') ? 'affected' : mostFrequent(statuses);
  const others = voices.flatMap(({ cve, status }) =>
    cve === undefined || status === undefined || status === general ? [] : [[cve, status] as const],
  );
  return { ...(general !== undefined && { status: general }), exceptions: Object.fromEntries(others) };
}

/**
 * A general status holds for every vulnerability. It shows where no exception can stand: where a vulnerability has no
 * CVE, and where a vendor answered although none of its products is concerned.
 */
function generalOf(voices: readonly Voice[], isMaker: boolean): VendorStatus | undefined {
  if (voices.some(({ status }) => status === undefined)) {
    return voices.find(({ cve, status }) => cve === undefined && status !== undefined)?.status;
  }
  const certain =
    voices.find(({ cve, here }) => cve === undefined || (isMaker && here.length === 0)) ??
    voices.find(({ status, here }) => status !== 'affected' && here.some((each) => isAffected(each.status)));
  return certain?.status ?? mostFrequent(voices.flatMap(({ status }) => status ?? []));
}

function isAffected(status: ProductStatus): boolean {
  return status === 'affected' || status === 'fixed';
}

function weigh(here: Voice['here']): VendorStatus | undefined {
  return MEANINGS.find(([status]) => here.some((each) => each.status === status))?.[1];
}

function mostFrequent(statuses: readonly VendorStatus[]): VendorStatus | undefined {
  const count = (status: VendorStatus) => statuses.filter((each) => each === status).length;
  return statuses.toSorted((a, b) => count(b) - count(a))[0];
}
