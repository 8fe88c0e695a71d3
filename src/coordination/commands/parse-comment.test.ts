import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandProblem, ProblemKind } from './command.ts';
import { escapeComment } from './escape-comment.ts';
import { parseComment } from './parse-comment.ts';

const tick = '`';
const fence = (info: string, text: string) => `${tick.repeat(3)}${info}\n${text}\n${tick.repeat(3)}`;
const block = (text: string) => fence('vendor-status', text);

/** A short form of what was understood. */
function told(body: string): string[] {
  return parseComment(body).commands.map((command) => {
    if (command.verb === 'status' || command.verb === 'record') {
      const { status, fixed, statement, notices } = command.answer;
      const record = command.verb === 'record' ? [command.vendor, command.via, command.on] : [];
      return [
        ...record,
        status,
        ...(fixed ?? []),
        ...(notices ?? []),
        ...(statement ? [`“${statement}”`] : []),
      ].join(' ');
    }
    if (command.verb === 'hold') return `hold “${command.reason}”`;
    if (command.verb !== 'approve') return command.verb;
    const vendor = command.of === 'row' ? command.vendor : 'text';
    return ['approve', vendor, command.hash].filter((word) => word !== undefined).join(' ');
  });
}
const kinds = (body: string): ProblemKind[] => parseComment(body).problems.map(({ kind }) => kind);
const problem = (body: string): CommandProblem | undefined => parseComment(body).problems[0];

