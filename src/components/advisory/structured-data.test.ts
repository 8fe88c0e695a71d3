import { describe, expect, it } from 'vitest';
import type { AdvisoryView, Frame } from '#site/view.ts';
import { structuredDataOf } from './structured-data.ts';

const frame = {
  url: 'https://example.org',
  language: 'en',
  publisher: { name: 'Example', contact: 'a@example.org' },
} as Frame;

const view = {
  head: { address: '/jp/JVN12345678/', description: 'A sentence.', trail: [{ label: 'Home', address: '/' }] },
  id: 'JVN#12345678',
  title: '</script><script>alert(1)</script>',
  publishedAt: '2018-12-21T14:00:00+09:00',
  updatedAt: '2018-12-21T14:00:00+09:00',
  revision: 1,
  cves: [{ id: 'CVE-2018-0001', url: 'https://example.org' }],
  vendors: [],
} as unknown as AdvisoryView;

describe('the structured data of an advisory', () => {
  it('cannot close the script element that holds it', () => {
    expect(structuredDataOf(view, frame)).not.toContain('<');
  });

  it('says the same after parsing', () => {
    const data = JSON.parse(structuredDataOf(view, frame)) as { '@graph': Record<string, unknown>[] };
    expect(data['@graph'][0]).toMatchObject({
      headline: '</script><script>alert(1)</script>',
      identifier: [{ value: 'JVN#12345678' }, { value: 'CVE-2018-0001', propertyID: 'CVE' }],
    });
    expect(data['@graph'][1]).toMatchObject({
      itemListElement: [{ position: 1, item: 'https://example.org/' }],
    });
  });
});
