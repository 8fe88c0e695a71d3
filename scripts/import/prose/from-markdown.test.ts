import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAccepted } from './accepted.ts';
import { markdownFromMarkdown } from './from-markdown.ts';
import { hostileText } from './hostile.ts';

describe('foreign Markdown', () => {
  it.each([
    ['# Impact\n\nText *here*\n\n## Patches\n\n- 1.0', '### Impact\n\nText *here*\n\n#### Patches\n\n- 1.0'],
    ['|a|b|\n|-|-|\n|1|2|', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['```js\na < b\n```', '```js\na < b\n```'],
    ['Some <b>raw</b> HTML and <https://a.example/>', 'Some **raw** HTML and <https://a.example/>'],
    ['[a][1]\n\n[1]: https://a.example/', '[a](https://a.example/)'],
    ['- [x] done', '- \\[x] done'],
    ['Term:\n: text', 'Term: : text'],
  ])('writes %j', (source, markdown) => {
    expect(markdownFromMarkdown(source)).toEqual({ markdown, lost: [] });
  });

  it('names what it leaves out', () => {
    expect(markdownFromMarkdown('![A](a.png) <script>1</script> [b](data:x)')).toEqual({
      markdown: 'A b',
      lost: ['<script>', 'image a.png', 'link data:x'],
    });
  });

  it('takes what would end the parser as plain text', () => {
    const { markdown, lost } = markdownFromMarkdown('> '.repeat(100_000));
    expect(isAccepted(markdown)).toBe(true);
    expect(lost).toEqual(['markup']);
  });

  it('is accepted, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(isAccepted(markdownFromMarkdown(text).markdown)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});
