import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../tests/builders/a-catalog.ts';
import { findSchemaProblems } from '../../tests/builders/schema-org.ts';
import { buildFrame } from './frame.ts';
import { planSite } from './plan-site.ts';
import { structuredDataOf } from './structured-data.ts';

const hostile = '</script><script>alert(1)</script>';

const catalog = aCatalog({
  site: { licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
  advisories: [
    anAdvisory({ title: hostile }, { translations: inEnglish() }),
    anAdvisory({
      id: 'TEST#00000002',
      affected: [
        product('道具', { cpe: 'cpe:2.3:a:alpha:tool:*:*:*:*:*:*:*:*' }),
        product('機器', { cpe: 'cpe:2.3:h:alpha:device:*:*:*:*:*:*:*:*' }),
        product('道具'),
      ],
    }),
    anAdvisory({
      id: 'TEST#00000003',
      state: 'withdrawn',
      withdrawal: { at: '2026-06-01T09:00:00+09:00', reason: '重複していました。' },
    }),
  ],
  pages: [
    { slug: 'about', language: 'ja' },
    { slug: 'terms', language: 'ja' },
  ],
});

function product(name: string, more: Written = {}): Written {
  return { vendor: 'alpha', product: name, ranges: ['<2.0'], ...more };
}

const documents = planSite(catalog).flatMap((planned) => {
  if (planned.kind !== 'page') return [];
  const view = planned.view();
  return [
    {
      address: planned.address,
      kind: view.kind,
      text: structuredDataOf(view, buildFrame(catalog, planned.language)),
    },
  ];
});

function graphAt(address: string): Record<string, unknown>[] {
  const { text = '' } = documents.find((document) => document.address === address) ?? {};
  return (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'];
}

describe('structured data', () => {
  it('speaks the vocabulary of schema.org on every kind of page but the one for unknown addresses', () => {
    const without = documents.filter(({ text }) => text === undefined).map(({ kind }) => kind);
    expect(without).toEqual(['not-found']);
    const wrong = documents.flatMap(({ address, text }) =>
      text === undefined
        ? []
        : findSchemaProblems(JSON.parse(text)).map((problem) => `${address}: ${problem}`),
    );
    expect(wrong).toEqual([]);
    expect(
      findSchemaProblems({ '@context': 'https://schema.org', '@graph': [{ '@type': 'Thing', colour: 1 }] }),
    ).toEqual(['/Thing: no property colour']);
  });

  it('cannot close the script element that holds it, and says the same after parsing', () => {
    expect(documents.filter(({ text }) => text?.includes('<') === true)).toEqual([]);
    expect(graphAt('/test/TEST00000001/')[0]).toMatchObject({ '@type': 'TechArticle', headline: hostile });
  });

  it('tells an advisory by its identifiers, its publisher and what it says about software', () => {
    expect(graphAt('/test/TEST00000002/')[0]).toMatchObject({
      identifier: [
        { propertyID: 'advisory', value: 'TEST#00000002' },
        { propertyID: 'CVE', value: 'CVE-1900-0001' },
      ],
      about: [
        { '@type': 'SoftwareApplication', name: '道具' },
        { '@type': 'Thing', name: '機器' },
      ],
    });
    expect(graphAt('/en/test/TEST00000001/')[0]).toMatchObject({
      inLanguage: 'en',
      translationOfWork: { '@id': expect.stringMatching(/^https:[^#]*\/test\/TEST00000001\/$/) as string },
    });
    expect(graphAt('/test/TEST00000003/')[0]).toMatchObject({ creativeWorkStatus: 'Withdrawn' });
  });

  it('leads from home to the page step by step', () => {
    const trail = graphAt('/test/TEST00000001/').find((thing) => thing['@type'] === 'BreadcrumbList');
    expect(trail).toMatchObject({
      itemListElement: [{ position: 1, name: 'ホーム' }, { position: 2 }, { position: 3 }],
    });
  });

  it('lets search engines offer the search of the site', () => {
    const template = 'https://example.org/search/?q={search_term_string}'.replace(
      'https://example.org',
      catalog.site.url,
    );
    expect(graphAt('/')[0]).toMatchObject({
      '@type': 'WebSite',
      potentialAction: {
        target: { urlTemplate: template },
        'query-input': 'required name=search_term_string',
      },
    });
  });
});