describe('commands that act', () => {
  it.each<[written: string, ...told: string[]]>([
    ['/status affected', 'affected'],
    ['/status not affected', 'not-affected'],
    ['/status not_affected', 'not-affected'],
    ['/status Not-Affected', 'not-affected'],
    ['/STATUS AFFECTED', 'affected'],
    ['/status vulnerable', 'affected'],
    ['/status not vulnerable, investigating', 'not-affected-investigating'],
    ['/status unaffected', 'not-affected'],
    ['/status affected, investigating', 'affected-investigating'],
    ['/status affected (investigating)', 'affected-investigating'],
    ['/status affected-investigating', 'affected-investigating'],
    ['/status not affected, still investigating: tests run', 'not-affected-investigating “tests run”'],
    ['/status unknown', 'unknown'],
    ['/status investigating', 'unknown'],
    ['/status under investigation', 'unknown'],
    ['/status fixed in 2.4.1', 'affected 2.4.1'],
    ['/status fixed in 2.4.1, 3.0.0-RC1 and 4.0', 'affected 2.4.1 3.0.0-RC1 4.0'],
    ['/status affected, fixed in version 2.4.1: update please', 'affected 2.4.1 “update please”'],
    ['/status fixed in 1:2.4.1-3: from Debian', 'affected 1:2.4.1-3 “from Debian”'],
    ['/status not affected: we do not ship it', 'not-affected “we do not ship it”'],
    ['/status not affected - we do not ship it', 'not-affected “we do not ship it”'],
    ['/status not affected we do not ship it', 'not-affected “we do not ship it”'],
    ['/status affected https://psirt.example.com/1', 'affected https://psirt.example.com/1'],
    ['/status affected: see https://psirt.example.com/1', 'affected “see https://psirt.example.com/1”'],
    ['/status: affected', 'affected'],
    ['/ status affected', 'affected'],
    ['/status affected 🎉', 'affected'],
    ['/status fixed in 2.4.1 🎉', 'affected 2.4.1'],
    ['/status affected   ', 'affected'],
    ['   /status affected', 'affected'],
    ['/status affected\\', 'affected “\\”'],
    ['／ｓｔａｔｕｓ　ａｆｆｅｃｔｅｄ', 'affected'],
    ['　／ｓｔａｔｕｓ　ｆｉｘｅｄ　ｉｎ　２．４．１', 'affected 2.4.1'],
    ['/status\u00a0not\u00a0affected', 'not-affected'],
    ['\u200b/status not\u200b affected\ufeff', 'not-affected'],
    ['/status 該当製品あり', 'affected'],
    ['/status 該当製品なし：Ｗｉｄｇｅｔ は 使いません', 'not-affected “Ｗｉｄｇｅｔ は 使いません”'],
    ['/status 該当製品ありません', 'not-affected'],
    ['/status 該当製品はありません。', 'not-affected'],
    ['/status 該当製品あり（調査中）', 'affected-investigating'],
    ['/status 該当製品なし(調査中)', 'not-affected-investigating'],
    ['/status 影響を受けません', 'not-affected'],
    ['/status 不明', 'unknown'],
    ['/status 調査中', 'unknown'],
    ['/状況 該当製品あり', 'affected'],
    ['／状況　該当製品あり', 'affected'],
    ['/対応状況：該当製品なし', 'not-affected'],
    ['/状況該当製品なし', 'not-affected'],
    ['/status 修正版：2.4.1、3.0', 'affected 2.4.1 3.0'],
    ['/status 該当製品あり、修正版 2.4.1', 'affected 2.4.1'],
    ['/status 2.4.1 で修正済み', 'affected 2.4.1'],
    ['/approve', 'approve'],
    ['/approve 👍', 'approve'],
    ['/approve 1A2B3C4D', 'approve 1a2b3c4d'],
    ['/approve `1a2b3c4d5e`', 'approve 1a2b3c4d5e'],
    ['/approve acme', 'approve acme'],
    ['/approve acme-soft 1a2b3c4d', 'approve acme-soft 1a2b3c4d'],
    ['/approve text 1a2b3c4d', 'approve text 1a2b3c4d'],
    ['/承認', 'approve'],
    ['/hold We need two weeks', 'hold “We need two weeks”'],
    ['/hold: no fix yet', 'hold “no fix yet”'],
    ['/保留　修正版が　まだです', 'hold “修正版が　まだです”'],
    ['/release', 'release'],
    ['/保留解除', 'release'],
    ['/解除。', 'release'],
    ['/help', 'help'],
    ['/ヘルプ', 'help'],
    ['/ﾍﾙﾌﾟ', 'help'],
    ['/record acme not affected via email 2026-11-20', 'acme email 2026-11-20 not-affected'],
    [
      '/record acme via phone 2026-11-20 affected, fixed in 2.4: call',
      'acme phone 2026-11-20 affected 2.4 “call”',
    ],
    ['/record 2026/11/20 Acme affected by e-mail', 'acme email 2026-11-20 affected'],
    ['/記録 acme 該当製品なし 電話で 2026年11月2日：伝言', 'acme phone 2026-11-02 not-affected “伝言”'],
  ])('reads %j', (written, ...expected) => {
    expect(told(written)).toEqual(expected);
  });

  it.each<[name: string, body: string, ...told: string[]]>([
    ['CRLF', '/status affected\r\n/approve\r\n', 'affected', 'approve'],
    ['several in one comment', 'Hello\n/status affected\nand\n\n/hold not yet', 'affected', 'hold “not yet”'],
    ['a line between sentences', 'Dear all,\n/status affected\nBest regards', 'affected'],
    ['a hard line break', '/status affected\\\n/approve', 'affected', 'approve'],
    ['a comment of HTML in its line', '/status affected <!-- I think --> : yes', 'affected “yes”'],
    ['a line behind an HTML comment', '<!-- template -->\n\n/status affected', 'affected'],
    ['a line behind closed details', '<details>\n\nlog\n\n</details>\n\n/status affected', 'affected'],
    ['code in the words', '/status affected: `parse()` reads too far', 'affected “`parse()` reads too far”'],
    ['a signature', '/status affected\n-- \nTaro\n/approve', 'affected'],
    [
      'an answer above a mail',
      '/status affected\n\nOn Fri, Nov 20, 2026 Kairan wrote:\n> /approve',
      'affected',
    ],
    ['a quote above', '> /status not affected\n\n/status affected', 'affected'],
    ['an unclosed generic type', 'The type is List<int>\n\n/status affected', 'affected'],
  ])('reads %s', (_, body, ...expected) => {
    expect(told(body)).toEqual(expected);
  });

  it('tells a vendor that investigating alone is kept as unknown', () => {
    expect(kinds('/status investigating')).toEqual(['investigating-is-unknown']);
    expect(kinds('/status affected, investigating')).toEqual([]);
  });
});

