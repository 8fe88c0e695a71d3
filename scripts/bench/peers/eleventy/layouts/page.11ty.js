import { renderAbout, renderFeedsPage, renderHome, renderNotFound, renderSearch } from './pages.js';
import { renderAdvisory } from './advisory.js';
import { renderIndex } from './indexes.js';
import { renderDocument } from './frame.js';
import { shelves } from './shelves.js';
import { renderVendor, renderVendors } from './vendors.js';

/** Every page of the content: its front matter says which kind it is. */
export function render(data) {
  const { page, content } = data;
  const shown = { ...data, url: page.url, alternates: alternatesOf(data) };
  const feed = feedOf(shown);
  return renderDocument(feed ? { ...shown, feed } : shown, renderMain(shown, content));
}

function renderMain(data, content) {
  if (data.id) return renderAdvisory(data, content);
  if (data.list) return renderIndex(data);
  if (data.slug) return renderVendor(data);
  if (data.type === 'feeds') return renderFeedsPage(data);
  if (data.type === 'search') return renderSearch(data);
  if (data.type === 'about') return renderAbout(data, content);
  if (data.type === 'not-found') return renderNotFound(data);
  return data.url.endsWith('/vendors/') ? renderVendors(data) : renderHome(data);
}

function alternatesOf({ id, lang, slugname, type, page }) {
  if (type === 'not-found' || (id && !shelves().translations.has(slugname))) return [];
  const base = lang === 'ja' ? page.url : page.url.slice('/en'.length);
  return [
    { language: 'ja', address: base },
    { language: 'en', address: `/en${base}` },
  ];
}

function feedOf({ slug, list, year, url }) {
  return slug || (list === 'all' && year) ? `${url}feed.atom` : undefined;
}
