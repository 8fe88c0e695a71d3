import { describe, expect, it } from 'vitest';
import type { ProblemKind } from './command.ts';
import { parseComment } from './parse-comment.ts';
import { block, fence, problem, told } from '../../../tests/builders/a-comment.ts';

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
