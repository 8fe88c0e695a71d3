import { describe, expect, it } from 'vitest';
import { parseFormAnswer } from './parse-form-answer.ts';

const form = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([heading, text]) => `### ${heading}\n\n${text}`)
    .join('\n\n');

describe('an issue that was written with the form', () => {
  it('is an answer', () => {
    const body = form({
      'Vendor status': 'Not Vulnerable, investigating',
      'Fixed versions': '_No response_',
      'Affected products': '_No response_',
      Statement: 'We do not ship it.\n\n**Really.**',
      Notices: 'https://psirt.example.com/1\nhttps://psirt.example.com/2',
    });
    expect(parseFormAnswer(body.replaceAll('\n', '\r\n'))).toEqual({
      answer: {
        status: 'not-affected-investigating',
        statement: 'We do not ship it.\n\n**Really.**',
        notices: ['https://psirt.example.com/1', 'https://psirt.example.com/2'],
      },
      problems: [],
    });
  });

  it('is one in Japanese', () => {
    const body = form({
      対応状況: '該当製品あり',
      修正バージョン: '2.4.1、3.0',
      製品: 'Widget\nWidget Pro',
      回答: 'なし',
    });
    expect(parseFormAnswer(body)).toEqual({
      answer: {
        status: 'affected',
        fixed: ['2.4.1', '3.0'],
        products: [{ name: 'Widget' }, { name: 'Widget Pro' }],
      },
      problems: [],
    });
  });

  it('keeps headings that are none of the form’s, or come again, as text', () => {
    const body = form({
      Status: 'affected',
      Statement: 'a\n\n### Details\n\nb\n\n### Status\n\nnot affected',
    });
    expect(parseFormAnswer(body)).toMatchObject({
      answer: { status: 'affected', statement: 'a\n\n### Details\n\nb\n\n### Status\n\nnot affected' },
    });
  });

  it('is not read from quotes and code', () => {
    expect(parseFormAnswer('> ### Status\n> affected').problems).toEqual([
      { kind: 'missing-status', params: {} },
    ]);
    expect(parseFormAnswer('```\n### Status\n\naffected\n```').answer).toBeUndefined();
  });

  it('is told what is wrong', () => {
    expect(parseFormAnswer(form({ Status: 'afected' })).problems).toMatchObject([
      { kind: 'unknown-status', params: { nearest: 'affected' } },
    ]);
    expect(parseFormAnswer(form({ Status: 'affected', Notices: 'our page' })).problems).toMatchObject([
      { kind: 'wrong-value', params: { key: 'notices.0', received: 'our' } },
      { kind: 'wrong-value', params: { key: 'notices.1', received: 'page' } },
    ]);
    expect(parseFormAnswer('>'.repeat(5000)).problems).toEqual([{ kind: 'unreadable', params: {} }]);
  });
});
