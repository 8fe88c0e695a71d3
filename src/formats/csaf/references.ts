import { LANGUAGES } from '#domain/language.ts';
import { SECTION_HEADINGS } from '#domain/section.ts';
import type { CsafReference } from './csaf-2.0.ts';
import { toUri } from '#formats/record/to-uri.ts';
import type { Telling } from './telling.ts';

/**
 * This document and its page in each language (`self`, CSAF 2.0 §3.1.7.1), then references, notices of vendors and
 * related documents, each address once.
 * @param selfUrl the address of this very document, its canonical URL (§6.2.11)
 */
export function toReferences(telling: Telling, id: string, selfUrl: string): CsafReference[] {
  const { record, language, words, say, nameOf } = telling;
  const pages = [language, ...LANGUAGES].flatMap((spoken) => {
    const url = record.urls[spoken];
    return url === undefined ? [] : [{ summary: `${record.id} (${words.webPage[spoken]})`, url }];
  });
  const self = [{ summary: `${id} (CSAF)`, url: selfUrl }, ...pages];
  const [related] = SECTION_HEADINGS[language].related;
  const external = [
    ...record.references.map(({ title, url, publisher }) => ({
      summary: publisher ? `${say(publisher)}: ${say(title)}` : say(title),
      url,
    })),
    ...record.vendors.flatMap((vendor) => {
      const summary = words.titles.notice(nameOf(vendor));
      return vendor.notices.map(({ url, label }) => ({
        summary: label ? `${summary}: ${say(label)}` : summary,
        url,
      }));
    }),
    ...record.related.flatMap(({ id: other, url }) =>
      url === undefined ? [] : [{ summary: `${related}: ${other}`, url }],
    ),
  ];
  return distinct([
    ...self.map((each) => ({ category: 'self' as const, ...each })),
    ...external.map((each) => ({ category: 'external' as const, ...each })),
  ]);
}

function distinct(references: readonly CsafReference[]): CsafReference[] {
  const known = new Map<string, CsafReference>();
  for (const reference of references) {
    const url = toUri(reference.url);
    if (url !== undefined && !known.has(url)) known.set(url, { ...reference, url });
  }
  return [...known.values()];
}
