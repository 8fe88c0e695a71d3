import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPrivateCase, buildPrivateDraft, SECRET } from '../../../tests/builders/a-private-case.ts';
import { buildCanaries, type CaseSecrets } from './build-canaries.ts';
import { type Canary, scanText } from './scan-text.ts';

const canary = (word: string, isWhole = false): Canary => ({ word, about: 'test', isWhole });
const finds = (word: string, text: string, isWhole = false) =>
  scanText([canary(word, isWhole)])(text).length === 1;

describe('a scan', () => {
  const sentence = '架空ルータの管理画面には、認証を回避される脆弱性があります。';

  it('finds a word wherever it stands, however it is escaped', () => {
    const escaped = Array.from(sentence)
      .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    const references = Array.from(sentence)
      .map((c) => `&#x${c.charCodeAt(0).toString(16)};`)
      .join('');
    const decimal = Array.from(sentence)
      .map((c) => `&#${c.charCodeAt(0)};`)
      .join('');
    for (const text of [
      ...[
        sentence,
        `a${sentence}b`,
        escaped,
        escaped.toUpperCase().replaceAll('\\U', '\\u'),
        references,
        decimal,
      ],
      ...[
        encodeURIComponent(sentence),
        JSON.stringify({ a: `<p>${references}</p>` }),
        `&amp;${references.slice(1)}`,
      ],
      ...[
        references.replaceAll('&', '&amp;'),
        sentence.replace('管理', '<wbr>管<strong>理</strong>'),
        sentence.replace('管', '\u200b管'),
      ],
    ])
      expect([text, finds(sentence, text)]).toEqual([text, true]);
    expect(finds(sentence, sentence.replace('管理', '保守'))).toBe(false);
  });

  it('knows Latin words in any case and width, and across lines', () => {
    expect(finds('Stack overflow in the parser', 'a STACK overﬂow\r\n  in the　ｐａｒｓｅｒ.')).toBe(true);
    expect(finds('He said "no" & left', JSON.stringify('x He said "no" & left'))).toBe(true);
    expect(finds('He said "no" & left', 'He said &quot;no&quot; &amp; left')).toBe(true);
    expect(finds('XVN#10000001', '/x/?q=XVN%2310000001')).toBe(true);
    expect(finds('a@b.example', 'a&#64;b.example')).toBe(true);
  });

  it('takes a name only where it stands alone', () => {
    for (const text of ['k3v9qm', 'room-K3V9QM', 'room_k3v9qm.', 'のk3v9qmを', '"\\nk3v9qm"'])
      expect([text, finds('k3v9qm', text, true)]).toEqual([text, true]);
    for (const text of ['k3v9qma', 'xk3v9qm', '0k3v9qm', 'k3v9q'])
      expect([text, finds('k3v9qm', text, true)]).toEqual([text, false]);
    expect(finds('CVE-2026-1234', 'CVE-2026-12345', true)).toBe(false);
    // Not where it first stands, but later.
    expect(finds('k3v9qm', 'k3v9qma k3v9qm', true)).toBe(true);
  });

  it('does not find what it says that it does not find', () => {
    expect(finds('abc', 'abc')).toBe(false);
    expect(scanText([canary(sentence)])(gzipSync(sentence.repeat(9)))).toEqual([]);
    expect(finds(sentence, btoa(encodeURIComponent(sentence)))).toBe(false);
    expect(finds(sentence, sentence.replace('管理', '**管理**'))).toBe(false);
  });

  it('finds every one of many words, each once, in bytes as in text', () => {
    const words = fc.uniqueArray(
      fc.string({ minLength: 4, maxLength: 20, unit: fc.constantFrom(...Array.from('ab あいk')) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(words, fc.string({ unit: fc.constantFrom(...Array.from('abあ ')) }), (all, between) => {
        const usable = all
          .map((word) => word.trim().replaceAll(/\s+/g, ' '))
          .filter((word) => word.length >= 4);
        const text = usable.map((word) => `${between}${word}`).join(between);
        const hits = scanText(usable.map((word) => canary(word)))(new TextEncoder().encode(`${text}${text}`));
        expect(hits.map(({ word }) => word)).toEqual(usable);
        for (const word of usable.slice(0, 3))
          expect(finds(word, between)).toBe(between.replaceAll(/\s+/g, ' ').includes(word));
      }),
    );
  });

  // Word by word this would take minutes; the limit is that of the runner.
  it('is one search, however many words: 2 000 in 20 MB', () => {
    const words = Array.from({ length: 2000 }, (_, n) =>
      canary(
        n % 2 === 0
          ? `This vulnerability allows number ${n} of many`
          : `この脆弱性によって、番号 ${n} の影響を受けます`,
      ),
    );
    const page = `<p lang="ja">この脆弱性によって、影響を受けます。</p><p>This vulnerability allows &quot;code&quot; of many.</p>\n`;
    const bytes = new TextEncoder().encode(page.repeat(300));
    const files = Array.from({ length: Math.ceil((20 * 1024 * 1024) / bytes.length) }, () => bytes);
    const scan = scanText(words);
    expect(files.flatMap((file) => scan(file))).toEqual([]);
  });
});

describe('the canaries of a case', () => {
  const record = buildPrivateCase([
    { vendor: 'acme', answer: { status: 'affected' }, isShown: true, isTold: true },
  ]);
  const secrets: CaseSecrets = {
    contacts: [{ logins: ['acme-psirt', 'bob'], emails: ['psirt@acme.example'], pgp: '0123ABCD'.repeat(5) }],
    drafts: [
      buildPrivateDraft().replace(
        '一覧',
        'この製品の設定画面には、認証なしで到達できる問題が存在しています。',
      ),
    ],
    repos: ['rooms/hub'],
  };
  const canaries = buildCanaries(record, secrets, []);
  const aboutOf = (text: string) => scanText(canaries)(text).map(({ about }) => about);

  it('are its identifiers, rooms, people, titles and sentences', () => {
    expect(aboutOf('XVN#10000001')).toEqual(['id']);
    expect(aboutOf('/x/XVN10000001/')).toEqual(['id']);
    expect(aboutOf('k3v9qm')).toEqual(['code']);
    expect(aboutOf('CVE-2026-12345')).toEqual(['cve']);
    expect(aboutOf('github.com/rooms/hub')).toEqual(['room']);
    expect(aboutOf(record.rooms[0]?.repo.split('/')[1] ?? '')).toContain('room');
    expect(aboutOf(record.report.title)).toEqual(['title']);
    expect(aboutOf(record.report.finder.name ?? '')).toEqual(['finder']);
    expect(aboutOf('mailto:psirt@acme.example, @Acme-PSIRT')).toEqual(['contact', 'contact']);
    expect(aboutOf('架空製品における脆弱性')).toEqual(['title']);
    expect(aboutOf('…この製品の設定画面には、認証なしで到達できる問題が存在しています。')).toEqual(['draft']);
    expect(aboutOf('Nothing of it, but acme and bob.')).toEqual([]);
  });

  it('are sentences of answers, until the public has them', () => {
    const [vendor] = record.vendors;
    const say = (statement: string, row: string) => ({
      ...vendor?.latest,
      answer: { status: 'affected', statement },
      row,
    });
    const answers = {
      latest: say('We do not wish to say anything yet.', '1'),
      shown: say('Please update to the newest version.', '2'),
    };
    const waiting = buildCanaries({ ...record, vendors: [{ ...vendor, ...answers }] } as never, secrets, [
      'A page. Please update to the newest version.',
    ]);
    const hits = (text: string) => scanText(waiting)(text).map(({ about }) => about);
    expect(hits('We do not wish to say anything yet.')).toEqual(['answer']);
    expect(hits('Please update to the newest version.')).toEqual([]);
  });

  it('are found by a part of a long sentence', () => {
    const long = `この製品の${'とても'.repeat(40)}長い文です。`;
    const some = buildCanaries(record, { ...secrets, drafts: [long] }, []);
    expect(scanText(some)(long.slice(0, 80)).map(({ about }) => about)).toEqual(['draft']);
  });

  it('are not what the public knows', () => {
    const known = ['ACME-psirt', 'この製品の設定画面には、認証なしで到達できる問題が存在しています。'];
    const left = buildCanaries(record, secrets, known);
    expect(canaries.length - left.length).toBe(2);
    expect(scanText(left)(known.join(' '))).toEqual([]);
  });

  it('cover every secret of the record that is long enough or a name', () => {
    const people = [record.report.finder.login, record.report.reference, record.rooms[0]?.repo.split('/')[1]];
    for (const word of people) expect(aboutOf(word ?? '')).not.toEqual([]);
    expect(SECRET.length).toBeGreaterThan(4);
  });
});
