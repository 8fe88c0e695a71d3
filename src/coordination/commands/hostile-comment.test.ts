import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeComment } from './escape-comment.ts';
import { parseComment } from './parse-comment.ts';
import { block, kinds } from '../../../tests/builders/a-comment.ts';

describe('whatever is typed', () => {
  const hostile = fc.array(
    fc.constantFrom(
      ...[
        '/status affected',
        '/approve',
        '/',
        '\n',
        '\n\n',
        '> ',
        '- ',
        '`',
        '```',
        '<!--',
        '-->',
        '<details>',
        '</',
      ],
      ...[
        '[',
        '](',
        '**',
        '~~',
        '|',
        '　',
        '：',
        '该当',
        '\r',
        '\u0000',
        '\ud800',
        '-- \n',
        '&#47;',
        '$$',
        '    ',
      ],
      ...['vendor-status\n', 'status: affected\n', 'fixed in ', '、', '調査中', 'via email ', '2026-11-20 '],
    ),
    { maxLength: 40 },
  );

  it('is read without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          hostile.map((parts) => parts.join('')),
        ),
        (body) => {
          const { commands, problems } = parseComment(body);
          return commands.length >= 0 && problems.length <= 20;
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is inert once it is quoted', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const body = parts.join('');
        const lines = body.split(/\r\n?|\n/).map((line) => `> ${line}`);
        expect(parseComment(lines.join('\n')).commands).toEqual([]);
        expect(parseComment(escapeComment(body))).toEqual({ commands: [], problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[name: string, body: string]>([
    ['10 000 slashes', '/'.repeat(10_000)],
    ['10 000 lines of a slash', '/\n'.repeat(10_000)],
    ['5 000 quotes', `${'>'.repeat(5000)} /status affected`],
    ['200 kB of one line', `/status affected: ${'x'.repeat(200_000)}`],
    ['200 kB of marks', `/status affected ${'\u0301'.repeat(200_000)}`],
    ['200 kB of letters that unfold', '/\ufdfa'.repeat(100_000)],
    ['10 000 commands', '/status affected\n'.repeat(10_000)],
    ['10 000 mistakes', '/status afected by something else\n'.repeat(6000)],
    ['10 000 near verbs', '/stats\n'.repeat(28_000)],
    ['10 000 paragraphs', '/approve\n\n'.repeat(10_000)],
    ['versions', `/status fixed in ${'1, '.repeat(66_000)}`],
    ['open tags', '/<a '.repeat(50_000)],
    ['comments of HTML', '/ <!-- '.repeat(28_000)],
    ['1 000 blocks', `${block('status: affected')}\n\n`.repeat(1000)],
    ['brackets in a block', block(`status: ${'['.repeat(30_000)}`)],
    ['a wide block', block('a: [b, c]\n'.repeat(3000))],
    ['a wide flow map', block(`{${'a,'.repeat(15_000)}}`)],
    ['many blocks', `${block('a: b\n'.repeat(500))}\n\n`.repeat(50)],
    ['words of mail', `on ${'wrote: '.repeat(28_000)}`],
    ['lines of mail', 'on a\n'.repeat(40_000) + '/approve'],
    ['spaces', `/status${' '.repeat(200_000)}affected`],
  ])(
    'does not hang: %s',
    (_, body) => {
      expect(parseComment(body).problems.length).toBeLessThanOrEqual(20);
    },
    10_000,
  );

  it('refuses what the Markdown parser could not bear, in words', () => {
    expect(kinds(`${'>'.repeat(5000)} /status affected`)).toEqual(['unreadable']);
    expect(kinds(`/${'x'.repeat(300_000)}`)).toEqual(['unreadable']);
  });
});
