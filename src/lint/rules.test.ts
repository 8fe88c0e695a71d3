import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FrontMatterProblemKind } from '#catalog/front-matter.ts';
import { refusalKinds } from '#catalog/schema-refusals.ts';
import type { DecodeProblemKind } from '#catalog/source.ts';
import { LANGUAGES } from '#domain/language.ts';
import type { MarkdownProblemKind } from '#markdown/rendered-body.ts';
import { fillTemplate } from './rule.ts';
import { ruleByKind, rules } from './rules.ts';

const src = path.resolve(import.meta.dirname, '..');

/** The compiler keeps this list complete. */
const gateKinds: Record<FrontMatterProblemKind | DecodeProblemKind | MarkdownProblemKind, true> = {
  'file-too-large': true,
  'not-utf8': true,
  'control-character': true,
  'front-matter-missing': true,
  'front-matter-opening': true,
  'front-matter-unclosed': true,
  'front-matter-closing': true,
  'front-matter-too-large': true,
  'front-matter-ends-early': true,
  'yaml-syntax': true,
  'yaml-not-mapping': true,
  'yaml-duplicate-key': true,
  'yaml-key-not-text': true,
  'yaml-forbidden-key': true,
  'yaml-alias': true,
  'yaml-anchor': true,
  'yaml-tag': true,
  'yaml-directive': true,
  'yaml-multiple-documents': true,
  'yaml-too-deep': true,
  'raw-html': true,
  'unsafe-link': true,
  'unsafe-image': true,
  'image-without-text': true,
  'unknown-directive': true,
  'directive-attribute': true,
  'unknown-section': true,
  'duplicate-section': true,
  'text-before-sections': true,
  'heading-level': true,
  'unused-footnote': true,
  'too-deep': true,
  'too-complex': true,
  'too-many-references': true,
  'too-many-problems': true,
};

describe('the table of rules', () => {
  it('gives every code to one rule, in the order of families', () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(
      codes.filter(
        (code) => !/^(?:SRC|YML|SCH|SIT|ADV|FMT|TRN|VND|UNR|TXT|REV|RDR|PAG|STA)\d{3}$/.test(code),
      ),
    ).toEqual([]);
  });

  it('holds every rule of the folder', () => {
    expect(rules).toHaveLength(readdirSync(path.join(src, 'lint/rules')).length);
  });

  it('has either a check or kinds in every rule', () => {
    expect(rules.filter(({ check, kinds }) => (check === undefined) === (kinds === undefined))).toEqual([]);
  });

  it('knows every kind of problem that is met while files are read', () => {
    const loader = readFileSync(path.join(src, 'catalog/load-content.ts'), 'utf8');
    const schema = readFileSync(path.join(src, 'catalog/schema-problems.ts'), 'utf8');
    const written = [
      ...[...loader.matchAll(/report\(\s*'([a-z\d-]+)'/g)].map(([, kind = '']) => kind),
      ...[...schema.matchAll(/'(schema-[a-z-]+|translation-fact)'/g)].map(([, kind = '']) => kind),
    ];
    expect(written.length).toBeGreaterThan(12);
    for (const kind of [...Object.keys(gateKinds), ...refusalKinds.values(), ...written]) {
      // `.ts` files are named here too; a kind never is one.
      if (kind !== 'schema-refusals' && kind !== 'schema-problems')
        expect(() => ruleByKind(kind)).not.toThrow();
    }
  });

  it('throws for a kind that no rule names', () => {
    expect(() => ruleByKind('no-such-kind')).toThrow('no-such-kind');
  });

  it('has a kind for every refusal that the domain words', () => {
    const domain = readdirSync(path.join(src, 'domain')).filter((file) => /(?<!\.test)\.ts$/.test(file));
    const refusals = domain.flatMap((file) => {
      const text = readFileSync(path.join(src, 'domain', file), 'utf8');
      return [...text.matchAll(/\berror: '([^']+)'/g)].map(([, message = '']) => message);
    });
    expect(refusals.filter((message) => !refusalKinds.has(message))).toEqual([]);
  });
});

describe.each(LANGUAGES)('the words of every rule in %s', (language) => {
  const texts = rules.map(({ code, text }) => ({ code, ...text[language] }));

  it('are full sentences', () => {
    const wrong = texts.filter(({ what, why }) => ![what, why].every((part) => /[。.⟧]$/u.test(part)));
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  it('have a title of its own without a full stop', () => {
    expect(texts.filter(({ title }) => /[。.]$/u.test(title)).map(({ code }) => code)).toEqual([]);
    expect(new Set(texts.map(({ title }) => title)).size).toBe(texts.length);
  });
});

describe('fillTemplate', () => {
  it('fills in what is given and leaves out the optional part of what is not', () => {
    expect(fillTemplate('“{a}”.⟦ Did you mean “{b}”?⟧', { a: 'x', b: 'y' })).toBe('“x”. Did you mean “y”?');
    expect(fillTemplate('“{a}”.⟦ Did you mean “{b}”?⟧', { a: 'x', b: '' })).toBe('“x”.');
  });

  it('does not fill in what a value itself contains', () => {
    expect(fillTemplate('{a}', { a: '{b} $& ⟦{c}⟧', b: 'no' })).toBe('{b} $& ⟦{c}⟧');
  });
});
