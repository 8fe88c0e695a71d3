import { each, escape, fill, frames, words } from './words.js';
import { formatDay, remember } from './marks.js';
import { sectionsOf, textIn } from './shelves.js';

const toInstant = (at) => new Date(at).toISOString();
const cvesOf = ({ vulnerabilities }) => vulnerabilities.flatMap(({ cve }) => cve ?? []);
const idOf = ({ year, slugname, lang }) => `tag:bench.example,${year}:${slugname}/${lang}`;

/** What a feed says of an advisory; `full` with its overview and its solution. */
function renderContent({ data, url, templateContent }, full) {
  const { lang, revisions, description, affected } = data;
  const { pages, site } = words[lang];
  const [latest] = revisions;
  const change =
    revisions.length > 1
      ? `<p><strong>${fill(site.entry.revision, latest.number, formatDay(latest.at, lang))}</strong> <span>${escape(latest.summary)}</span></p>${latest.changes.length > 0 ? `<ul>${each(latest.changes, (text) => `<li>${escape(text)}</li>`)}</ul>` : ''}`
      : '';
  if (!full) return `${change}<p>${escape(description)}</p>`;
  const prose = sectionsOf(templateContent);
  const { headings } = pages.advisory;
  const products = `<h2>${headings.affected}</h2><ul>${each(affected, ({ product, ranges }) => `<li><span>${escape(product)}</span> ${escape(ranges.join(', '))}</li>`)}</ul>`;
  const parts = each(['overview', 'solution'], (id) =>
    prose.has(id) ? `<h2>${headings[id]}</h2>${prose.get(id)}${id === 'overview' ? products : ''}` : '',
  );
  return `${change}${parts}<p><a href="${frames[lang].url}${url}">${site.entry.page}</a></p>`;
}

export function renderAtom({ lang, page, address, items, full = false }) {
  const frame = frames[lang];
  const { name, contact } = frame.publisher;
  const entries = each(items, (item) => {
    const text = textIn(item, lang);
    return remember(`entry ${text.url} ${lang} ${full}`, () => renderEntry(text, lang, full));
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xml:lang="${lang}" xmlns="http://www.w3.org/2005/Atom">
    <id>${frame.url}${address}</id>
    <title>${frame.title}: ${escape(page.title)}</title>
    <updated>${items[0] ? toInstant(items[0].data.updatedat) : ''}</updated>
    <generator>Eleventy</generator>
    <author>
        <name>${name}</name>
        <email>${contact}</email>
        <uri>${frame.url}/</uri>
    </author>
    <link rel="alternate" href="${frame.url}${page.url}"/>
    <link rel="self" href="${frame.url}${address}"/>
    <subtitle>${escape(page.description)}</subtitle>
${entries}</feed>
`;
}

function renderEntry(item, language, full) {
  const { data, url } = item;
  const { severities } = words[data.lang].pages.advisory;
  const spoken = data.lang === language ? '' : ` xml:lang="${data.lang}"`;
  const categories = [
    `label="${data.familyname}" term="${data.familypath}"`,
    ...(data.worst ? [`label="${severities[data.worst.severity]}" term="${data.worst.severity}"`] : []),
    ...cvesOf(data).map((cve) => `label="${cve}" term="${cve}"`),
  ];
  return `    <entry${spoken}>
        <title type="html"><![CDATA[${escape(data.id)} ${escape(data.title)}]]></title>
        <id>${idOf(data)}</id>
        <link href="${frames[language].url}${url}"/>
        <updated>${toInstant(data.updatedat)}</updated>
        <summary type="html"><![CDATA[${escape(data.description)}]]></summary>
        <content type="html"><![CDATA[${renderContent(item, full)}]]></content>
${each(categories, (category) => `        <category ${category}/>\n`)}        <published>${toInstant(data.publishedat)}</published>
    </entry>
`;
}

export function renderRss({ lang, page, address, items }) {
  const { url, title } = frames[lang];
  const entries = each(items, (item) => {
    const text = textIn(item, lang);
    const { data } = text;
    return `        <item>
            <title><![CDATA[${data.id} ${data.title}]]></title>
            <link>${url}${text.url}</link>
            <guid isPermaLink="false">${idOf(data)}</guid>
            <pubDate>${new Date(data.publishedat).toUTCString()}</pubDate>
            <description><![CDATA[${data.description}]]></description>
            <content:encoded><![CDATA[${renderContent(text, true)}]]></content:encoded>
${each(cvesOf(data), (cve) => `            <category>${cve}</category>\n`)}            <dc:language>${data.lang}</dc:language>
            <atom:updated>${toInstant(data.updatedat)}</atom:updated>
        </item>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel>
        <title>${title}: ${escape(page.title)}</title>
        <link>${url}${page.url}</link>
        <description>${escape(page.description)}</description>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <generator>Eleventy</generator>
        <language>${lang}</language>
        <atom:link href="${url}${address}" rel="self" type="application/rss+xml"/>
${entries}    </channel>
</rss>
`;
}

export function renderJsonFeed({ lang, page, address, items }) {
  const frame = frames[lang];
  const entries = items.map((item) => {
    const text = textIn(item, lang);
    const { data } = text;
    return {
      id: idOf(data),
      content_html: renderContent(text, true),
      url: frame.url + text.url,
      title: `${data.id} ${data.title}`,
      summary: data.description,
      date_modified: data.updatedat,
      date_published: data.publishedat,
      tags: cvesOf(data),
      language: data.lang,
    };
  });
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: frame.title,
    home_page_url: frame.url + page.url,
    feed_url: frame.url + address,
    description: page.description,
    language: lang,
    authors: [{ name: frame.publisher.name, url: `${frame.url}/` }],
    items: entries,
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
