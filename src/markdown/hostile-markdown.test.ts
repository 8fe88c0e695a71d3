import fc from 'fast-check';
import { htmlToHast } from 'satteri';
import { describe, expect, it } from 'vitest';

import { expectBalanced, expectSafe, urlsIn } from './expect-safe.ts';
import { type MarkdownOptions, renderAdvisoryMarkdown } from './render-markdown.ts';

function render(body: string, options: Partial<MarkdownOptions> = {}) {
  return renderAdvisoryMarkdown(body, { language: 'ja', ...options });
}

function htmlOf(body: string): string {
  return render(body)
    .sections.map(({ html }) => html)
    .join('');
}

describe('what does not get through', () => {
  it.each([
    ['<script>alert(1)</script>', 'raw-html'],
    ['a <img src=x onerror=alert(1)> b', 'raw-html'],
    ['<iframe srcdoc="x">', 'raw-html'],
    ['<style>*{}</style>', 'raw-html'],
    ['<meta http-equiv=refresh content=0>', 'raw-html'],
    ['<base href=//evil>', 'raw-html'],
    ['<form action=x>', 'raw-html'],
    ['<!-- hidden -->', 'raw-html'],
    ['<svg><script>1</script></svg>', 'raw-html'],
    ['[a](javascript:alert(1))', 'unsafe-link'],
    ['[a](JaVaScRiPt:alert(1))', 'unsafe-link'],
    ['[a](&#106;avascript:alert(1))', 'unsafe-link'],
    ['[a](java&#10;script:alert(1))', 'unsafe-link'],
    ['[a](java&Tab;script:alert(1))', 'unsafe-link'],
    ['[a](<java\u200bscript:alert(1)>)', 'unsafe-link'],
    ['[a](&#1;javascript:alert(1))', 'unsafe-link'],
    ['<javascript:alert(1)>', 'unsafe-link'],
    ['[a](data:text/html,x)', 'unsafe-link'],
    ['[a](vbscript:x)', 'unsafe-link'],
    ['[a](file:///etc/passwd)', 'unsafe-link'],
    ['[a](//evil.example)', 'unsafe-link'],
    ['[a](/\\\\evil.example)', 'unsafe-link'],
    ['[a](https:evil.example)', 'unsafe-link'],
    ['[a](https://user:pass@evil.example)', 'unsafe-link'],
    ['[a][r]\n\n[r]: javascript:alert(1)', 'unsafe-link'],
    ['![a](../../outside/secret.png)', 'unsafe-image'],
    ['![a](%2e%2e/secret.png)', 'unsafe-image'],
    ['![a](a/..%2fsecret.png)', 'unsafe-image'],
    ['![a](/etc/hostname)', 'unsafe-image'],
    ['![a](https://evil.example/a.png)', 'unsafe-image'],
    ['![a](//evil.example/a.png)', 'unsafe-image'],
    ['![a](data:image/png;base64,AA)', 'unsafe-image'],
    ['![a](a.svg)', 'unsafe-image'],
    ['![a](.git/a.png)', 'unsafe-image'],
    ['![a](a%00.png)', 'unsafe-image'],
    ['![a](%zz.png)', 'unsafe-image'],
    ['![a][r]\n\n[r]: ../secret.png', 'unsafe-image'],
    [':::note{onclick=alert(1)}\na\n:::', 'directive-attribute'],
    [':::note{#id .class kind=warning}\na\n:::', 'directive-attribute'],
    [':::script\na\n:::', 'unknown-directive'],
    [':::constructor\na\n:::', 'unknown-directive'],
    ['::iframe{src=x}', 'unknown-directive'],
    [':a[b]{onclick=x}', 'unknown-directive'],
    ['&#x202e;evil', 'control-character'],
  ])('reports and disarms %j', (body, kind) => {
    const { problems } = render(`## 概要\n\n${body}\n`, { firstLine: 10 });
    expect(problems).toContainEqual(expect.objectContaining({ kind, line: 12 }));
    expectSafe(htmlOf(body));
    expect(urlsIn(htmlToHast(htmlOf(body), { fragment: true }))).toEqual([]);
  });

  it.each([
    '[a [^1] b](https://a.example)\n\n[^1]: x',
    '[a [^1] b][r]\n\n[^1]: x\n\n[r]: https://a.example',
    '[a <https://b.example> b](https://a.example)',
    '[a https://b.example b@b.example](https://a.example)',
    '[![a](b.png)](https://a.example)',
  ])('puts no link within a link: %j', (body) => {
    expectSafe(htmlOf(body));
  });

  it('does not let short references make a huge page', () => {
    const { sections, problems } = render(
      `[a]: http://a.example/${'x'.repeat(1900)}\n\n${'[a] '.repeat(200_000)}`,
    );
    expect(sections[0]?.html.length).toBeLessThan(2_000_000);
    expect(problems.map(({ kind }) => kind)).toContain('too-many-references');
  });
});

