import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.ts';
import { formatGithub } from './github.ts';
import { formatHuman, type HumanOptions } from './human.ts';
import { type CheckReport, formatJson } from './json.ts';

const finding: Finding = {
  code: 'ADV010',
  severity: 'error',
  file: 'advisories/2026/XVN10000001.md',
  line: 2,
  column: 11,
  path: ['vendors', 0, 'vendor'],
  params: { vendor: 'exmple', nearest: 'example' },
};
const warning: Finding = { ...finding, code: 'ADV014', severity: 'warning', params: { vendor: 'example' } };
const options: HumanOptions = {
  language: 'en',
  colour: false,
  folder: 'content',
  files: 3,
  source: () => 'vendors:\n  - vendor: exmple\n',
};

describe('formatHuman', () => {
  it('shows the place, the line with a caret, why and what to do', () => {
    expect(formatHuman([finding], options)).toBe(`content/advisories/2026/XVN10000001.md:2:11 error ADV010
  There is no file vendors/exmple.yaml for the vendor “exmple”. Did you mean “example”?
  2 |   - vendor: exmple
                ^
  why: The vendor’s name and its page are made from that file.
  remedy: Correct the name, or add vendors/exmple.yaml.

1 error, 0 warnings in 3 files.
More about it: npm run check -- --explain ADV010`);
  });

  it('speaks Japanese, and leaves out a suggestion that there is none of', () => {
    const text = formatHuman([{ ...finding, params: { vendor: 'x', nearest: '' } }], {
      ...options,
      language: 'ja',
    });
    expect(text).toContain('ベンダ「x」のファイル vendors/x.yaml がありません。\n');
    expect(text).toContain('エラー 1 件、警告 0 件（3 ファイル）。');
  });

  it('quotes nothing of an entry about an unreachable developer, because logs are often public', () => {
    const source = (): string => 'number: X\nname: Secret Works\n';
    const entry = { ...finding, code: 'UNR002', file: 'unreachable/UR-2026-0001.yaml', params: {} };
    expect(formatHuman([entry], { ...options, source })).not.toContain('Secret');
  });

  it('puts the caret below its character behind full-width text', () => {
    const source = (): string => '題名: 値';
    const lines = formatHuman([{ ...finding, line: 1, column: 5 }], { ...options, source }).split('\n');
    expect(lines[3]).toBe(`  ${' '.repeat('1 | '.length + 6)}^`);
  });

  it('uses colour only when it is asked to', () => {
    const escape = String.fromCodePoint(27);
    expect(formatHuman([finding, warning], options)).not.toContain(escape);
    expect(formatHuman([finding, warning], { ...options, colour: true })).toContain(`${escape}[31merror`);
  });

  it('never hands control characters of the content to the terminal', () => {
    const source = (): string => '\n\u001B[2Jcleared \u0007';
    const text = formatHuman([{ ...finding, params: { vendor: 'a\u001B[31mb', nearest: '' } }], {
      ...options,
      source,
    });
    expect(text.match(/[^\P{Cc}\n]/gu)).toBeNull();
  });

  it('says so when nothing is wrong', () => {
    expect(formatHuman([], options)).toBe('No problems in 3 files.');
  });
});

describe('formatGithub', () => {
  it('escapes properties and messages as workflow commands demand', () => {
    const odd = { ...finding, file: 'a,b:c%.md', params: { vendor: '100%\n::error::x', nearest: '' } };
    const text = formatGithub([odd], { language: 'en', folder: 'content' });
    expect(text).toMatch(
      /^::error file=content\/a%2Cb%3Ac%25\.md,line=2,col=11,title=ADV010 Unknown vendor::There/,
    );
    expect(text).toContain('100%25%0A::error::x');
    expect(text.split('\n')).toHaveLength(1);
  });

  it('shows ten annotations at most, errors first, and counts the rest in the last', () => {
    const many = [...Array.from({ length: 20 }, () => warning), finding];
    const lines = formatGithub(many, { language: 'en', folder: 'content' }).split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatch(/^::error /);
    expect(lines[9]).toBe('::warning::12 more findings. Run npm run check to see all of them.');
  });

  it('shows exactly ten as they are', () => {
    const ten = Array.from({ length: 10 }, () => finding);
    expect(formatGithub(ten, { language: 'ja', folder: 'content' })).not.toContain('ほかに');
  });

  it('is empty when nothing is wrong', () => {
    expect(formatGithub([], { language: 'en', folder: 'content' })).toBe('');
  });
});

describe('formatJson', () => {
  it('counts and carries every finding with its words', () => {
    const report = JSON.parse(
      formatJson([finding, warning], { language: 'ja', folder: 'content' }),
    ) as CheckReport;
    expect(report).toMatchObject({ version: 1, errors: 1, warnings: 1 });
    expect(report.findings[0]).toMatchObject({
      ...finding,
      file: `content/${finding.file}`,
      title: '知らないベンダです',
    });
  });
});
