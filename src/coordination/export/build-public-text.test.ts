import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#catalog/parse-file.ts';
import type { CaseRecord } from '../case-record.ts';
import { buildPublicText, type PublicText } from './build-public-text.ts';
import { buildPublicTranslation } from './build-public-translation.ts';
import {
  arbitraryPrivateCase,
  buildPrivateCase,
  buildPrivateDraft,
  SECRET,
  site,
} from '../../../tests/builders/a-private-case.ts';

const acme = { vendor: 'acme', answer: { status: 'not-affected' as const, statement: 'Ours\nis safe.' } };
const record = buildPrivateCase([
  { ...acme, isShown: true, isTold: true },
  { vendor: 'kuuso-soft', answer: { status: 'affected' }, isShown: false, isTold: true },
  { vendor: 'third-vendor', answer: { status: 'affected' }, isShown: false, isTold: false },
]);

describe('the public text', () => {
  it('is made from the fields of the contract, the decisions of the case and the body', () => {
    expect(made(buildPrivateDraft()).text).toBe(`---
id: "XVN#10000001"
title: 架空製品における脆弱性
publishedAt: 2026-12-01T12:00:00+09:00
state: published
tlp: CLEAR
vulnerabilities:
  - cve: CVE-2026-12345
    cwe:
      - CWE-79
affected:
  - vendor: acme
    product:
      ja: 架空
      en: Fiction
    fixed:
      - "1.10"
vendors:
  - vendor: acme
    status: not-affected
    statusOn: 2026-11-02
    statement: |-
      Ours
      is safe.
    addendum: Words of the coordinator.
  - vendor: kuuso-soft
    status: notified
  - vendor: third-vendor
    status: unknown
revisions:
  - at: 2026-12-01T12:00:00+09:00
    summary:
      ja: 公開
      en: Published
---

## 概要

架空製品には 脆弱性が存在します。[情報][one]


[one]: https://one.example/

- 一覧

\`\`\`html
<!-- shown -->
\`\`\`
`);
  });

  it('says that publication was judged when the case says so, and never because the draft does', () => {
    const claims = buildPrivateDraft().replace('tlp: RED', 'tlp: RED\njudgement: { on: 2026-01-01 }');
    expect(made(claims).facts.judgement).toBeUndefined();
    const judged = made(claims, { ...record, judgedAt: '2026-11-19T16:00:00Z' });
    expect(judged.facts.judgement).toEqual({ on: '2026-11-20' });
  });

  it('tells what it left out, by place and without its words', () => {
    const { removed } = made(buildPrivateDraft());
    expect(removed.map(({ kind, line }) => [kind, line])).toEqual([
      ['vendor-row', 26],
      ['html-comment', 35],
      ['html-comment', 37],
      ['unused-definition', 41],
      ['unused-definition', 42],
      ['html-comment', 46],
    ]);
    expect(JSON.stringify(removed)).not.toContain(SECRET);
  });

  it('holds no secret of any case, passes its schema again and is the text of itself', () => {
    fc.assert(
      fc.property(arbitraryPrivateCase, (any) => {
        const { text, hash, facts } = made(buildPrivateDraft(), any);
        expect(text).not.toContain(SECRET);
        const parsed = parseFile(
          { kind: 'advisory', file: 'a.md', slug: 'XVN10000001', language: 'ja' },
          new TextEncoder().encode(text),
        );
        expect(parsed.facts).toEqual(facts);
        expect(made(text, any)).toEqual({ ok: true, text, hash, facts, removed: [] });
        expect(facts.vendors.map(({ vendor }) => vendor)).toEqual(any.vendors.map(({ vendor }) => vendor));
      }),
    );
  });

  it('quotes what a vendor said exactly, whatever it holds', () => {
    const statement = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom(
        '---\nid: x\n---',
        '# a',
        '- a\n  b',
        '"',
        "'",
        'true',
        '1.10',
        '{a: b}',
        '| x',
        '&a *a !b',
        'a: b',
        '…',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(statement, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n').trim()),
        (text) => {
          fc.pre(text !== '');
          const vendor = {
            ...acme,
            answer: { ...acme.answer, statement: text },
            isShown: true,
            isTold: true,
          };
          const result = buildPublicText(buildPrivateDraft(), buildPrivateCase([vendor]), { site });
          if (result.ok) expect(result.facts.vendors[0]?.statement).toBe(text);
          else expect(result.problems.map(({ kind }) => kind)).toEqual(['control-character']);
        },
      ),
    );
  });

  it('keeps the body byte for byte where it hides nothing', () => {
    const body =
      '\n\n## 概要\n\nA  \nb\\\n\tc &amp; <https://a.example/> `<!-- x -->`\n\n\n## 対策方法\n\n1) x\n\n';
    const text = buildPrivateDraft().replace(/\n---\n[^]*$/, `\n---\n${body}`);
    expect(made(text).text.endsWith(`\n---\n${body}`)).toBe(true);
    expect(made(text.replaceAll('\n', '\r\n')).text.endsWith(`\n---\n${body}`)).toBe(true);
  });

  it('is the text of itself for any body, or is refused', () => {
    const marks = fc.constantFrom(
      ...[
        '<!--',
        '-->',
        '<!',
        '--',
        '<b>',
        '> ',
        '- ',
        '    ',
        '\\',
        '`',
        '\n```\n',
        '[a]',
        '[^1]',
        '\n\n',
        '\n',
        'あ',
      ],
      ...[
        '\n[a]: https://a.example/\n',
        '\n[^1]: x\n',
        '\n---\n',
        ':::note\n',
        '|',
        '<?x?>',
        '&lt;!--',
        '## 概要\n',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(marks, { maxLength: 20 }).map((parts) => parts.join('')),
        (body) => {
          const draft = buildPrivateDraft().replace(/\n---\n[^]*$/, () => `\n---\n${body}`);
          const result = buildPublicText(draft, record, { site });
          if (result.ok)
            expect(buildPublicText(result.text, record, { site })).toEqual({ ...result, removed: [] });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['raw HTML', '<b hidden>x</b>', 'raw-html'],
    ['a comment that is not closed', '<!-- x', 'raw-html'],
    ['words behind a comment', '<!-- a --> <i>x</i>', 'raw-html'],
    ['a processing instruction', '<?php x ?>', 'raw-html'],
    ['a title of a link', '[a](https://a.example/ "x")', 'hidden-words'],
    ['a title of a definition', '[a]\n\n[a]: https://a.example/ "x"', 'hidden-words'],
    ['words behind a fence', '```js x\na\n```', 'hidden-words'],
    ['a sentence in the place of a language', '~~~ x,y\na\n~~~', 'hidden-words'],
    ['a cell of a column that a table does not have', '| a |\n|---|\n| b | c |', 'hidden-words'],
    ['an address in the heading of a section', '## [対策方法](https://a.example/)', 'hidden-words'],
    ['a footnote that nothing uses', '[^a]: x', 'unused-footnote'],
    ['attributes of a directive', ':::note{id=x}\na\n:::', 'directive-attribute'],
    ['a comment made by taking one out', '<!<!-- a -->-- x -->', 'hidden-words'],
  ])('refuses %s', (_, markdown, kind) => {
    const text = buildPrivateDraft().replace('## 概要\n', `## 概要\n\n${markdown}\n\n## 対策方法\n`);
    expect(problems(text)).toContain(kind);
  });

  it('refuses another id and keys that no field has, at their places', () => {
    const text = buildPrivateDraft();
    const result = buildPublicText(text.replace('XVN#10000001"', 'XVN#10000002"'), record, { site });
    expect(result).toMatchObject({
      problems: [{ kind: 'export-other-id', line: 3, column: 5, params: { id: 'XVN#10000001' } }],
    });
    expect(made(text.replace(/^id:.*\n/m, '')).facts.id).toBe('XVN#10000001');
    expect(
      buildPublicText(text.replace('affected:', 'internal: x\naffected:'), record, { site }),
    ).toMatchObject({
      problems: [{ kind: 'schema-unknown-key', line: 12 }],
    });
    expect(problems(text.replace('    fixed:', '    handler: x\n    fixed:'))).toEqual([
      'schema-unknown-key',
    ]);
    expect(problems('no front matter')).toEqual(['front-matter-missing']);
    expect(problems(text.replace('cwe: [CWE-79]', 'cwe: &a [CWE-79]'))).toEqual(['yaml-anchor']);
  });

  it('waits for an id and a date', () => {
    expect(problems(buildPrivateDraft(), without('id'))).toEqual(['export-no-id']);
    expect(problems(buildPrivateDraft(), without('publishAt'))).toEqual(['export-no-date']);
  });

  it('tells corrections and a withdrawal, and keeps what a correction lists as changed', () => {
    const summary = { ja: '訂正', en: 'Corrected' };
    const corrected = {
      ...record,
      revisions: [
        { kind: 'withdrawal' as const, at: '2026-12-09T00:00:00Z', summary: 'Wrong.' },
        { kind: 'correction' as const, at: '2026-12-05T00:00:00Z', summary },
        { kind: 'correction' as const, at: '2026-12-03T00:00:00Z', summary: 'First.' },
      ],
    };
    const changes =
      '  - { at: 2026-12-05T09:00:00+09:00, summary: x, changes: [{ part: impact }] }\n---\n\n## ';
    const { facts } = made(buildPrivateDraft().replace('---\n\n## ', changes), corrected);
    expect(facts).toMatchObject({
      state: 'withdrawn',
      withdrawal: { at: '2026-12-09T09:00:00+09:00', reason: 'Wrong.' },
      revisions: [
        { at: '2026-12-01T12:00:00+09:00', summary: { ja: '公開', en: 'Published' } },
        { at: '2026-12-03T09:00:00+09:00', summary: 'First.' },
        { at: '2026-12-05T09:00:00+09:00', summary, changes: [{ part: 'impact' }] },
      ],
    });
  });
});

describe('the public translation', () => {
  const draft = `---
title: A vulnerability in Fiction # ${SECRET}
statements: { acme: Ours is safe., kuuso-soft: ${SECRET}, other: ${SECRET} }
addenda: { kuuso-soft: Words of the coordinator., other: ${SECRET} }
---

## Overview

Fiction <!-- ${SECRET} -->has a vulnerability.
`;

  it('holds words of what the table shows, and the body', () => {
    const result = buildPublicTranslation(draft, record, { language: 'en' });
    expect(result).toMatchObject({ ok: true, removed: [{ kind: 'html-comment', line: 9 }] });
    expect(result.ok && result.text).toBe(`---
title: A vulnerability in Fiction
statements:
  acme: Ours is safe.
addenda:
  kuuso-soft: Words of the coordinator.
---

## Overview

Fiction has a vulnerability.
`);
  });

  it('refuses facts and hidden words', () => {
    const refused = draft.replace('title:', 'id: x\ntitle:').replace('Fiction <!--', '<b>F</b> <!--');
    const result = buildPublicTranslation(refused, record, { language: 'en' });
    expect(!result.ok && result.problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['translation-fact', 2],
      ['raw-html', 10],
      ['raw-html', 10],
    ]);
  });
});

function without(field: 'id' | 'publishAt'): CaseRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== field)) as unknown as CaseRecord;
}

function made(draft: string, any: CaseRecord = record): PublicText {
  const result = buildPublicText(draft, any, { site });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function problems(draft: string, any: CaseRecord = record): string[] {
  const result = buildPublicText(draft, any, { site });
  return result.ok ? [] : result.problems.map(({ kind }) => kind);
}
