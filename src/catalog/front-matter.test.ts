import { describe, expect, it } from 'vitest';

import { MAX_YAML_BYTES, parseFrontMatter, parseYaml } from './front-matter.ts';
import { decodeSource, MAX_SOURCE_BYTES } from './source.ts';

function fenced(yaml: string, body = '## 概要\n'): string {
  return `---\n${yaml}\n---\n${body}`;
}

function accept(source: string) {
  const result = parseFrontMatter(source);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function kindsOf(source: string): string[] {
  const result = parseFrontMatter(source);
  return result.ok ? [] : result.problems.map(({ kind }) => kind);
}

function bytesOf(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

describe('decodeSource', () => {
  it('normalises the byte order mark and the line ends', () => {
    expect(decodeSource(new TextEncoder().encode('\uFEFFa\r\nb\rc'))).toEqual({
      ok: true,
      source: 'a\nb\nc',
    });
  });

  it.each([
    ['UTF-16LE', bytesOf(0xff, 0xfe, 0x41, 0)],
    ['UTF-16BE', bytesOf(0xfe, 0xff, 0, 0x41)],
    ['UTF-16', new Uint8Array(Buffer.from('a: b', 'utf16le'))],
    ['Shift_JIS', bytesOf(0x8a, 0x54, 0x97, 0x76)],
    ['EUC-JP', bytesOf(0xb3, 0xb5, 0xcd, 0xd7)],
    ['ISO-2022-JP', new TextEncoder().encode('a\x1b$B35MW\x1b(B')],
    ['unknown', bytesOf(0x61, 0xff)],
  ])('refuses %s by name', (encoding, bytes) => {
    expect(decodeSource(bytes)).toMatchObject({
      ok: false,
      problems: [{ kind: 'not-utf8', params: { encoding } }],
    });
  });

  it('points at the first byte that is not UTF-8', () => {
    const bytes = bytesOf(...Buffer.from('---\nid: '), 0x8a, 0x54, 0x97, 0x76);
    expect(decodeSource(bytes)).toMatchObject({ problems: [{ line: 2, column: 5 }] });
  });

  it('refuses a file of 5 MB by its size alone', () => {
    expect(decodeSource(new Uint8Array(5_000_000))).toMatchObject({ problems: [{ kind: 'file-too-large' }] });
  });

  it('refuses characters that turn the reading direction around', () => {
    expect(decodeSource(new TextEncoder().encode('title: a\u202Eb'))).toMatchObject({
      problems: [{ kind: 'control-character', params: { codePoint: 'U+202E' } }],
    });
  });

  it('names Shift_JIS also with Windows line ends', () => {
    expect(decodeSource(bytesOf(0x8a, 0x54, 0x97, 0x76, 13, 10))).toMatchObject({
      problems: [{ params: { encoding: 'Shift_JIS' } }],
    });
  });

  it('refuses control characters, naming them', () => {
    expect(decodeSource(new TextEncoder().encode('a\nb\u0007'))).toMatchObject({
      problems: [{ kind: 'control-character', line: 2, column: 2, params: { codePoint: 'U+0007' } }],
    });
  });
});

describe('parseFrontMatter', () => {
  it('reads every scalar as text', () => {
    const yaml =
      'a: 4.10\nb: 2018-12-21\nc: yes\nd: ~\ne:\nf: 014\ng: [1_000, {h: 12:30:45}]\ni: |\n  x\n  y';
    expect(accept(fenced(yaml)).data).toEqual({
      ...{ a: '4.10', b: '2018-12-21', c: 'yes', d: '~', e: '', f: '014' },
      ...{ g: ['1_000', { h: '12:30:45' }], i: 'x\ny\n' },
    });
  });

  it('gives the body and the line on which it starts, whatever the line ends are', () => {
    for (const source of [fenced('a: b'), `\uFEFF${fenced('a: b').replaceAll('\n', '\r\n')}`]) {
      expect(accept(source)).toMatchObject({ body: '## 概要\n', bodyLine: 4 });
    }
  });

  it.each([
    ['', 'front-matter-missing'],
    ['a: b', 'front-matter-missing'],
    ['\n---\na: b\n---\n', 'front-matter-missing'],
    [' ---\na: b\n---\n', 'front-matter-missing'],
    ['---js\nthrow new Error("ran")\n---\n', 'front-matter-opening'],
    ['---javascript\n({})\n---\n', 'front-matter-opening'],
    ['--- js\n({})\n---\n', 'front-matter-opening'],
    ['---JS\n({})\n---\n', 'front-matter-opening'],
    ['---json\n{}\n---\n', 'front-matter-opening'],
    ['---coffee\na\n---\n', 'front-matter-opening'],
    ['---toml\na = 1\n---\n', 'front-matter-opening'],
    ['---constructor\na: b\n---\n', 'front-matter-opening'],
    ['---toString\na: b\n---\n', 'front-matter-opening'],
    ['---__proto__\na: b\n---\n', 'front-matter-opening'],
    ['----\na: b\n----\n', 'front-matter-opening'],
    ['--- \na: b\n---\n', 'front-matter-opening'],
    ['---\na: b\n', 'front-matter-unclosed'],
    ['---', 'front-matter-unclosed'],
    ['---\na: b\n---x\n', 'front-matter-closing'],
    ['---\na: b\n----\n---\n', 'front-matter-closing'],
    ['---\n---\n', 'yaml-not-mapping'],
    ['---\n# nothing\n---\n', 'yaml-not-mapping'],
    [fenced('text'), 'yaml-not-mapping'],
    [fenced('- a'), 'yaml-not-mapping'],
    [fenced('a: 1\na: 2'), 'yaml-duplicate-key'],
    [fenced('a: 1\n"a": 2'), 'yaml-duplicate-key'],
    [fenced('? [a]\n: b'), 'yaml-key-not-text'],
    [fenced('a: &x 1'), 'yaml-anchor'],
    [fenced('a: !!binary eA=='), 'yaml-tag'],
    [fenced('a: !!js/function x'), 'yaml-tag'],
    [fenced('a: !own x'), 'yaml-tag'],
    [fenced('<<: {a: b}'), 'yaml-forbidden-key'],
    [fenced('__proto__: {a: b}'), 'yaml-forbidden-key'],
    [fenced('a: {__proto__: {b: c}}'), 'yaml-forbidden-key'],
    [fenced('a: 1\n...\nb: 2'), 'yaml-multiple-documents'],
    [fenced('a: "x'), 'yaml-syntax'],
    [fenced('a:\n\t- b'), 'yaml-syntax'],
    [fenced('a: "\\0"'), 'control-character'],
    [fenced('a: "\\uD800"'), 'control-character'],
    [fenced('a: "\\u202E"'), 'control-character'],
  ])('refuses %j', (source, kind) => {
    expect(kindsOf(source)).toContain(kind);
  });

  it('refuses an alias bomb without expanding it', () => {
    const lines = Array.from(
      { length: 20 },
      (_, n) => `a${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1}, *a${n - 1}`}]`,
    );
    expect(new Set(kindsOf(fenced(lines.join('\n'))))).toEqual(new Set(['yaml-alias', 'yaml-anchor']));
  });

  it.each([
    ['lists in flow style', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['brackets that nothing closes', `a: ${'['.repeat(60_000)}`],
    ['maps in flow style', `a: ${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}`],
    ['lists on one line', `a:\n  ${'- '.repeat(10_000)}x`],
    ['keys on one line', `${'? '.repeat(10_000)}x`],
    ['values on one line', 'a: '.repeat(20_000)],
    ['indentation', Array.from({ length: 350 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    [
      'a staircase',
      Array.from({ length: 7 }, (_, n) => `${' '.repeat(40 * n)}${'- '.repeat(20)}a:`).join('\n'),
    ],
    ['33 levels', `a:\n  ${'- '.repeat(33)}x`],
  ])('finds %s too deep and stays alive', (_, yaml) => {
    expect(kindsOf(fenced(yaml))).toContain('yaml-too-deep');
  });

  it('keeps the largest nesting that the first look lets through within the stack', () => {
    const deep = `${Array.from({ length: 256 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')} ${'['.repeat(32)}`;
    expect(kindsOf(fenced(deep))).toContain('yaml-too-deep');
  });

  it('refuses front matter above its limit, and reads it just below', () => {
    const head = 'a: ';
    const fit = head + 'x'.repeat(MAX_YAML_BYTES - head.length - 1);
    expect(kindsOf(fenced(fit))).toEqual([]);
    expect(kindsOf(fenced(`${fit}x`))).toEqual(['front-matter-too-large']);
  });

  it('refuses text above the size of a file', () => {
    expect(kindsOf('x'.repeat(MAX_SOURCE_BYTES + 1))).toEqual(['file-too-large']);
  });

  it('reports front matter that ends within a longer value', () => {
    const result = parseFrontMatter('---\na: |\n  one\n---\n  two\nb: c\n---\n## 概要\n');
    expect(result).toMatchObject({
      ok: false,
      problems: [{ kind: 'front-matter-ends-early', line: 4, params: { nextLine: 7 } }],
    });
  });

  it('lets a rule across the body be', () => {
    expect(accept(fenced('a: b', '## 概要\n\ntext\n\n---\n\nmore\n')).body).toContain('---');
  });

  it('treats keys that mean something to other programs as data', () => {
    const { data } = accept(
      fenced('layout: data:text/javascript,1\nslug: ../../x\nconstructor: y\nexcerpt_separator: {a: b}'),
    );
    expect(data).toEqual({
      layout: 'data:text/javascript,1',
      slug: '../../x',
      constructor: 'y',
      excerpt_separator: { a: 'b' },
    });
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['layout']).toBeUndefined();
  });

  it('gives the same answer to a broken file when it is asked again', () => {
    const broken = fenced('a: "x');
    expect(parseFrontMatter(broken)).toEqual(parseFrontMatter(broken));
    expect(kindsOf(broken)).toEqual(['yaml-syntax']);
  });

  it('places problems in the file', () => {
    expect(parseFrontMatter(fenced('a: 1\nb: 2\na: 3'))).toMatchObject({
      problems: [{ kind: 'yaml-duplicate-key', line: 4, column: 1, params: { key: 'a' } }],
    });
  });
});

describe('positions', () => {
  const source =
    '---\nid: x\naffected:\n  - vendor: pgpool # who\n    ranges: ["<=4.0", "*"]\nempty:\ntitle: JVN #123 x\n# alone\n---\n';

  it.each([
    [['id'], 2, 5],
    [['affected', 0, 'vendor'], 4, 13],
    [['affected', 0, 'ranges', 1], 5, 23],
    [['affected', 0, 'missing', 'deeper'], 4, 5],
    [['affected', 9], 4, 3],
    [['empty'], 6, 1],
    [[], 2, 1],
  ])('finds the value at %j', (path, line, column) => {
    expect(accept(source).locate(path)).toEqual({ line, column });
  });

  it('finds keys', () => {
    expect(accept(source).locateKey(['affected', 0, 'ranges'])).toEqual({ line: 5, column: 5 });
  });

  it('finds what YAML swallows as a comment, and after which value', () => {
    expect(accept(source).comments()).toEqual([
      { line: 4, column: 20, text: '# who', path: ['affected', 0, 'vendor'] },
      { line: 7, column: 12, text: '#123 x', path: ['title'] },
      { line: 8, column: 1, text: '# alone' },
    ]);
  });

  it('takes no number sign within a value for a comment', () => {
    expect(accept(fenced('a: "JVN #1"\nb: JVN#2\nc: |\n  # text')).comments()).toEqual([]);
  });
});

describe('parseYaml', () => {
  it('holds plain files to the same rules', () => {
    const result = parseYaml('\uFEFFname: A\r\nurl: b\r\n');
    expect(result).toMatchObject({ ok: true, data: { name: 'A', url: 'b' } });
    expect(result.ok && result.locate(['url'])).toEqual({ line: 2, column: 6 });
    expect(parseYaml('a: &b c')).toMatchObject({ ok: false, problems: [{ kind: 'yaml-anchor', line: 1 }] });
    expect(parseYaml('')).toMatchObject({
      ok: false,
      problems: [{ kind: 'yaml-not-mapping', line: 1, column: 1 }],
    });
    expect(parseYaml('%YAML 1.1\n---\na: b')).toMatchObject({
      ok: false,
      problems: [{ kind: 'yaml-directive' }],
    });
  });

  it('refuses a file above the limit of all YAML unread, and reads it just below', () => {
    const fit = `a: ${'あ'.repeat(10)}`;
    const [bytes, limit] = [Buffer.byteLength(fit), Buffer.byteLength(fit) - 1];
    expect(parseYaml(fit, bytes).ok).toBe(true);
    expect(parseYaml(fit, limit)).toMatchObject({
      ok: false,
      problems: [{ kind: 'file-too-large', params: { bytes, limit } }],
    });
    expect(parseYaml('%'.repeat(MAX_YAML_BYTES + 1))).toMatchObject({
      problems: [{ kind: 'file-too-large', params: { limit: MAX_YAML_BYTES } }],
    });
  });
});
