import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/language.ts';
import { toPeerWords } from './peer-words.ts';

const LAYOUTS = join(import.meta.dirname, 'hugo', 'layouts');
const DATA = String.raw`\(?index site\.Data\.words [$.\w]+\)?`;
const KEYS = String.raw`(?:\.[a-zA-Z]+)`;
const ASSIGNED = new RegExp(`\\$(\\w+) := (?:${DATA}|\\$(\\w+))(${KEYS}*)`, 'g');
const READ = new RegExp(
  `(?<!:= )(printf )?(?:\\(index site\\.Data\\.words [$.\\w]+\\)|\\$(\\w+))(${KEYS}+)`,
  'g',
);

/** What one language leaves empty on purpose. */
const EMPTY = new Set(['en.pages.advisory.credits.honorific']);

interface Use {
  path: string;
  /** Whether the template puts values into the word. */
  filled: boolean;
}

/** The paths of all words that a template reads, such as `.pages.list.yearLabel`. */
function usesOf(template: string): Use[] {
  const bases = new Map<string, string>();
  for (const [, name = '', from, keys = ''] of template.matchAll(ASSIGNED)) {
    const base = from === undefined ? '' : bases.get(from);
    if (base !== undefined) bases.set(name, base + keys);
  }
  return [...template.matchAll(READ)].flatMap(([, filled, name, keys = '']) => {
    const base = name === undefined ? '' : bases.get(name);
    return base === undefined ? [] : [{ path: base + keys, filled: filled !== undefined }];
  });
}

const uses = readdirSync(LAYOUTS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .flatMap(({ parentPath, name }) => usesOf(readFileSync(join(parentPath, name), 'utf8')));

function wordAt(words: unknown, path: string): unknown {
  const keys = path.split('.').slice(1);
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], words);
}

/** All texts of a word or of a group of words; what is neither counts as an empty text. */
function textsOf(word: unknown): string[] {
  if (typeof word === 'string') return [word];
  return typeof word === 'object' && word !== null ? Object.values(word).flatMap(textsOf) : [''];
}

describe.each(LANGUAGES)('the words of Hugo’s templates in %s', (language) => {
  const words = toPeerWords(language);

  it('are found in the templates', () => {
    const paths = uses.map(({ path }) => path);
    expect(paths).toContain('.pages.list.yearLabel');
    expect(paths).toContain('.pages.vendor.noContact');
    expect(paths).toContain('.pages.about.updatedOn');
    expect(new Set(paths).size).toBeGreaterThan(100);
  });

  it('all say something', () => {
    const silent = uses.filter(({ path }) => {
      const texts = textsOf(wordAt(words, path));
      return !EMPTY.has(language + path) && (texts.length === 0 || texts.includes(''));
    });
    expect(silent).toEqual([]);
  });

  it('have a place for a value where the template gives one', () => {
    const closed = uses.filter(
      ({ path, filled }) => filled && !textsOf(wordAt(words, path))[0]?.includes('%v'),
    );
    expect(closed).toEqual([]);
  });

  it('name every group of feeds', () => {
    for (const id of ['all', 'updated', 'urgent', 'years', 'vendors']) {
      expect(wordAt(words, `.pages.feeds.groups.${id}`), id).toMatch(/./);
    }
  });
});
