import { describe, expect, inject, it } from 'vitest';
import { hasJapanese } from '../../src/domain/language.ts';
import { type BuiltPage, readDocuments } from './built-site.ts';

const sites = {
  'the fictional site': inject('fictionalSite'),
  'the sample site': inject('sampleSite'),
  'the site of another coordinator': inject('otherSite'),
};

/** Every text of the body with the language that markup says it is in. */
function textsOf({ document }: BuiltPage): { text: string; language: string | null }[] {
  return [...document.querySelectorAll('body *')]
    .filter(({ tagName }) => !['SCRIPT', 'STYLE', 'TEMPLATE'].includes(tagName))
    .flatMap((element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => ({
          text: (textContent ?? '').trim(),
          language: element.closest('[lang]')?.getAttribute('lang') ?? null,
        })),
    );
}

describe.each(Object.entries(sites))('%s', (_, folder) => {
  const documents = readDocuments(folder);

  it('has pages in both languages', () => {
    const languages = documents.map(({ document }) => document.documentElement.getAttribute('lang'));
    expect(new Set(languages)).toEqual(new Set(['ja', 'en']));
  });

  it('says of every text with kana or kanji that it is Japanese', () => {
    const wrong = documents.flatMap((page) =>
      textsOf(page)
        .filter(({ text, language }) => hasJapanese(text) && language !== 'ja')
        .map(({ text }) => `${page.address}: ${text.slice(0, 60)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('calls nothing on an English page Japanese that has neither kana nor kanji', () => {
    const wrong = documents
      .filter(({ document }) => document.documentElement.getAttribute('lang') === 'en')
      .flatMap(({ address, document }) =>
        [...document.querySelectorAll('[lang="ja"]')]
          .map(({ textContent }) => textContent)
          .filter((text) => text !== '' && !hasJapanese(text))
          .map((text) => `${address}: ${text.slice(0, 60)}`),
      );
    expect(wrong).toEqual([]);
  });
});
