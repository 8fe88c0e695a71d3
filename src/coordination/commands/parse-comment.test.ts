import { describe, expect, it } from 'vitest';
import { parseComment } from './parse-comment.ts';
import { block, fence, kinds, problem, told } from '../../../tests/builders/a-comment.ts';

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
    ['/status affected\\', 'affected'],
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
