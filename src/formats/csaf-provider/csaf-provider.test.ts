import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCategoryDocument } from './category-document.ts';
import { renderChangesCsv } from './changes-csv.ts';
import { renderIndexTxt } from './index-txt.ts';
import { toProviderMetadata, toTrustedProvider } from './provider-metadata.ts';
import type { ListedDocument } from './provider-tree.ts';
import { addSignatureLinks, toRolieFeed } from './rolie-feed.ts';
import { renderSecurityTxt, securityTxtExpiry, toContactUri } from './security-txt.ts';
import { toServiceDocument } from './service-document.ts';

const ROOT = 'https://site.example/.well-known/csaf';
const urls = {
  metadata: `${ROOT}/provider-metadata.json`,
  directory: `${ROOT}/white/`,
  feed: `${ROOT}/feed-tlp-white.json`,
  service: `${ROOT}/service.json`,
  category: `${ROOT}/category-white.json`,
};
const publisher = {
  ...{ category: 'coordinator', name: 'Fictional Coordinator' },
  ...{ namespace: 'https://publisher.example', contact: 'contact@site.example' },
};
const signing = { fingerprint: 'A'.repeat(40), keyUrl: `${ROOT}/openpgp/${'A'.repeat(40)}.asc` };
const lastUpdated = '2026-03-10T03:00:00Z';

function aDocument(parts: Partial<ListedDocument> = {}): ListedDocument {
  return {
    ...{ trackingId: 'TEST#1', view: 'advisory', title: 'テスト', language: 'ja', summary: '概要です。' },
    year: 2026,
    ...{ fileName: 'test_1.json', address: '/.well-known/csaf/white/2026/test_1.json' },
    ...{ initialReleaseDate: '2026-01-01T00:00:00Z', currentReleaseDate: lastUpdated },
    ...parts,
  };
}
const urlOf = ({ address }: ListedDocument) => `https://site.example${address}`;
const aFeed = (documents: ListedDocument[], signed = false) =>
  toRolieFeed({ version: '2.0', title: 'CSAF', urls, updated: lastUpdated, documents, urlOf, signed });

describe('the metadata', () => {
  it('declares a provider and nothing more without a key', () => {
    const metadata = toProviderMetadata({ version: '2.0', urls, publisher, lastUpdated });
    expect(metadata).toMatchObject({ role: 'csaf_provider', last_updated: lastUpdated });
    expect(metadata).not.toHaveProperty('public_openpgp_keys');
    expect(metadata.distributions).toContainEqual({ directory_url: urls.directory });
  });

  it('is the same whether signed at once or later, and signing twice changes nothing', () => {
    const facts = { version: '2.0', urls, publisher, lastUpdated } as const;
    const signed = toProviderMetadata({ ...facts, signing });
    const later = toTrustedProvider(toProviderMetadata(facts), signing);
    expect(later).toEqual(signed);
    expect(JSON.stringify(toTrustedProvider(later, signing))).toBe(JSON.stringify(later));
    expect(signed).toMatchObject({
      role: 'csaf_trusted_provider',
      public_openpgp_keys: [{ fingerprint: signing.fingerprint, url: signing.keyUrl }],
    });
  });

  it('has the shape of version 2.1 there, and invites no aggregator to an experiment', () => {
    const metadata = toProviderMetadata({ version: '2.1', urls, publisher, lastUpdated });
    expect(metadata).toMatchObject({
      $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/provider.json',
      metadata_version: '2.1',
      list_on_CSAF_aggregators: false,
      mirror_on_CSAF_aggregators: false,
    });
    expect(metadata.distributions).toEqual([
      {
        rolie: {
          categories: [urls.category],
          feeds: [expect.objectContaining({ tlp_label: 'CLEAR', last_updated: lastUpdated })],
          services: [urls.service],
        },
      },
      { directory: { tlp_label: 'CLEAR', url: urls.directory } },
    ]);
  });
});

