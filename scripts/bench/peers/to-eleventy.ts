import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '#catalog/content.ts';
import { LANGUAGES } from '#domain/language.ts';
import type { SiteIndex } from '#site/site-index.ts';
import { writeFiles, type ContentText } from '../content/generate-content.ts';
import { buildPeerData, buildPeerPages, toPeerDays } from './peer-content.ts';
import type { PeerPage } from './peer-page.ts';

/** Writes an Eleventy project that makes the same site: layouts of `scripts/bench/peers/eleventy`, content and data. */
export function writeEleventyProject(root: string, folder: string, index: SiteIndex, content: Content): void {
  mkdirSync(folder, { recursive: true });
  const peers = join(root, 'scripts', 'bench', 'peers');
  cpSync(join(peers, 'eleventy'), folder, { recursive: true });
  cpSync(join(root, 'public'), join(folder, 'static'), { recursive: true });
  cpSync(join(peers, 'search.js'), join(folder, 'static', 'search.js'));
  writeFiles(folder, buildPeerData(index));
  writeFiles(folder, [json('data/settings.json', toPeerDays(index))]);
  writeFiles(folder, toPages(index, content));
}

function* toPages(index: SiteIndex, content: Content): Generator<ContentText> {
  yield json('content/content.json', { layout: 'page.11ty.js' });
  const [lang] = LANGUAGES;
  yield {
    file: 'content/404.md',
    text: formatPage({ lang, type: 'not-found', title: '404', nearest: '/en/', permalink: '/404.html' }, ''),
  };
  for (const page of buildPeerPages(index, content)) yield toEleventyPage(page);
}

function toEleventyPage({ file, fields, body }: PeerPage): ContentText {
  const lang = file.slice(0, file.indexOf('/'));
  const permalink = permalinkOf(file, lang, fields['slugname']);
  const address = fields['id'] === undefined ? undefined : `https://bench.example${permalink}`;
  return { file: `content/${file}`, text: formatPage({ ...fields, lang, permalink, address }, body) };
}

/** Advisories stand without their year; lists are named by their folder. */
function permalinkOf(file: string, lang: string, slug: unknown): string {
  const start = lang === LANGUAGES[0] ? '/' : `/${lang}/`;
  const path = file.slice(lang.length + 1).replace(/(?:^|\/)_index\.md$|\.md$/, '');
  const [family = ''] = path.split('/');
  if (typeof slug === 'string') return `${start}${family}/${slug}/`;
  return path === '' ? start : `${start}${path}/`;
}

/** Front matter in JSON: the fastest that Eleventy reads, and days stay the text they are. */
function formatPage(fields: object, body: string): string {
  return `---json\n${JSON.stringify(fields)}\n---\n${body}`;
}

function json(file: string, value: unknown): ContentText {
  return { file, text: JSON.stringify(value) };
}
