import { drop, items, members, type Place } from '#formats/foreign/foreign-document.ts';
import { isObject, type DropReason } from '#formats/foreign/outcome.ts';

/** Why what CSAF knows stands in no record, where no reader told on it: a map, a list of equal items, or a reason. */
type Known = DropReason | readonly [Known] | { readonly [name: string]: Known };

const SUBJECTS = { product_ids: 'no-place', group_ids: 'no-place' } as const;
const NOTE: Known = {
  ...{ audience: 'no-place', category: 'unreadable', text: 'unreadable', title: 'no-place' },
  ...SUBJECTS,
};
const REFERENCE: Known = { category: 'no-place', summary: 'unreadable', url: 'unreadable' };
const ACKNOWLEDGMENT: Known = {
  ...{ names: ['unreadable'], organization: 'unreadable', summary: 'no-place', urls: 'no-place' },
};
const PRODUCT: Known = {
  name: 'unreadable',
  product_id: 'unreadable',
  product_identification_helper: {
    ...{
      cpe: 'no-place',
      purl: 'no-place',
      purls: 'no-place',
      hashes: 'no-place',
      sbom_urls: 'no-place',
    },
    ...{ model_numbers: 'no-place', serial_numbers: 'no-place', skus: 'no-place' },
    x_generic_uris: 'no-place',
  },
};
const BRANCH: Known = {
  ...{ category: 'unreadable', name: 'unreadable', product: PRODUCT },
  get branches(): Known {
    return [BRANCH];
  },
};
const CONTENT = { cvss_v2: 'unreadable', cvss_v3: 'unreadable', cvss_v4: 'unreadable' } as const;

const DOCUMENT: Known = {
  ...{ acknowledgments: [ACKNOWLEDGMENT], aggregate_severity: 'no-place', category: 'internal' },
  ...{ csaf_version: 'internal', lang: 'unreadable', license_expression: 'no-place', notes: [NOTE] },
  ...{ references: [REFERENCE], source_lang: 'no-place', title: 'unreadable' },
  distribution: {
    sharing_group: 'no-place',
    text: 'no-place',
    tlp: { label: 'unreadable', url: 'no-place' },
  },
  publisher: {
    ...{ category: 'no-place', contact_details: 'no-place', issuing_authority: 'no-place' },
    ...{ name: 'unreadable', namespace: 'unreadable' },
  },
  tracking: {
    ...{ aliases: 'no-place', current_release_date: 'unreadable', generator: 'internal', id: 'unreadable' },
    ...{ initial_release_date: 'unreadable', status: 'internal', version: 'computed' },
    revision_history: [
      { date: 'unreadable', legacy_version: 'no-place', number: 'computed', summary: 'unreadable' },
    ],
  },
};

const VULNERABILITY: Known = {
  ...{ acknowledgments: [ACKNOWLEDGMENT], cve: 'unreadable', cwe: 'unreadable', cwes: ['unreadable'] },
  ...{ disclosure_date: 'no-place', discovery_date: 'no-place', release_date: 'no-place' },
  ...{ notes: [NOTE], references: [REFERENCE], title: 'unreadable' },
  first_known_exploitation_dates: [{ date: 'no-place', exploitation_date: 'unreadable', ...SUBJECTS }],
  flags: [{ date: 'no-place', label: 'no-place', ...SUBJECTS }],
  ids: [{ system_name: 'no-place', text: 'no-place', ...SUBJECTS }],
  involvements: [
    {
      ...{ contact: 'no-place', date: 'no-place', party: 'no-place', status: 'no-place' },
      summary: 'no-place',
      ...SUBJECTS,
    },
  ],
  metrics: [
    {
      content: {
        ...CONTENT,
        epss: 'no-place',
        qualitative_severity_rating: 'no-place',
        ssvc_v1: 'no-place',
        ssvc_v2: 'no-place',
      },
      ...{ products: 'no-place', source: 'no-place' },
    },
  ],
  product_status: {
    ...{ first_affected: ['unreadable'], first_fixed: ['unreadable'], fixed: ['unreadable'] },
    ...{ known_affected: ['unreadable'], known_not_affected: ['unreadable'], last_affected: ['unreadable'] },
    ...{ recommended: ['unreadable'], under_investigation: ['unreadable'], unknown: ['unreadable'] },
  },
  remediations: [
    {
      ...{ category: 'no-place', date: 'no-place', details: 'unreadable', entitlements: 'no-place' },
      ...{ restart_required: 'no-place', url: 'unreadable', ...SUBJECTS },
    },
  ],
  scores: [{ ...CONTENT, products: 'no-place' }],
  threats: [{ category: 'no-place', date: 'no-place', details: 'unreadable', ...SUBJECTS }],
};

/** The fields of CSAF 2.0 and 2.1; extensions of 2.1 (`x_extensions`) are nobody's and stay unknown. */
const KNOWN: Known = {
  ...{ $schema: 'internal', document: DOCUMENT, vulnerabilities: [VULNERABILITY] },
  product_tree: {
    ...{ branches: [BRANCH], full_product_names: [PRODUCT] },
    product_groups: [{ group_id: 'internal', product_ids: 'internal', summary: 'no-place' }],
    product_paths: [
      {
        ...{ beginning_product_reference: 'unreadable', full_product_name: PRODUCT },
        subpaths: [{ category: 'no-place', next_product_reference: 'unreadable' }],
      },
    ],
    relationships: [
      {
        ...{ category: 'no-place', full_product_name: PRODUCT, product_reference: 'unreadable' },
        relates_to_product_reference: 'unreadable',
      },
    ],
  },
};

/** Two for each branch of the thirty that the standard allows one in the other, and some. */
const DEEPEST = 70;

/** Says of everything that CSAF knows and no reader told on why it stands nowhere; the rest is unknown. */
export function leaveOut(document: Place): void {
  leaveOutBelow(document, KNOWN, 0);
}

function leaveOutBelow(place: Place, known: Known, depth: number): void {
  const { value, pointer, told } = place;
  if (value === undefined || told.has(pointer)) return;
  if (depth > DEEPEST) {
    drop(place, 'unreadable');
    return;
  }
  if (typeof known === 'string') {
    drop(place, known);
  } else if (isList(known)) {
    if (!Array.isArray(value)) drop(place, 'unreadable');
    for (const item of items(place)) leaveOutBelow(item, known[0], depth + 1);
  } else {
    if (!isObject(value)) drop(place, 'unreadable');
    for (const [name, below] of members(place)) {
      const field = Object.hasOwn(known, name) ? known[name] : undefined;
      if (field !== undefined) leaveOutBelow(below, field, depth + 1);
    }
  }
}

function isList(known: Exclude<Known, string>): known is readonly [Known] {
  return Array.isArray(known);
}
