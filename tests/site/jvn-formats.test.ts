import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { findSchemaErrors, hasJvnSchemas } from '../builders/jvn-schema.ts';
import { expectSequences } from '../builders/jvn-sequences.ts';
import { childOf, childrenOf, parseXml, type XmlElement } from '../builders/parsed-xml.ts';
import type { Language } from '../../src/domain/language.ts';
import { listFiles, readRecords } from './built-site.ts';

describe.each(['fictionalSite', 'sampleSite', 'otherSite'] as const)(
  'JVNRSS and VULDEF of the %s',
  (site) => {
    const folder = inject(site);
    const files = listFiles(folder);
    const records = readRecords(folder);
    const readAll = (pattern: RegExp) =>
      files
        .filter((file) => pattern.test(file))
        .map((file) => {
          const text = readFileSync(path.join(folder, file), 'utf8');
          return { file, text, root: parseXml(text) };
        });
    const feeds = readAll(/(?:^|\/)rss\/jvn\.rdf$/);
    const documents = readAll(/(?:^|\/)vuldef\/[^/]+\.xml$/);

    it('hold what their schemas allow, in order', () => {
      expect(feeds).toHaveLength(2);
      expect(documents.length).toBeGreaterThanOrEqual(records.length);
      for (const { root } of [...feeds, ...documents]) expectSequences(root);
    });

    it('tell in each feed the advisories of its language that changed last, with their identifiers, dates and links', () => {
      for (const { root } of feeds) {
        const language = languageOf(root);
        const expected = records
          .filter(({ languages }) => languages.includes(language))
          .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))
          .slice(0, 50);
        const items = childrenOf(root, 'item');
        const momentsOf = (item: XmlElement) => Date.parse(childOf(item, 'dc:date').text);
        expect(items.map(momentsOf)).toEqual(expected.map(({ updatedAt }) => startOfMinute(updatedAt)));
        const told = items.map((item) => [
          childOf(item, 'sec:identifier').text,
          childOf(item, 'link').text,
          Date.parse(childOf(item, 'dcterms:issued').text),
          childrenOf(item, 'sec:references').flatMap((each) =>
            each.attributes['source'] === 'CVE' ? each.attributes['id'] : [],
          ),
        ]);
        const wanted = expected.map(({ id, urls, publishedAt, vulnerabilities }) => [
          id,
          urls[language],
          startOfMinute(publishedAt),
          vulnerabilities.flatMap(({ cve }) => cve ?? []),
        ]);
        // Those that changed in the same minute may stand in any order.
        expect(new Set(told.map((each) => JSON.stringify(each)))).toEqual(
          new Set(wanted.map((each) => JSON.stringify(each))),
        );
      }
    });

    it('give one VULDEF document for each language of an advisory, with its identifier, dates and links', () => {
      const told = documents.map(({ root }) => {
        const info = childOf(root, 'Vulinfo');
        const data = childOf(info, 'VulinfoData');
        const links = childrenOf(childOf(data, 'Related'), 'RelatedItem');
        return {
          id: childOf(info, 'VulinfoID').text,
          language: languageOf(root),
          title: childOf(data, 'Title').text,
          published: Date.parse(childOf(data, 'DateFirstPublished').text),
          updated: Date.parse(childOf(data, 'DateLastUpdated').text),
          revisions: childrenOf(childOf(data, 'History'), 'HistoryItem').length,
          cves: links.flatMap((link) =>
            childOf(link, 'Name').text.endsWith('(CVE)') ? childOf(link, 'VulinfoID').text : [],
          ),
        };
      });
      const wanted = records.flatMap((record) =>
        record.languages.map((language) => ({
          id: record.id,
          language,
          title: record.title[language],
          published: Date.parse(record.publishedAt),
          updated: Date.parse(record.updatedAt),
          revisions: record.revisions.length,
          cves: record.vulnerabilities.flatMap(({ cve }) => cve ?? []),
        })),
      );
      const inOrder = (list: readonly { id: string; language: Language }[]) =>
        list.toSorted((a, b) => (`${a.id} ${a.language}` < `${b.id} ${b.language}` ? -1 : 1));
      expect(inOrder(told)).toEqual(inOrder(wanted));
    });

    it.runIf(hasJvnSchemas)('are valid by the official schemas', () => {
      const texts = (list: typeof feeds) => list.map(({ text }) => text);
      expect(findSchemaErrors('jvnrss_3.2.xsd', texts(feeds))).toEqual([]);
      expect(findSchemaErrors('vuldef_3.2.xsd', texts(documents))).toEqual([]);
    });
  },
);

function languageOf(root: XmlElement): Language {
  return root.attributes['xml:lang'] === 'ja' ? 'ja' : 'en';
}

function startOfMinute(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000) * 60_000;
}