describe('the lists', () => {
  const documents = [aDocument(), aDocument({ year: 2019, fileName: 'test_2.json' })];

  it('name every document by year, one a line', () => {
    expect(renderIndexTxt(documents)).toBe('2026/test_1.json\n2019/test_2.json\n');
    expect(renderIndexTxt([])).toBe('');
  });

  it('are quoted in 2.0 and not in 2.1', () => {
    expect(renderChangesCsv('2.0', [aDocument()])).toBe(`"2026/test_1.json","${lastUpdated}"\n`);
    expect(renderChangesCsv('2.1', [aDocument()])).toBe(`2026/test_1.json,${lastUpdated}\n`);
  });

  it('name every vendor once', () => {
    const category = [{ term: 'Alpha' }, { term: 'Beta' }];
    expect(toCategoryDocument(['Beta', 'Alpha', 'Beta'])).toEqual({ categories: { category } });
  });

  it('lead from the service to the feed', () => {
    expect(toServiceDocument('CSAF', urls).service.workspace[0]?.collection[0]?.href).toBe(urls.feed);
  });
});

describe('the feed', () => {
  it('begins each entry with the document itself, and names its digests', () => {
    const [entry] = aFeed([aDocument()]).feed.entry;
    const url = `${ROOT}/white/2026/test_1.json`;
    expect(entry?.link).toEqual([
      { rel: 'self', href: url },
      { rel: 'hash', href: `${url}.sha256` },
      { rel: 'hash', href: `${url}.sha512` },
    ]);
    expect(entry?.content.src).toBe(url);
  });

  it('says nothing where there is no summary, because an empty one is invalid', () => {
    expect(aFeed([aDocument({ summary: '' })]).feed.entry[0]).not.toHaveProperty('summary');
  });

  it('is the same whether signed at once or later, and signing twice changes nothing', () => {
    const signed = aFeed([aDocument()], true);
    expect(addSignatureLinks(aFeed([aDocument()]))).toEqual(signed);
    expect(addSignatureLinks(signed)).toEqual(signed);
    expect(signed.feed.entry[0]?.link.at(-1)).toMatchObject({ rel: 'signature' });
  });
});

describe('security.txt', () => {
  it('has each field on a line of its own', () => {
    const text = renderSecurityTxt({
      contacts: ['mailto:contact@site.example'],
      expires: '2027-11-01T00:00:00Z',
      languages: ['ja', 'en'],
      canonicalUrl: 'https://site.example/.well-known/security.txt',
      policyUrl: 'https://site.example/policy/',
      csafUrls: [urls.metadata],
    });
    expect(text).toBe(
      [
        'Contact: mailto:contact@site.example',
        'Expires: 2027-11-01T00:00:00Z',
        'Preferred-Languages: ja, en',
        'Canonical: https://site.example/.well-known/security.txt',
        'Policy: https://site.example/policy/',
        `CSAF: ${urls.metadata}\n`,
      ].join('\n'),
    );
  });

  it.each([
    ['cert@site.example', 'mailto:cert@site.example'],
    ['r&d@site.example', 'mailto:r%26d@site.example'],
    ['https://site.example/report', 'https://site.example/report'],
    ['mailto:cert@site.example', 'mailto:cert@site.example'],
    ['tel:+1-555-0100', 'tel:+1-555-0100'],
    ['http://site.example/report', undefined],
    ['1-2-3 Chiyoda, Tokyo', undefined],
    ['javascript:alert(1)', undefined],
    ['a@site.example\nCSAF: https://evil.example/', undefined],
  ])('reads the contact %j', (contact, uri) => {
    expect(toContactUri(contact)).toBe(uri);
  });

  it('never takes a contact for two lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'https://', 'mailto:'),
        (text, start) => {
          expect(toContactUri(start + text) ?? '').not.toMatch(/[\r\n]/u);
        },
      ),
    );
  });

  it.each([
    ['2026-11-20T03:00:00Z', '2027-11-01T00:00:00Z'],
    ['2026-11-21T03:00:00Z', '2027-11-01T00:00:00Z'],
    ['2026-12-31T23:00:00Z', '2027-12-01T00:00:00Z'],
    ['2026-12-31T23:00:00-05:00', '2028-01-01T00:00:00Z'],
  ])('built at %s holds until %s', (now, expires) => {
    expect(securityTxtExpiry(now)).toBe(expires);
  });
});
