import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/builders/tree.ts';
import { listPages, withoutFrontMatter } from './pages-module.ts';

describe('withoutFrontMatter', () => {
  it('leaves no key for Astro to act on and keeps line numbers', () => {
    const source = '---\ntitle: x\nlayout: ../evil.astro\n---\n\n# Text\n';
    expect(withoutFrontMatter(source)).toBe('{/* front matter */}\n\n\n\n\n# Text\n');
  });

  it.each([
    ['a byte order mark', '\uFEFF---\nlayout: x\n---\nText'],
    ['Windows line ends', '---\r\nlayout: x\r\n---\r\nText'],
    ['nothing behind it', '---\nlayout: x\n---'],
    ['nothing in it', '---\n---\nText'],
  ])('sees front matter with %s', (_what, source) => {
    expect(withoutFrontMatter(source)).not.toMatch(/layout|---/);
  });

  it('keeps a second block from becoming front matter', () => {
    const stripped = withoutFrontMatter('---\ntitle: x\n---\n---\nlayout: x\n---\n');
    // This is how Astro looks for it (@astrojs/internal-helpers, frontmatter.js).
    expect(stripped).not.toMatch(/(?:^\uFEFF?|^\s*\n)(?:---|\+\+\+)([\s\S]*?\n)(?:---|\+\+\+)/);
  });

  it.each([
    'Text',
    '+++\nlayout = "x"\n+++\n',
    '\n---\nlayout: x\n---\n',
    ' ---\nlayout: x\n---\n',
    '---\nlayout: x',
  ])('refuses a page that starts with something else: %j', (source) => {
    expect(() => withoutFrontMatter(source)).toThrow('starts with front matter');
  });
});

describe('listPages', () => {
  it('names pages by language and slug, in order, and takes nothing else', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'pages/ja/deep'), { recursive: true });
    for (const file of ['ja/b.mdx', 'ja/a.mdx', 'ja/note.md', 'ja/deep/x.mdx', 'top.mdx']) {
      writeFileSync(join(folder, 'pages', file), '');
    }
    expect(listPages(folder)).toEqual(['ja/a', 'ja/b']);
    expect(listPages(join(folder, 'nowhere'))).toEqual([]);
  });
});
