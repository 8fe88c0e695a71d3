import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAccepted } from './accepted.ts';
import { markdownFromHtml } from './from-html.ts';
import { hostileText } from './hostile.ts';
import { wordsShown } from './words-shown.ts';

describe('HTML as Markdown', () => {
  it.each([
    ['<p>One\n  line</p><p>Two</p>', 'One line\n\nTwo'],
    ['<h1>A</h1><h2>B</h2><h6>C</h6>', '### A\n\n#### B\n\n###### C'],
    ['<ul><li>One<li>Two</ul>', '- One\n- Two'],
    ['<ol start="3"><li>One</li><li>Two</li></ol>', '3. One\n4. Two'],
    ['a <b>bold</b>, <i>it</i>, <code>x*y</code> b', 'a **bold**, *it*, `x*y` b'],
    ['<a href="https://a.example/x?a=1&amp;b=(2)">here</a>', '[here](<https://a.example/x?a=1&b=(2)>)'],
    ['<a href="https://a.example/">https://a.example/</a>', '<https://a.example/>'],
    ['<a href="mailto:a@a.example">mail [us]</a>', '[mail \\[us\\]](mailto:a@a.example)'],
    ['<pre><code class="language-js">a &lt; b\n  c</code></pre>', '```js\na < b\n  c\n```'],
    ['<table><tr><th>A<th>B|<tr><td>1<td>2</table>', '| A | B\\| |\n| - | - |\n| 1 | 2 |'],
    ['one<br>two<br><br>three', 'one\\\ntwo\n\nthree'],
    ['2<sup>32</sup> and H<sub>2</sub>O', '2^32 and H2O'],
    ['a vector<int> of <spoofed name>', 'a vector\\<int> of \\<spoofed name>'],
    ['<b>「太字」</b>です', '「太字」です'],
    ['&lt;script&gt; # *a* [b](c)', '\\<script> # \\*a\\* [b\\](c)'],
    ['<section><div>One</div>Two</section>', 'One\n\nTwo'],
    ['<![CDATA[a < b & c]]>', 'a < b & c'],
    ['', ''],
  ])('writes %j', (html, markdown) => {
    expect(markdownFromHtml(html)).toEqual({ markdown, lost: [] });
  });

  it.each([
    ['a<script>alert(1)</script>b', 'ab', ['<script>']],
    ['a<SCRIPT>alert(1)', 'a', ['<script>']],
    [
      'a<style>p{}</style><iframe src=x></iframe><svg><script>1</script></svg>',
      'a',
      ['<style>', '<iframe>', '<svg>'],
    ],
    ['<p onclick="x()" style="a">a</p>', 'a', ['onclick']],
    ['<a href="javascript:alert(1)">a</a>', 'a', ['link javascript:alert(1)']],
    ['<a href="java&#10;script:alert(1)">a</a>', 'a', ['link java script:alert(1)']],
    ['<a href="http://localhost/">a</a>', 'a', ['link http://localhost/']],
    ['<a href="#top">a</a>', 'a', ['link #top']],
    [
      '<img src="https://a.example/a.png" alt="A">',
      '[A](https://a.example/a.png)',
      ['image https://a.example/a.png'],
    ],
    ['<img src="a.png" alt="A" onerror=x>', 'A', ['onerror', 'image a.png']],
    ['a<!-- hidden -->b', 'ab', ['comment']],
    ['&#x202e;&#0;&#1;a', '\ufffda', []],
  ])('disarms %j', (html, markdown, lost) => {
    expect(markdownFromHtml(html)).toEqual({ markdown, lost });
  });

  it('follows relative addresses from where the page stood', () => {
    const { markdown } = markdownFromHtml('<a href="../x.html">x</a>', 'https://a.example/b/c/');
    expect(markdown).toBe('[x](https://a.example/b/x.html)');
  });

  it.each([
    ['divisions', '<div>'.repeat(20_000)],
    ['lists', '<ul><li>a'.repeat(20_000)],
    ['quotations', '<blockquote>a'.repeat(20_000)],
    ['marks', '<b><i>a'.repeat(10_000)],
    [
      'marks of different kinds',
      Array.from({ length: 5_000 }, (_, n) => `<b class=${n}>`).join('') + '<p>a'.repeat(5_000),
    ],
    ['tables', '<table><tr><td>a'.repeat(5_000)],
    ['wide cells', `<table>${'<tr><td colspan=99999 rowspan=99999>a'.repeat(3000)}</table>`],
    ['unclosed paragraphs', '<p>a'.repeat(20_000)],
    ['brackets', '<'.repeat(40_000)],
    ['open attributes', '<a href="'.repeat(10_000)],
    ['references', '&amp;&#;&#x;&bogus;'.repeat(20_000)],
    ['Markdown brackets', '['.repeat(20_000)],
    ['addresses', '<a href="https://a.example/">https://a.example/</a>'.repeat(10_000)],
    ['items below the limit of tags', `<ol>${'<li>a'.repeat(4900)}</ol>`],
    ['numbered items', `<ol>${'<li>a'.repeat(5_000)}</ol>`],
    ['comments', '<!--'.repeat(20_000)],
    ['silent elements', '<script>'.repeat(20_000)],
  ])(
    'takes %s without stumbling',
    (_, html) => {
      expect(isAccepted(markdownFromHtml(html).markdown)).toBe(true);
    },
    20_000,
  );

  it('is accepted, whatever the HTML holds', () => {
    fc.assert(
      fc.property(hostileText, (html) => {
        expect(isAccepted(markdownFromHtml(html).markdown)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  it('keeps every word of a text that it is given as HTML', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('a', '*', '_', '[', ']', '(', '!', '#', ' ', '`', '~', ':', 'あ', '1. ', '- ', '|'),
        ),
        (parts) => {
          const text = parts.join('');
          const { markdown } = markdownFromHtml(`<p>${text}<b>${text}</b>${text}</p>`);
          expect(wordsShown(markdown)).toBe(text.repeat(3).replaceAll(/\s/gu, ''));
        },
      ),
      { numRuns: 800 },
    );
  });
});
