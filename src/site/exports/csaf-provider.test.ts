import { parseHTML } from 'linkedom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedDocument } from '#formats/csaf-provider/provider-tree.ts';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../../tests/builders/a-catalog.ts';
import { hostileText } from '../../../tests/builders/hostile-text.ts';
import { buildSiteIndex } from '../site-index.ts';
import { addSignatureLinksToPage, type FolderPage, renderFolderPage } from './csaf-folder-page.ts';
import { planCsafProvider } from './csaf-provider.ts';
import { buildExports } from './exports.ts';

const embargoed = anAdvisory({
  id: 'TEST#99999999',
  title: '公開前の秘密',
  publishedAt: '2999-01-01T00:00:00Z',
  vendors: [{ vendor: 'gamma' }],
});
const advisories = [
  anAdvisory({}, { translations: inEnglish() }),
  anAdvisory({ id: 'TEST#00000002', publishedAt: '2025-01-01T08:59:59+09:00' }),
  embargoed,
];

function planned(parts: { now?: string; site?: Written } = {}) {
  const exports = buildExports(buildSiteIndex(aCatalog({ advisories, ...parts })));
  return planCsafProvider(exports);
}

function textAt(address: string, parts: Parameters<typeof planned>[0] = {}): string {
  const file = planned(parts).find((each) => each.address === address);
  if (file === undefined) throw new Error(`Nothing is planned at ${address}.`);
  return file.render();
}

const security = '/.well-known/security.txt';

describe('planCsafProvider', () => {
  it('has the files of both versions, and a page for every folder', () => {
    expect(planned().map(({ address }) => address.replace('/.well-known/', ''))).toEqual([
      ...['csaf/provider-metadata.json', 'csaf/feed-tlp-white.json', 'csaf/service.json'],
      ...['csaf/category-white.json', 'csaf/white/index.txt', 'csaf/white/changes.csv'],
      ...['csaf/v2.1/provider-metadata.json', 'csaf/v2.1/feed-tlp-clear.json', 'csaf/v2.1/service.json'],
      ...['csaf/v2.1/category-clear.json', 'csaf/v2.1/clear/index.txt', 'csaf/v2.1/clear/changes.csv'],
      ...['csaf/', 'csaf/white/', 'csaf/white/2026/', 'csaf/white/2024/'],
      ...['csaf/v2.1/', 'csaf/v2.1/clear/', 'csaf/v2.1/clear/2026/', 'csaf/v2.1/clear/2024/'],
      'security.txt',
    ]);
  });

  it('names nothing that is under embargo, not even its vendor', () => {
    for (const { address, render } of planned())
      expect(`${address} ${render()}`).not.toMatch(/99999999|公開前の秘密|Gamma/u);
  });

  it('reads no clock: only security.txt changes with the month', () => {
    const at = (now: string) => planned({ now }).map(({ address, render }) => [address, render()]);
    const [before, after] = [at('2026-11-20T03:00:00Z'), at('2027-01-20T03:00:00Z')];
    const changed = after.filter(([, text], place) => text !== before[place]?.[1]);
    expect(changed.map(([address]) => address)).toEqual([security]);
    expect(JSON.parse(textAt('/.well-known/csaf/provider-metadata.json'))).toMatchObject({
      last_updated: '2026-03-10T03:00:00Z',
    });
  });

  it('marks everything of version 2.1 that people see as experimental', () => {
    const pages = planned().filter(({ type }) => type === 'text/html');
    for (const { address, render } of pages)
      expect([address, render().includes('策定中の規格')]).toEqual([address, address.includes('v2.1')]);
  });

  it('is no provider yet where nothing is published, and security.txt names none', () => {
    const exports = buildExports(buildSiteIndex(aCatalog({ advisories: [embargoed] })));
    const files = planCsafProvider(exports);
    expect(files.map(({ address }) => address)).toEqual([security]);
    expect(files[0]?.render()).not.toContain('CSAF');
  });
});

describe('security.txt of a site', () => {
  it('names the well-known metadata first', () => {
    const lines = textAt(security).split('\n');
    expect(lines.filter((line) => line.startsWith('CSAF: '))).toEqual([
      'CSAF: https://site.example/.well-known/csaf/provider-metadata.json',
      'CSAF: https://site.example/.well-known/csaf/v2.1/provider-metadata.json',
    ]);
    expect(lines).toContain('Contact: mailto:contact@site.example');
  });

  it('leads to the site where the publisher’s contact is no address that programs know', () => {
    const publisher = { name: 'X', namespace: 'https://publisher.example', contact: '東京都千代田区' };
    expect(textAt(security, { site: { publisher } })).toContain('Contact: https://site.example/\n');
  });
});

describe('a folder page', () => {
  const page: Omit<FolderPage, 'documents'> = {
    ...{
      language: 'en',
      zone: 'UTC',
      heading: 'Documents',
      siteTitle: 'Site',
      address: '/x/',
      homeAddress: '/',
    },
    ...{ notes: [], items: [] },
  };

  it('shows any title as text, in its language, and leads to the document and its digests', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const { document } = parseHTML(renderFolderPage({ ...page, documents: [aDocument(title)] }));
        const links = [...document.querySelectorAll('.documents a')];
        expect(links.map((link) => link.getAttribute('href'))).toEqual([
          'test_1.json',
          'test_1.json.sha256',
          'test_1.json.sha512',
        ]);
        expect(document.querySelectorAll('script, img').length).toBe(0);
      }),
    );
  });

  it('is the same whether signed at once or later, and signing twice changes nothing', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const documents = [aDocument(title), aDocument('<a href="x.sha512">SHA-512</a></p>')];
        const signed = renderFolderPage({ ...page, documents, signed: true });
        expect(addSignatureLinksToPage(renderFolderPage({ ...page, documents }))).toBe(signed);
        expect(addSignatureLinksToPage(signed)).toBe(signed);
        expect(signed.match(/<a href="test_1\.json\.asc">/gu)?.length).toBe(2);
      }),
    );
  });

  it('tells the documents of one advisory apart by what they hold and their language', () => {
    const documents: ListedDocument[] = [
      aDocument('x'),
      { ...aDocument('x'), language: 'en' },
      { ...aDocument('x'), view: 'vex' },
    ];
    const { document } = parseHTML(renderFolderPage({ ...page, documents }));
    const told = [...document.querySelectorAll('.view')];
    expect(told.map(({ textContent }) => textContent)).toEqual([
      'The whole advisory (日本語)',
      'The whole advisory (English)',
      'VEX: which products are affected (日本語)',
    ]);
    expect(told[0]?.querySelector('[lang="ja"]')?.textContent).toBe('日本語');
  });

  function aDocument(title: string): ListedDocument {
    return {
      ...{ trackingId: 'TEST#1', view: 'advisory', title, language: 'ja', summary: '', year: 2026 },
      fileName: 'test_1.json',
      ...{ address: '/x/test_1.json', initialReleaseDate: '2026-01-01T00:00:00Z' },
      currentReleaseDate: '2026-01-01T00:00:00Z',
    };
  }
});
