import { frames, vendors, words } from './words.js';
import { renderAtom, renderJsonFeed, renderRss } from './feeds.js';
import { itemsOf } from './indexes.js';
import { byChange, textIn } from './shelves.js';

/** Every file beside the pages: its address and what writes it. */
export function filesOf(shelves) {
  const pages = shelves.items.filter(({ data }) => data.lang !== undefined && data.type !== 'not-found');
  const lists = pages.filter(({ data }) => data.list && data.year);
  const makers = pages.filter(({ data }) => data.slug);
  return [
    ...lists.map(toTable),
    ...lists.filter(({ data }) => data.list === 'all').map(toYearFeed),
    ...makers.map((page) => toVendorFeed(page, shelves)),
    ...makers
      .filter(({ data }) => data.versions)
      .map(({ url, data }) => ({ address: `${url}versions.json`, render: () => data.versions.json })),
    ...['ja', 'en'].flatMap((lang) => toSiteFeeds(lang, shelves)),
    ...['ja', 'en'].map((lang) => toSitemap(lang, pages)),
    { address: '/sitemap.xml', render: renderSitemapIndex },
    {
      address: '/robots.txt',
      render: () => `User-agent: *\nAllow: /\n\nSitemap: ${frames.ja.url}/sitemap.xml\n`,
    },
  ];
}

const MOST = 50;

const pageOf = ({ url, data }) => ({ url, title: data.title, description: data.description });

function toYearFeed(item) {
  const { lang, year } = item.data;
  const address = `${item.url}feed.atom`;
  return {
    address,
    render: () => renderAtom({ lang, page: pageOf(item), address, items: itemsOf('all', year) }),
  };
}

function toVendorFeed(item, { vendors: named }) {
  const { lang, slug } = item.data;
  const address = `${item.url}feed.atom`;
  const render = () => {
    const items = byChange(named.get(slug) ?? []).slice(0, MOST);
    return renderAtom({ lang, page: pageOf(item), address, items });
  };
  return { address, render };
}

function toSiteFeeds(lang, { originals }) {
  const { homeAddress, title, description } = frames[lang];
  const page = { url: homeAddress, title, description };
  const chosen = {
    all: () => originals,
    updated: () => originals.filter(({ data }) => data.changed),
    urgent: () => originals.filter(({ data }) => data.urgent && !data.withdrawn),
  };
  const syntaxes = { atom: renderAtom, rss: renderRss, json: renderJsonFeed };
  return Object.entries(chosen).flatMap(([id, choose]) =>
    Object.entries(syntaxes).map(([ending, render]) => {
      const address = `${homeAddress}feeds/${id}.${ending}`;
      const write = () =>
        render({ lang, page, address, items: byChange(choose()).slice(0, MOST), full: true });
      return { address, render: write };
    }),
  );
}

function toTable({ url, data }) {
  const { lang, list, year } = data;
  return { address: `${url}list.csv`, render: () => renderTable(lang, itemsOf(list, year)) };
}

const formatRow = (cells) => `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')}\n`;

function renderTable(lang, items) {
  const { csv, pages } = words[lang];
  const yes = (is) => (is ? csv.yes : '');
  const rows = items.map((item) => {
    const { data } = item;
    const { worst } = data;
    const text = textIn(item, lang);
    return formatRow([
      ...[data.id, text.data.title, data.published, data.updated],
      ...(worst ? [pages.advisory.severities[worst.severity], worst.score, worst.version] : ['', '', '']),
      ...[yes(data.urgent), yes(data.fix), yes(data.withdrawn)],
      data.vulnerabilities.flatMap(({ cve }) => cve ?? []).join('; '),
      data.vendors.map((slug) => vendors[slug][lang]).join('; '),
      frames[lang].url + text.url,
    ]);
  });
  return formatRow(Object.values(csv.columns)) + rows.join('');
}

function toSitemap(lang, pages) {
  const own = pages.filter(({ data }) => data.lang === lang && !data.withdrawn);
  const render = () => {
    const rows = own.map(({ url, data }) => {
      const changed = data.updatedat ? `<lastmod>${new Date(data.updatedat).toISOString()}</lastmod>` : '';
      return `<url><loc>${frames[lang].url}${url}</loc>${changed}</url>\n`;
    });
    return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('')}</urlset>\n`;
  };
  return { address: `/${lang}/sitemap.xml`, render };
}

function renderSitemapIndex() {
  const rows = ['ja', 'en'].map(
    (lang) => `<sitemap><loc>${frames.ja.url}/${lang}/sitemap.xml</loc></sitemap>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${rows.join('')}</sitemapindex>\n`;
}
