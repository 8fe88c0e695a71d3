import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, checkAnchors, formatAnchor, parseAnchors } from './anchor.ts';
import { appendActs, headOf } from './append-acts.ts';
import { arbitraryAct } from '../../../tests/builders/any-act.ts';
import { type Ledger, parseLedger } from './parse-ledger.ts';

const at = '2026-11-20T01:02:03Z';
const notes = (...texts: string[]) =>
  appendActs(
    '',
    texts.map((note) => ({ act: { act: 'noted', note }, actor: 'Alice' })),
    at,
  );

describe('a ledger', () => {
  it('is one line of JSON for each act, chained by digests', () => {
    const text = notes('最初', 'second');
    expect(text).toBe(
      `{"seq":1,"prev":"${'0'.repeat(64)}","at":"${at}","actor":"alice","act":"noted","note":"最初"}\n` +
        `{"seq":2,"prev":"b6e05025be315f7dc38f9bab207d60b2b768841319ab6d8559b96613be7a9ee1","at":"${at}","actor":"alice","act":"noted","note":"second"}\n`,
    );
  });

  it('is read back as what was appended, in one or in several steps', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 8 }), fc.nat(8), (acts, cut) => {
        const all = acts.map((act) => ({ act, actor: 'bot' }));
        const text = appendActs('', all, at);
        const read = ledger(text);
        expect(read.entries).toEqual(
          acts.map((act, index) => {
            const prev = read.hashes[index - 1] ?? '0'.repeat(64);
            return { seq: index + 1, prev, at, actor: 'bot', ...act };
          }),
        );
        expect(appendActs(appendActs('', all.slice(0, cut), at), all.slice(cut), at)).toBe(text);
        expect(headOf(text)).toEqual(read.head);
      }),
    );
  });

  it('refuses to append what no ledger holds', () => {
    expect(() => appendActs('', [{ act: { act: 'noted', note: '' }, actor: 'a' }], at)).toThrow();
    expect(() => appendActs('', [{ act: { act: 'noted', note: 'x' }, actor: 'a' }], '2026-11-20')).toThrow();
    expect(() => appendActs('{"seq":1', [], at)).toThrow('middle of a line');
    expect(() => headOf('hello\n')).toThrow('no number');
  });

  it('tells which line is wrong, and how, without its words', () => {
    const lines = notes('one', 'two', 'secret').split('\n');
    const [first = '', second = '', third = ''] = lines;
    const problemsOf = (...changed: string[]) => problems(`${changed.join('\n')}\n`);
    expect(problemsOf(first, '{', third)).toMatchObject([
      { kind: 'ledger-json', line: 2 },
      { kind: 'ledger-chain', line: 3 },
    ]);
    expect(problemsOf(first, second, '')).toEqual([{ kind: 'ledger-json', line: 3, path: [] }]);
    expect(problemsOf(first, second, '[]')).toEqual([{ kind: 'ledger-json', line: 3, path: [] }]);
    expect(problemsOf(first, second, third.replace('"noted"', '"told"'))).toEqual([
      { kind: 'ledger-shape', line: 3, path: ['act'] },
    ]);
    expect(problemsOf(first, second, third.replace('"note"', '"memo"'))).toMatchObject([
      { kind: 'ledger-shape', line: 3 },
    ]);
    expect(problemsOf(first, second, third.replace('}', ',"x":1}'))).toMatchObject([
      { kind: 'ledger-shape' },
    ]);
    expect(problemsOf(first, second, third.replace('"seq":3', '"seq":4'))).toEqual([
      { kind: 'ledger-gap', line: 3, path: ['seq'] },
    ]);
    expect(problemsOf(first, second, third.replace(at, '2026-02-30T00:00:00Z'))).toEqual([
      { kind: 'ledger-shape', line: 3, path: ['at'] },
    ]);
    for (const odd of [
      ` ${third}`,
      `${third}\r`,
      third.replace('{', '{"note":"other",'),
      third.replace(':3', ':3.0'),
    ])
      expect(problemsOf(first, second, odd)).toEqual([{ kind: 'ledger-form', line: 3, path: [] }]);
    expect(problems(`${first}\n${second}`)).toEqual([{ kind: 'ledger-unended', line: 2, path: [] }]);
    expect(JSON.stringify(problemsOf(first, second, third.replace('}', ',"x":1}')))).not.toContain('secret');
  });

  it('warns of a clock that went back, and reads on', () => {
    const text = appendActs(
      notes('one'),
      [{ act: { act: 'noted', note: 'two' }, actor: 'a' }],
      '2026-11-19T00:00:00Z',
    );
    expect(ledger(text).warnings).toEqual([{ kind: 'ledger-clock', line: 2 }]);
  });

  it('shows every change of one character before its last line', () => {
    const text = notes('one', '二つ目', 'three');
    const end = text.lastIndexOf('\n', text.length - 2) + 1;
    for (let index = 0; index < end; index += 1) {
      for (const other of ['x', '0', ' ', '\n', '']) {
        if (text[index] === other) continue;
        expect(parseLedger(text.slice(0, index) + other + text.slice(index + 1)).ok).toBe(false);
      }
    }
  });

  it('shows every line that is dropped, doubled or swapped before its last line', () => {
    const lines = notes('one', 'two', 'three', 'four').trimEnd().split('\n');
    const isWhole = (changed: string[]) => parseLedger(changed.map((line) => `${line}\n`).join('')).ok;
    expect(isWhole(lines)).toBe(true);
    for (let index = 0; index < 3; index += 1) {
      expect(isWhole(lines.toSpliced(index, 1))).toBe(false);
      expect(isWhole(lines.toSpliced(index, 0, lines[index] ?? ''))).toBe(false);
      for (let other = index + 1; other < 4; other += 1) {
        expect(isWhole(lines.with(index, lines[other] ?? '').with(other, lines[index] ?? ''))).toBe(false);
      }
    }
  });
});

