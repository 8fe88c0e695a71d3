import { type KnownDocument, meetDocument, note, type Provider, readJson } from './provider.ts';
import { categorySchema, type Feed, type FeedEntry, serviceSchema } from './provider-schemas.ts';

/** Labels of feeds that everybody may read (§7.1.15). */
const FREE_LABELS = ['UNLABELED', 'WHITE', 'GREEN'];

/** What a feed may call a digest; MD5 and SHA-1 are refused (§7.1.18). */
const HASH_LINK = /\.(?:sha256|sha512|sha3-\d+)$/u;

/** Meets every document of the feeds. */
export async function readFeeds(provider: Provider): Promise<void> {
  const { feeds, problems } = provider;
  if (!feeds.some(({ label }) => FREE_LABELS.includes(label))) problems.add(15, 'no feed is free for all');
  for (const { url, feed } of feeds) {
    if (feed === undefined) continue;
    if (note(provider, feed.link[0].href) !== url)
      problems.add(15, `${url} names another address as its own`);
    for (const { href } of feed.link) note(provider, href);
    for (const entry of feed.entry) await meetDocument(provider, 15, entry.content.src);
  }
}

/** Requirement 15: whether the feeds tell of every document, and tell the truth. */
export async function compareFeeds(provider: Provider): Promise<void> {
  const { feeds, documents, problems } = provider;
  const entries = feeds.flatMap(({ feed }) => feed?.entry ?? []);
  const told = entries.map(({ content }) => note(provider, content.src));
  for (const url of documents.keys()) {
    const count = told.filter((each) => each === url).length;
    if (count !== 1) problems.add(15, `the feeds tell ${count} times of ${url}`);
  }
  for (const entry of entries) {
    const document = documents.get(note(provider, entry.content.src));
    if (document) await compareEntry(provider, entry, document);
  }
  for (const { url, feed } of feeds) if (feed) problems.add(15, ...feedAge(url, feed));
}

function feedAge(url: string, { updated, entry }: Feed): string[] {
  const latest = Math.max(...entry.map((each) => Date.parse(each.updated)));
  return Date.parse(updated) < latest ? [`${url} is older than its entries`] : [];
}

async function compareEntry(provider: Provider, entry: FeedEntry, document: KnownDocument): Promise<void> {
  const { problems, site } = provider;
  const { url, answer } = document;
  const wrong = compareFacts(entry, document);
  if (note(provider, entry.link[0].href) !== url) wrong.push('has another address as its own');
  for (const beside of ['.sha256', '.sha512', '.asc']) {
    const rel = beside === '.asc' ? 'signature' : 'hash';
    const named = entry.link.some((link) => link.rel === rel && note(provider, link.href) === url + beside);
    const exists = (await site.get(url + beside)).status === 200;
    if (named && !exists) wrong.push(`names ${beside}, which does not exist`);
    if (!named && exists) wrong.push(`does not name ${beside}`);
  }
  if (!entry.link.some(({ rel, href }) => rel === 'hash' && HASH_LINK.test(href)))
    wrong.push('names no digest');
  problems.add(15, ...wrong.map((what) => `the feed’s entry of ${url} ${what}`));
  if (answer.status === 200 && answer.type !== 'application/json')
    problems.add(7, `${url} is sent as ${answer.type}`);
}

/** What an entry and its document tell differently. */
function compareFacts(entry: FeedEntry, { json }: KnownDocument): string[] {
  const { title, tracking } = json?.document ?? {};
  if (tracking === undefined) return [];
  const changed = Date.parse(String(tracking.current_release_date));
  return [
    ...(entry.id === tracking.id ? [] : ['has another identifier']),
    ...(entry.title === title ? [] : ['has another title']),
    ...(Date.parse(entry.updated) === changed ? [] : ['has another moment of change']),
  ];
}

/** Requirements 16 and 17: both are optional, but a provider that names them has them, and beside the metadata. */
export async function checkRolieDocuments(provider: Provider): Promise<void> {
  const { metadata, metadataAnswer, feeds, site } = provider;
  const rolies = metadata?.distributions.flatMap(({ rolie }) => rolie ?? []) ?? [];
  const services = new Set(rolies.flatMap(({ services: named }) => named));
  const beside = new URL('service.json', metadataAnswer.url).href;
  if ((await site.get(beside)).status === 200) services.add(beside);
  for (const link of services) {
    const service = readJson(provider, 16, await site.get(note(provider, link)), serviceSchema)?.service;
    const named = service?.workspace.flatMap(({ collection }) =>
      collection.map(({ href }) => note(provider, href)),
    );
    const isComplete = feeds.every(({ url }) => named?.includes(url)) && named?.length === feeds.length;
    if (service && !isComplete)
      provider.problems.add(16, `${link} does not name the feeds as the metadata does`);
  }
  const categories = new Set(rolies.flatMap(({ categories: named }) => named));
  for (const { url, label } of feeds) {
    const own = new URL(`category-${label.toLowerCase()}.json`, url).href;
    if ((await site.get(own)).status === 200) categories.add(own);
  }
  for (const link of categories) readJson(provider, 17, await site.get(note(provider, link)), categorySchema);
}
