import fc from 'fast-check';
import type { Texts } from '#formats/record/texts.ts';

/*
 * Text as content and importers may bring it. The check refuses control characters and lone surrogates; formats must
 * hold them all the same, because records also come from other sites' documents.
 */

const awkward = [
  ...['\u0000', '\u0008', '\u001b', '\u007f', '\u0085', '\uFFFE', '\uFFFF', '\uD800', '\uDC00', '\u2028'],
  ...[
    ']]>',
    '<script>alert(1)</script>',
    '&amp;',
    '&',
    '"',
    "'",
    '<!--',
    '-->',
    '{{7*7}}',
    '\\',
    '\r\n',
    '\n\n',
  ],
  ...['שלום', '\u202Eevil\u202C', '\u2066x\u2069', '👩‍👩‍👧', '🇯🇵', 'e\u0301', '\u200B', '\uFEFF', '㍿', '１．０'],
  ...[
    '=cmd()',
    'vers:generic/<1',
    'CVE-1900-0001',
    '1.2.3 およびそれ以前',
    'null',
    '__proto__',
    '概要',
    'Overview',
  ],
];

const words = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('テスト製品', 'Test Product', '脆弱性', 'update it', '架空', 'Router X'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constant('長'.repeat(200)) },
);

/** One line or several, never blank and without blanks around it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .array(words, { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(' ').trim())
      .filter((text) => text !== ''),
  },
  { weight: 1, arbitrary: fc.constant('とても長い文 '.repeat(1500).trim()) },
);

/** A text in Japanese, in English, or in both; sometimes the same in both. */
export const hostileTexts: fc.Arbitrary<Texts> = fc.oneof(
  hostileText.map((ja) => ({ ja })),
  hostileText.map((en) => ({ en })),
  hostileText.map((name) => ({ ja: name, en: name })),
  fc.record({ ja: hostileText, en: hostileText }),
);

/** Addresses that the schema of content accepts, though many are no plain URI by RFC 3986. */
export const hostileUrl: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.webUrl({ validSchemes: ['https', 'http'], withFragments: true, withQueryParameters: true }),
  },
  fc.constantFrom(
    'https://例え.example/通知?番号=１#節',
    'https://notice.example/a b/%zz',
    'HTTPS://NOTICE.EXAMPLE/|{}^`"<>',
    'https://[2001:db8::1]:8443/\\path',
    `https://notice.example/${'long/'.repeat(300)}`,
  ),
);
