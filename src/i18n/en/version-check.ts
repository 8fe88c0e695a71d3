import type { versionCheck as original } from '../ja/version-check.ts';

export const versionCheck: typeof original = {
  heading: 'Is my version affected?',
  product: 'Product',
  allProducts: (count) => `All products (${count})`,
  version: 'Version',
  hint: (example) =>
    `Enter one version, for example ${example}. What you enter is neither sent nor stored; it stays on this page.`,
  button: 'Check',
  affected: 'Version {version} is affected',
  outside: 'Version {version} is outside the ranges of this advisory',
  unknown: 'This advisory alone is not enough to tell',
  several: {
    products: {
      affected: 'Version {version} is affected in these products ({count})',
      unknown: 'For these products, this advisory alone is not enough to tell ({count})',
      outside: 'Version {version} is outside the ranges of this advisory in these products ({count})',
    },
    advisories: {
      affected: 'Version {version} is affected according to these advisories ({count})',
      unknown: 'These advisories alone are not enough to tell ({count})',
      outside: 'Version {version} is outside the ranges of these advisories ({count})',
    },
  },
  reasons: {
    'in-range': 'It is one of the affected versions “{phrase}”.',
    'fixed-version': 'It is the fixed version {fixed}.',
    'after-fix': 'It is outside the ranges stated as affected, and later than the fixed version {fixed}.',
    'outside-ranges': 'It is outside the ranges stated as affected ({phrases}).',
    'no-ranges': 'The affected versions are not stated as a range.',
  },
  separator: ', ',
  note: 'Please also note: ',
  cves: 'CVEs: ',
  severalCves: 'The CVEs differ from product to product.',
  solution: 'See the solution',
  found: 'Version {version}: {affected} affected, {unknown} undecided, {outside} outside the ranges',
  caution: {
    products:
      'This compares your version with the ranges on this page. It does not show that the version has no other vulnerability. If the vendor counts versions in another way, please follow the vendor’s information.',
    advisories:
      'This compares your version with the ranges in each advisory. It does not show that the version has no other vulnerability. If the vendor counts versions in another way, please follow the vendor’s information.',
  },
  loading: 'Loading …',
  failed:
    'What the answer needs could not be loaded. Check the connection and try again, or load the page anew. You can also check the tables on the pages of the advisories.',
  problems: {
    empty: 'Enter a version, for example {example}.',
    range: 'Enter the one version that you use rather than a range, for example {example}.',
    words:
      'Enter the version number alone, without words such as “and earlier” or a product name, for example {example}.',
    several: 'Enter one version at a time, for example {example}.',
    unreadable:
      'This cannot be read as a version. Use at most 100 ASCII letters, digits and . - _ + : ~ with at least one digit, for example {example}.',
  },
};