describe('what never acts', () => {
  it.each<[name: string, body: string]>([
    ['a quote', '> /status affected'],
    ['a lazy line of a quote', '> quoted\n/status affected'],
    ['a nested quote', '> > /approve'],
    ['a comment of HTML', '<!--\n/status affected\n-->'],
    ['a comment of HTML in a paragraph', 'x <!--\n/status affected\n--> y'],
    ['details', '<details><summary>x</summary>\n\n/status affected\n\n</details>'],
    ['details in a paragraph', 'x <details>\n/status affected\n</details>'],
    ['details within emphasis', '*<details>*\n/status affected'],
    ['struck out', '~~/status affected~~'],
    ['struck out by HTML', '<del>\n\n/status affected\n\n</del>'],
    ['a block of HTML', '<div>\n/status affected\n</div>'],
    ['an escape', '\\/status affected'],
    ['a character reference', '&#47;status affected'],
    ['a footnote', '[^1]: /status affected\n\nx[^1]'],
    ['a path', '/usr/bin/status affected'],
    ['a path in the words of a command', '/status/affected'],
    ['another tool’s command', '/shrug'],
    ['slashes', '///////'],
    ['a fraction', 'about 1/2\n/2 of them'],
    ['another fenced block', fence('yaml', 'status: affected')],
    ['a quoted vendor-status block', block('status: affected').replaceAll(/^/gm, '> ')],
    ['an Outlook reply', 'Thanks.\n\n-----Original Message-----\nFrom: a\n\n/status affected'],
    ['an Outlook reply in Japanese', 'ありがとうございます。\n\n差出人: 調整\n件名: 確認\n/status affected'],
    [
      'a Gmail reply in Japanese',
      '承知しました。\n\n2026年11月20日(金) 10:00 Kairan <a@example.com>:\n\n/status affected',
    ],
    [
      'a header broken over two lines',
      'ok\n\nOn Fri, Nov 20, 2026 at 1:00 PM Kairan <\na@example.com> wrote:\n/status affected',
    ],
    ['From with Sent', '**From:** a\n**Sent:** today\n\n/status affected'],
    ['a mention of the API', 'We call GET /status every second'],
  ])('keeps silent about %s', (_, body) => {
    expect(parseComment(body)).toEqual({ commands: [], problems: [] });
  });

  it.each<[place: string, body: string]>([
    ['code', '`/status affected`'],
    ['code', `    /status affected`],
    ['code', fence('', '/approve')],
    ['list', '- /status affected'],
    ['list', '1. x\n2. /approve'],
    ['heading', '# /status affected'],
    ['heading', '/status affected\n==='],
    ['link', '[/status affected](https://example.com)'],
    ['emphasis', '**/status affected**'],
    ['table', '| a |\n|---|\n| /status affected |'],
    ['sentence', 'Hello, /status affected'],
  ])('tells of a command in %s: %j', (place, body) => {
    expect(told(body)).toEqual([]);
    expect(problem(body)).toMatchObject({ kind: 'not-read', params: { place } });
  });

  it('says nothing of examples beside something that was understood', () => {
    expect(parseComment('`/approve` is what I mean:\n\n/approve').problems).toEqual([]);
  });
});

describe('mistakes', () => {
  it.each<[body: string, kind: ProblemKind, params?: object]>([
    ['/stauts affected', 'unknown-verb', { nearest: 'status' }],
    ['/aprove', 'unknown-verb', { nearest: 'approve' }],
    ['/status', 'missing-status'],
    ['/status afected', 'unknown-status', { nearest: 'affected' }],
    ['/status not afected', 'unknown-status', { nearest: 'not affected' }],
    ['/status not afected, we do not ship it', 'unknown-status', { nearest: 'not affected' }],
    ['/status not sure', 'unknown-status', { nearest: '' }],
    ['/status 該当製品ありますが', 'unknown-status'],
    ['/status notified', 'unknown-status'],
    ['/status fixed', 'missing-version'],
    ['/status fixed in', 'missing-version'],
    ['/status not affected, fixed in 2', 'fixed-not-affected'],
    ['/status affected fixd in 2.0', 'unclear-words', { nearest: 'fixed' }],
    ['/status affected? not sure', 'unclear-words'],
    ['/status affected by nothing, not at all', 'unclear-words'],
    ['/status affected no fix', 'unclear-words'],
    ['/hold', 'missing-reason'],
    ['/hold 😡', 'missing-reason'],
    [`/hold ${'x'.repeat(10_001)}`, 'too-long'],
    [`/status affected: ${'x'.repeat(10_001)}`, 'wrong-value', { key: 'statement' }],
    ['/status affected: a\u202eb', 'forbidden-character', { codePoint: 'U+202E' }],
    ['/approve 1a2b', 'short-hash'],
    ['/approve looks good', 'words-behind'],
    ['/approve text of mine', 'words-behind'],
    ['/release now please', 'words-behind'],
    ['/record acme affected 2026-11-20', 'record-lacks', { part: 'channel' }],
    ['/record acme affected via email', 'record-lacks', { part: 'date' }],
    ['/record via email 2026-11-20', 'record-lacks', { part: 'vendor' }],
    ['/record acme affected via emial 2026-11-20', 'unknown-channel', { nearest: 'email' }],
    ['/record acme affected via email 2026-02-30', 'wrong-date'],
    ['/record acme via email 2026-11-20', 'missing-status'],
    ['/record acme affected maybe via email 2026-11-20', 'unclear-words'],
  ])('answers %j', (body, kind, params = {}) => {
    expect(told(body)).toEqual([]);
    expect(parseComment(body).problems).toMatchObject([{ kind, params }]);
  });
});