describe('bodies made to explode', () => {
  it.each([
    ['quotations', '> '.repeat(10_000)],
    ['quotations without spaces', '>'.repeat(10_000)],
    ['brackets', '['.repeat(10_000)],
    ['directive brackets', ':a['.repeat(200_000)],
    ['directive braces', ':a{'.repeat(100_000)],
    ['an emphasis storm', '*a_ '.repeat(100_000)],
    ['lists on one line', '- '.repeat(10_000)],
    ['numbered lists on one line', '1. '.repeat(10_000)],
    ['lists down a staircase', Array.from({ length: 700 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n')],
    ['character references', '&amp;'.repeat(100_000)],
    ['colons', ':a'.repeat(100_000)],
    ['brackets hidden behind lines that only look blank', `${'['.repeat(200)}\n\u00a0\n`.repeat(3)],
  ])('refuses %s, and shows them as written', (_, body) => {
    const { sections, problems } = render(body);
    expect(problems).toMatchObject([{ kind: 'too-complex' }]);
    expect(sections[0]?.text).toBe(body);
    expectSafe(sections[0]?.html.replace(/>[^<]+</, '><') ?? '');
  });

  it.each([
    ['64 quotations', '> '.repeat(64)],
    ['1 MB on one line', 'あ'.repeat(340_000)],
    ['emphasis within emphasis', '*a '.repeat(5000) + 'b*'.repeat(5000)],
    ['a huge table', `${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${`${'|b'.repeat(100)}|\n`.repeat(500)}`],
    ['a table of short rows', `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|b|\n'.repeat(5000)}`],
    ['ten thousand mentions', '@a\n'.repeat(10_000)],
    [
      'footnotes within footnotes',
      `[^0]\n\n${Array.from({ length: 3000 }, (_, n) => `[^${n}]: [^${n + 1}]\n`).join('\n')}`,
    ],
    ['one footnote used often', `${'[^1]'.repeat(10_000)}\n\n[^1]: a`],
    ['tags', '<b>'.repeat(20_000)],
    ['directives', ':::note\n'.repeat(5000)],
  ])('renders %s within bounds', (_, body) => {
    const { sections, problems } = render(body);
    const html = sections.map((section) => section.html).join('');
    expect(html.length).toBeLessThan(body.length * 25 + 1000);
    expect(problems.length).toBeLessThanOrEqual(201);
    expectBalanced(html);
  });
});

describe('the oracle of these tests', () => {
  it.each([
    '<p onclick="x">a</p>',
    '<script>1</script>',
    '<a href="javascript:x">a</a>',
    '<a href="//evil.example">a</a>',
    '<p>a',
    '<a href="/a"><a href="/b">c</a></a>',
    '<h3 id="note-1">a</h3><h4 id="note-1">b</h4>',
  ])('fails for %j', (html) => {
    expect(() => {
      expectSafe(html);
    }).toThrow();
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...[
      '<script>',
      '</p>',
      '<img onerror=x>',
      '<!--',
      '-->',
      'javascript:',
      '](',
      '[a](',
      ')',
      '[',
      ']',
      '![',
      '"',
      "'",
      '>',
      '<',
    ],
    ...[
      '`',
      '```\n',
      '*',
      '**',
      '_',
      '~~',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '# ',
      '## ',
      '### ',
      '|',
      '|-|-|\n',
      '|a|b|\n',
      '[^1]',
      '[^1]: ',
    ],
    ...[
      ':::note\n',
      ':::\n',
      ':a[',
      '{onclick=x}',
      '::leaf',
      '&#x202e;',
      '&lt;',
      '&',
      '\\',
      '[x] ',
      'https://a.example/',
      '//b',
      '../',
    ],
    ...[
      'data:',
      '.png',
      '概要',
      ' ',
      '    ',
      '\t',
      '[r]: ',
      '[r]',
      'www.a.example',
      'a@b.example',
      'onclick=',
      '\u0000',
      '\u200b',
      '💥',
    ],
  );
  const markdown = fc.array(
    fc.oneof({ weight: 9, arbitrary: pieces }, fc.string({ unit: 'grapheme', maxLength: 5 })),
    { maxLength: 40 },
  );

  it('only markup that is allowed comes out, balanced, with links that lead nowhere dangerous', () => {
    fc.assert(
      fc.property(markdown, (parts) => {
        expectSafe(htmlOf(parts.join('')));
      }),
      { numRuns: 1500 },
    );
  });
});
