import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGE_COMPONENTS, parsePage } from './parse-page.ts';

const programsOf = (text: string) =>
  parsePage(text).programs.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('a trusted page', () => {
  it('is plain text with the known components, and code stays code', () => {
    const text = PAGE_COMPONENTS.map((name) => `<${name} />\n`).join('\n');
    const code = '`{x.y}` `<Foo/>` and \\{ \\<\n\n```\nimport x from "y"\n{1+\n```\n';
    const page = parsePage(`\n\n# Title\n\n<Summary>\n\n**Text**\n\n</Summary>\n\n${text}\n${code}`);
    expect(page).toEqual({ links: [], programs: [] });
  });

  it('knows exactly the components that the screen hands over', () => {
    const screen = readFileSync(new URL('../screens/AboutScreen.astro', import.meta.url), 'utf8');
    const [, handed = ''] = /const components = \{([^}]*)\}/.exec(screen) ?? [];
    expect(handed.match(/\w+/g)).toEqual([...PAGE_COMPONENTS]);
  });

  it.each([
    ['ok <Foo/>', '1:4 <Foo>'],
    ['<Foo.Bar/>', '1:1 <Foo.Bar>'],
    ['<></>', '1:1 <>'],
    ['<script>x</script>', '1:1 <script>'],
    ['<Summary a="b">x</Summary>', '1:1 <Summary>'],
    ['<Summary {...a}>x</Summary>', '1:1 <Summary>'],
    ['😀 {x.y}', '1:4 {x.y}'],
    ['\n{/* note */}', '2:1 {/* note */}'],
    ['import a from "b"', '1:1 import a from "b"'],
    ['export const a = {\n  b: 1 }', '1:1 export const a = {…'],
    ['![screen](./screen.png)', '1:1 ![](./screen.png)'],
  ])('is more than text with %j', (text, program) => {
    expect(programsOf(`${text}\n`)).toEqual([program]);
  });

  it.each([
    ['# a\n\n{1+\n', 3, 1, /^Unexpected end of file in expression/],
    ['<Summary>\n\ntext\n', 1, 1, /^Expected a closing tag for `<Summary>`/],
    ['a <https://vendor.example/>\n', 1, 3, /^Unexpected character after `<`.*`\[text\]\(url\)`\)$/],
    ['<Summary a={1+} />\n', 1, 15, /^Could not parse expression/],
  ])('that cannot be read is refused at its place: %j', (text, line, column, message) => {
    const { refused } = parsePage(text);
    expect([refused?.line, refused?.column]).toEqual([line, column]);
    expect(refused?.message).toMatch(message);
    expect(refused?.message).not.toContain('mdx-jsx:');
  });

  it('tells every link with its place', () => {
    const { links } = parsePage(
      'a [x](/b/)\n\n<a href="/c/">x</a>\n\nhttp://localhost/d [r][1]\n\n[1]: /e/\n\n`[x](/f/)`\n',
    );
    expect(links).toEqual([
      { line: 1, column: 3, url: '/b/' },
      { line: 3, column: 1, url: '/c/' },
      { line: 5, column: 1, url: 'http://localhost/d' },
      { line: 7, column: 1, url: '/e/' },
    ]);
  });

  it.each([
    ['brackets', '['.repeat(1000)],
    ['an expression', `a\n{${'('.repeat(100_000)}`],
    ['a module', `export const a = ${'('.repeat(100_000)}`],
    ['an attribute', `<Summary a={${'!'.repeat(1_000_000)}`],
  ])('never reaches the parser with endless nesting of %s', (_, text) => {
    expect(parsePage(text)).toMatchObject({ links: [], programs: [], explosive: {} });
  });

  it('may hold elements nested as deeply as the file is long', () => {
    const { programs } = parsePage('<S>'.repeat(20_000) + '</S>'.repeat(20_000));
    expect(programs).toHaveLength(20_000);
  });
});