describe('anchors', () => {
  const text = notes('one', 'two', 'three');
  const { hashes, head } = ledger(text);
  const anchor = (seq: number): Anchor => ({ code: 'k3v9qm', seq, hash: hashes[seq - 1] ?? '' });
  const check = (cut: string, ...anchors: Anchor[]) =>
    checkAnchors(new Map([['k3v9qm', ledger(cut).hashes]]), anchors);

  it('stand in commit messages as trailers', () => {
    const [one, two] = [
      { code: 'k3v9qm', ...head },
      { code: 'a1b2c3', ...head, seq: 12 },
    ];
    const message = `Case\n\nWords. Ledger: k3v9qm 1 no\nLedger: k3v9qm x\n${formatAnchor(one)}\r\n${formatAnchor(two)}\n`;
    expect(parseAnchors(message)).toEqual([one, two]);
    expect(formatAnchor(two)).toBe(`Ledger: a1b2c3 12 ${head.hash}`);
  });

  it('find nothing where nothing was changed, or was only appended', () => {
    expect(check(text, anchor(3), anchor(1))).toEqual([]);
    expect(check(text, anchor(2), anchor(1))).toEqual([]);
  });

  it('find every cut tail, which the chain alone does not', () => {
    for (const count of [0, 1, 2]) {
      const cut = text
        .split('\n')
        .slice(0, count)
        .map((line) => `${line}\n`)
        .join('');
      expect(check(cut, anchor(3), anchor(2))).toEqual([{ kind: 'ledger-cut', code: 'k3v9qm', seq: 3 }]);
    }
  });

  it('find every change in the last line, and a chain that was made anew', () => {
    expect(check(text.replace('three', 'tree'), anchor(3))).toEqual([
      { kind: 'ledger-rewritten', code: 'k3v9qm', seq: 3 },
    ]);
    const anew = notes('one', 'other', 'three', 'four');
    const rewritten = { kind: 'ledger-rewritten', code: 'k3v9qm', seq: 3 };
    expect(check(anew, anchor(3), anchor(2), anchor(1))).toEqual([rewritten]);
    // Whoever made it anew also anchored it anew: the older anchors still tell.
    const forged = { code: 'k3v9qm', ...headOf(anew) };
    expect(check(anew, forged, anchor(3), anchor(1))).toEqual([rewritten]);
  });

  it('find ledgers that are gone and ledgers that no commit names', () => {
    expect(checkAnchors(new Map(), [anchor(3)])).toEqual([
      { kind: 'ledger-missing', code: 'k3v9qm', seq: 3 },
    ]);
    expect(check(text)).toEqual([{ kind: 'ledger-unanchored', code: 'k3v9qm', seq: 0 }]);
  });
});

function ledger(text: string): Ledger {
  const read = parseLedger(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
}

function problems(text: string) {
  const read = parseLedger(text);
  if (read.ok) throw new Error('The ledger was taken as whole.');
  return read.problems;
}