describe('a vendor-status block', () => {
  it('holds a long answer', () => {
    const text = `status: not_affected
products: [{ name: Widget Pro, versions: "1.x" }]
statement: |
  The parser is not shipped.

  Nor will it be.
notices: [https://psirt.example.com/1]
justification: component_not_present`;
    expect(parseComment(`Hello\n\n${block(text)}`)).toEqual({
      commands: [
        {
          verb: 'status',
          answer: {
            status: 'not-affected',
            products: [{ name: 'Widget Pro', versions: '1.x' }],
            statement: 'The parser is not shipped.\n\nNor will it be.',
            notices: ['https://psirt.example.com/1'],
            justification: 'component_not_present',
          },
        },
      ],
      problems: [],
    });
  });

  it.each<[text: string, told: string]>([
    ['status: fixed in 2.4.1', 'affected 2.4.1'],
    ['status: affected\nfixed: 2.4.1, 3.0', 'affected 2.4.1 3.0'],
    ['status: affected\nfixed: [2.4.1]', 'affected 2.4.1'],
    ['対応状況：該当製品なし\n回答：含みません', 'not-affected “含みません”'],
    [
      'Status: Not Vulnerable\nstatement:\nnotices: https://a.example/1 https://a.example/2',
      'not-affected https://a.example/1 https://a.example/2',
    ],
  ])('reads %j', (text, expected) => {
    expect(told(block(text))).toEqual([expected]);
    expect(told(fence('Vendor-Status', text))).toEqual([expected]);
  });

  it.each<[text: string, kind: ProblemKind, params?: object]>([
    ['statement: x', 'missing-status'],
    ['status: perhaps', 'unknown-status'],
    ['status: notified', 'unknown-status'],
    ['status: affected or not', 'unknown-status'],
    ['status: affected\nstatemnt: x', 'block-unknown-key', { nearest: 'statement' }],
    ['status: affected\nstatement: [x]', 'wrong-value', { key: 'statement', reason: 'text' }],
    ['status: affected\nnotices: [nowhere]', 'wrong-value', { key: 'notices.0', received: 'nowhere' }],
    ['status: affected\njustification: none', 'wrong-value', { key: 'justification' }],
    ['status: affected\nproducts: Widget', 'wrong-value', { key: 'products', reason: 'list' }],
    ['status: not affected\nfixed: 2', 'fixed-not-affected'],
    ['a: &x [1]\nb: *x\nstatus: affected', 'block-yaml', { code: 'yaml-anchor' }],
    ['status: affected\nstatus: unknown', 'block-yaml', { code: 'yaml-duplicate-key' }],
    ['- affected', 'block-yaml', { line: 1, code: 'yaml-not-mapping' }],
    ['', 'block-yaml'],
    [`status: affected\nstatement: ${'x'.repeat(40_000)}`, 'too-long'],
  ])('refuses %j', (text, kind, params = {}) => {
    expect(told(block(text))).toEqual([]);
    expect(problem(block(text))).toMatchObject({ kind, params });
  });
});

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
    ['a wide block', block(`${'a: [b, c]\n'.repeat(3000)}`)],
    ['words of mail', `on ${'wrote: '.repeat(28_000)}`],
    ['lines of mail', 'on a\n'.repeat(40_000) + '/approve'],
    ['spaces', `/status${' '.repeat(200_000)}affected`],
  ])('is read within a second: %s', (_, body) => {
    const start = performance.now();
    parseComment(body);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('refuses what the Markdown parser could not bear, in words', () => {
    expect(kinds(`${'>'.repeat(5000)} /status affected`)).toEqual(['unreadable']);
    expect(kinds(`/${'x'.repeat(300_000)}`)).toEqual(['unreadable']);
  });
});
