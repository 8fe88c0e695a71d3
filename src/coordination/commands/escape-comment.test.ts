import fc from 'fast-check';
import { markdownToMdast, type MdastNode } from 'satteri';
import { describe, expect, it } from 'vitest';
import { escapeComment } from './escape-comment.ts';

/** Types of all nodes, and the text that a reader sees. */
function read(markdown: string): { types: Set<string>; text: string } {
  const types = new Set<string>();
  let text = '';
  const visit = (node: MdastNode): void => {
    types.add(node.type);
    if ('value' in node) text += node.value;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(markdownToMdast(markdown, { features: { gfm: true, frontmatter: false } }));
  return { types, text };
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@team',
        '<!-- ',
        '-->',
        '|',
        '/approve',
        '`',
        '![x](',
        'https://a.example',
        ')',
        '\n',
        '# ',
        '- ',
      ),
      fc.constantFrom(
        '1. ',
        '> ',
        '**',
        '~~',
        '&lt;',
        '<b>',
        '    ',
        'www.a.example',
        'a@b.example',
        '#12',
        '\\',
        '$x$',
        '==',
      ),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('somebody else’s text in our comments', () => {
  it('is plain text wherever it is put', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeComment(text);
        for (const place of [escaped, `Words ${escaped} more`]) {
          const { types } = read(place);
          expect([...types].filter((type) => !['root', 'paragraph', 'text'].includes(type))).toEqual([]);
        }
        expect(escaped).not.toMatch(/\n|<!--|(?<!\\)[|`@<]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays within one cell of a table', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const root = markdownToMdast(`| a | b |\n|---|---|\n| ${escapeComment(text)} | end |`, {
          features: { gfm: true, frontmatter: false },
        });
        const [table] = 'children' in root ? root.children : [];
        const row = table?.type === 'table' ? table.children[1] : undefined;
        const last = row && 'children' in row ? row.children.at(-1) : undefined;
        expect(JSON.stringify(last)).toContain('"end"');
        expect(row && 'children' in row ? row.children.length : 0).toBe(2);
      }),
    );
  });

  it('shows what was written', () => {
    expect(read(escapeComment('2.4.1 (a_b) & <c>, “d” 該当製品あり*')).text).toBe(
      '2.4.1 (a_b) & <c>, “d” 該当製品あり*',
    );
  });

  it('calls nobody and links nowhere', () => {
    for (const text of [
      '@acme',
      '@ａcme',
      '#12',
      'owner/repo#12',
      'https://a.example',
      'www.a.example',
      'GH-12',
    ]) {
      const shown = read(escapeComment(text)).text;
      expect(shown).not.toBe(text);
      expect(shown.replaceAll('\u2060', '')).toBe(text);
    }
  });

  it('is cut where it is long, and cleaned of what nobody can publish', () => {
    expect(escapeComment('x'.repeat(10_000))).toBe(`${'x'.repeat(500)}…`);
    expect(escapeComment('a\u0000b\u202ec\n\td')).toBe('a\ufffdb\ufffdc d');
  });
});
