import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadContent } from '#catalog/load-content.ts';
import { lintContent } from './lint-content.ts';
import { tellsWho } from './unreachable-entries.ts';

const home = mkdtempSync(path.join(tmpdir(), 'kairan-entries-'));

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** What the check says about a content directory with these entries. */
function findingsOf(entries: Record<string, string>) {
  cpSync('tests/fixtures/check/base', home, { recursive: true });
  mkdirSync(path.join(home, 'unreachable'), { recursive: true });
  for (const [name, text] of Object.entries(entries))
    writeFileSync(path.join(home, 'unreachable', name), text);
  return lintContent(loadContent(home), { now: '2026-06-01T00:00:00Z' });
}

function placesOf(entries: Record<string, string>): string[] {
  return findingsOf(entries).map(({ code, file, line }) => `${code} ${file}:${line}`);
}

const due = (number: string, name: string) =>
  `number: ${number}\nname: ${name}\nstages:\n  listed: 2026-02-10\n`;

describe('a number', () => {
  it.each([
    ['ACME-1', 'Acme'],
    ['ACME-1', 'ＡＣＭＥ'],
    ['ACME-1', 'Ácme Corp'],
    ['ACME-1', 'A.C.M.E. Works'],
    ['ACME-1', 'Bigacme Works'],
    ['ACMX-1', 'Acm'],
    ['HP-1', 'HP'],
  ])('%s tells of %s', (number, name) => {
    expect(tellsWho({ name }, number)).toBe(true);
    expect(tellsWho({ name: { ja: '試験工房', en: name } }, number)).toBe(true);
    const product = { on: '2026-01-05', name };
    expect(tellsWho({ name: '試験工房', stages: { listed: '2026-01-05', product } }, number)).toBe(true);
  });

  it.each([
    ['UR-2026-0001', 'Kuroi Urban Works'],
    ['JVN#12345678', 'Acme'],
    ['UR-2026-0001', '試験工房'],
    ['UR-2026-0001', '2026'],
  ])('%s does not tell of %s', (number, name) => {
    expect(tellsWho({ name }, number)).toBe(false);
  });
});

describe('a file', () => {
  it.each([
    due('UR-2026-0001', 'Hidden Works'),
    'number: UR-2026-0001\nname: Hidden Works\nshown: 1\n',
    'number: UR-2026-0001\nname: Hidden Works\n',
  ])('named after the developer is told by no finding, whatever stands in it', (text) => {
    const found = findingsOf({ 'hidden-works-2.yaml': text, 'HIDDENWORKS-1.yaml': text });
    expect(found.map(({ code, file }) => [code, file])).toEqual([
      ['SRC010', 'unreachable/'],
      ['SRC010', 'unreachable/'],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/hidden/i);
  });

  it('whose number is the name is told by no finding either, and neither is the number', () => {
    const found = findingsOf({
      'ACME-1.yaml': due('ACME-1', 'Acme'),
      'UR-2026-0001.yaml': due('ACME-2', 'Acme'),
    });
    expect(found.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['UNR007', 'unreachable/', 1],
      ['UNR011', 'unreachable/', 1],
      ['UNR011', 'unreachable/UR-2026-0001.yaml', 1],
      ['UNR007', 'unreachable/UR-2026-0001.yaml', 4],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/acme/i);
  });

  it('named after another number is told, unless that number is the name', () => {
    const entry = 'number: UR-2026-0001\nname: Acme\nstages: { listed: 2026-05-10 }\n';
    expect(placesOf({ 'UR-2026-0002.yaml': entry })).toEqual(['UNR010 unreachable/UR-2026-0002.yaml:1']);
    rmSync(home, { recursive: true });
    expect(placesOf({ 'ACME-1.yaml': entry })).toEqual(['UNR010 unreachable/:1']);
  });

  it('is never told by the one that bears its number too', () => {
    const entry = 'number: UR-2026-0001\nname: Acme\nstages: { listed: 2026-05-10 }\n';
    const found = findingsOf({ 'ACME-1.yaml': entry, 'UR-2026-0001.yaml': entry });
    expect(found.map(({ code, file }) => [code, file])).toEqual([
      ['UNR010', 'unreachable/'],
      ['UNR008', 'unreachable/UR-2026-0001.yaml'],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/acme/i);
  });
});
