import { sanitize } from 'hast-util-sanitize';
import { htmlToHast, type HastNode } from 'satteri';
import { expect } from 'vitest';

/** What may come out, written down a second time and checked by another program on another parser's tree. */
const ALLOWED = {
  strip: [],
  clobber: [],
  tagNames: [
    ...[
      'p',
      'h3',
      'h4',
      'h5',
      'h6',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'div',
      'aside',
      'hr',
      'br',
      'input',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'em', 'strong', 'del', 'sup', 'img'],
  ],
  ancestors: {},
  required: {},
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
  attributes: {
    a: ['href', ['rel', 'noopener', 'noreferrer'], ['id', /^fnref-\d+$/], 'ariaLabel'],
    aside: [
      ['className', 'note', 'note-note', 'note-warning', 'note-tip'],
      ['role', 'note'],
    ],
    code: [['className', /^language-[\w+#-]+$/]],
    div: [['className', 'table', 'footnotes']],
    p: [['className', 'note-title', 'footnotes-title']],
    img: ['src', 'alt', ['loading', 'lazy']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked', 'ariaLabel'],
    li: [['className', 'task'], ['id', /^fn-\d+$/], 'value'],
    ol: ['start'],
    sup: [['id', /^fnref-\d+$/]],
    th: [
      ['scope', 'col'],
      ['className', /^align-(?:left|center|right)$/],
    ],
    td: [['className', /^align-(?:left|center|right)$/]],
    h3: [['id', /^[a-z]+(?:-\d+)+$/]],
    h4: [['id', /^[a-z]+(?:-\d+)+$/]],
    h5: [['id', /^[a-z]+(?:-\d+)+$/]],
    h6: [['id', /^[a-z]+(?:-\d+)+$/]],
  },
} satisfies Parameters<typeof sanitize>[1];

function withoutPositions(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)));
}

function tagsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z0-9]+)/g)].map(([, name = '']) => name);
}

/** Every start tag is closed in the right order, which a forgiving HTML parser would not tell. */
export function expectBalanced(html: string): void {
  const open: string[] = [];
  for (const tag of tagsOf(html)) {
    if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1));
    else if (!['br', 'hr', 'img', 'input'].includes(tag)) {
      if (tag === 'a') expect(open).not.toContain('a');
      open.push(tag);
    }
  }
  expect(open).toEqual([]);
}

export function urlsIn(node: HastNode): string[] {
  const own = node.type === 'element' ? [node.properties['href'], node.properties['src']] : [];
  const below = 'children' in node ? node.children.flatMap((child) => urlsIn(child)) : [];
  return [...own.filter((url) => typeof url === 'string'), ...below];
}

/** Fails unless markup holds only what advisories may hold: checked by the HTML standard's parser, not by ours. */
export function expectSafe(html: string): void {
  const tree = htmlToHast(html, { fragment: true });
  expect(withoutPositions(sanitize(tree, ALLOWED))).toEqual(withoutPositions(tree));
  for (const url of urlsIn(tree)) {
    expect(['http:', 'https:', 'mailto:']).toContain(new URL(url, 'https://site.example/a/').protocol);
    if (!/^(?:https?|mailto):/i.test(url))
      expect(new URL(url, 'https://site.example/a/').host).toBe('site.example');
  }
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expectBalanced(html);
}
