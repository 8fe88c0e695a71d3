import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../../tests/builders/tree.ts';
import { loadContent, openContent } from './load-content.ts';

const SITE = `title: Example Notes
description: Fictional notes.
url: https://notes.example
timezone: Asia/Tokyo
languages: [en, ja]
publisher: { name: Example CERT, namespace: https://notes.example, contact: cert@notes.example }
families: [{ prefix: "XVN#", path: xn, name: Example notes, pattern: "[0-9]{8}" }]
`;

const ADVISORY = `---
id: "XVN#10000001"
title: Fictional product fails to check input
publishedAt: 2026-01-05T10:00:00+09:00
vulnerabilities: [{ cvss: ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"] }]
revisions: [{ at: 2026-01-05T10:00:00+09:00, summary: Published }]
---
## Overview

The fictional product does not check its input.

## Solution

Update.
`;

function aFolder(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-content-'));
  const all = { 'site.yaml': SITE, 'advisories/2026/XVN10000001.md': ADVISORY, ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

describe('loadContent', () => {
  it('reads an advisory with its facts and its prose', () => {
    const { advisories, problems, site } = loadContent(aFolder());
    expect(problems).toEqual([]);
    expect(site?.families[0]?.path).toBe('xn');
    expect(advisories.map(({ slug, facts }) => [slug, facts?.id])).toEqual([['XVN10000001', 'XVN#10000001']]);
    expect(advisories[0]?.body?.sections.map(({ id }) => id)).toEqual(['overview', 'solution']);
  });

  it('goes on after a broken file and names the place', () => {
    const broken = ADVISORY.replace('publishedAt:', 'publishdAt:');
    const { advisories, problems } = loadContent(aFolder({ 'advisories/2026/XVN10000002.md': broken }));
    expect(advisories.map(({ slug, facts }) => [slug, facts !== undefined])).toEqual([
      ['XVN10000001', true],
      ['XVN10000002', false],
    ]);
    expect(problems.map(({ file, line, column }) => `${file}:${String(line)}:${String(column)}`)).toContain(
      'advisories/2026/XVN10000002.md:4:1',
    );
  });

  it('never reads a file above the limit', () => {
    const { problems } = loadContent(aFolder({ 'vendors/big.yaml': new Uint8Array(5 * 1024 * 1024) }));
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([['file-too-large', 'vendors/big.yaml']]);
  });

  it('reports a link instead of following it', () => {
    const folder = aFolder();
    symlinkSync('/etc/hostname', path.join(folder, 'advisories/2026/XVN10000003.md'));
    const { advisories, problems } = loadContent(folder);
    expect(advisories).toHaveLength(1);
    expect(problems.map(({ kind }) => kind)).toEqual(['not-a-file']);
  });

  it('reports files that a content directory has no place for', () => {
    const { problems } = loadContent(
      aFolder({ 'advisories/2026/notes.txt': 'x', 'README.md': 'for people' }),
    );
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([
      ['unexpected-file', 'advisories/2026/notes.txt'],
    ]);
  });

  it('has a place for public keys and none for secret ones', () => {
    const armour = (kind: string) =>
      `-----BEGIN PGP ${kind} KEY BLOCK-----\n\nxsFN\n-----END PGP ${kind} KEY BLOCK-----\n`;
    const { problems } = loadContent(
      aFolder({
        'openpgp.asc': armour('PUBLIC'),
        'keys/secret.asc': armour('PRIVATE'),
        'keys/both.asc': armour('PUBLIC') + armour('PRIVATE'),
        'keys/other.asc': 'x',
      }),
    );
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual(
      ['both', 'other', 'secret'].map((name) => ['unexpected-file', `keys/${name}.asc`]),
    );
  });

  it('passes over what tools leave behind, and reports every other name that begins with a dot', () => {
    const tools = ['.git/config', '.gitignore', 'vendors/.gitkeep', '.DS_Store', 'vendors/.example.yaml.swp'];
    const leftovers = ['advisories/2026/.#XVN10000001.md', 'advisories/2026/XVN10000001.md~'];
    const hidden = [
      'advisories/..%2f/XVN10000002.md',
      'advisories/2026/.XVN10000002.md',
      'vendors/..%2f..yaml',
    ];
    const all = [...tools, ...leftovers, ...hidden].map((file) => [file, ADVISORY] as const);
    const { advisories, vendors, problems } = loadContent(aFolder(Object.fromEntries(all)));
    expect([advisories.length, vendors.length]).toEqual([1, 0]);
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual(
      hidden.map((file) => ['unexpected-file', file]),
    );
  });

  it('says that site.yaml is missing', () => {
    const folder = aFolder();
    rmSync(path.join(folder, 'site.yaml'));
    const content = loadContent(folder);
    expect(content.site).toBeUndefined();
    expect(content.problems.map(({ kind }) => kind)).toContain('site-missing');
  });

  it('gives the same content with and without its memory', () => {
    const folder = aFolder();
    const cacheDir = `${folder}-cache`;
    const [cold, first, second] = [
      loadContent(folder),
      loadContent(folder, { cacheDir }),
      loadContent(folder, { cacheDir }),
    ].map((content) => ({ ...content, source: undefined }));
    expect(first).toEqual(cold);
    expect(second).toEqual(cold);
  });

  it('notices a changed file although it remembers the old one', () => {
    const folder = aFolder();
    const cacheDir = `${folder}-cache`;
    loadContent(folder, { cacheDir });
    writeFileSync(path.join(folder, 'advisories/2026/XVN10000001.md'), ADVISORY.replace('fails', 'failed'));
    expect(loadContent(folder, { cacheDir }).advisories[0]?.facts?.title).toContain('failed');
  });

  it('throws when there is no such folder', () => {
    const gone = aFolder();
    cpSync(gone, `${gone}-copy`, { recursive: true });
    rmSync(gone, { recursive: true });
    expect(() => loadContent(gone)).toThrow(/ENOENT/);
  });
});

describe('openContent', () => {
  const [first, second] = ['advisories/2026/XVN10000001.md', 'advisories/2026/XVN10000002.md'];
  const another = ADVISORY.replace('10000001', '10000002');

  it('reads a changed file again and keeps the others as they are', () => {
    const folder = aFolder({ [second]: another });
    const open = openContent(folder);
    const before = open.read();
    writeFileSync(path.join(folder, first), ADVISORY.replace('fails', 'failed'));
    const after = open.read([first]);
    expect(after.advisories[0]?.facts?.title).toContain('failed');
    expect(after.advisories[1]).toBe(before.advisories[1]);
  });

  it('notices new, renamed and deleted files without being told', () => {
    const folder = aFolder();
    const open = openContent(folder);
    open.read();
    writeFileSync(path.join(folder, second), another);
    expect(open.read().advisories.map(({ slug }) => slug)).toEqual(['XVN10000001', 'XVN10000002']);
    renameSync(path.join(folder, first), path.join(folder, 'advisories/2026/XVN10000003.md'));
    expect(open.read().advisories.map(({ slug }) => slug)).toEqual(['XVN10000002', 'XVN10000003']);
    rmSync(path.join(folder, second));
    expect(open.read().advisories.map(({ slug }) => slug)).toEqual(['XVN10000003']);
  });

  it('forgets the problems of a file with the file', () => {
    const folder = aFolder({ [second]: another.replace('title:', 'titel:') });
    const open = openContent(folder);
    expect(open.read().problems).not.toEqual([]);
    writeFileSync(path.join(folder, second), another);
    expect(open.read([second]).problems).toEqual([]);
  });

  it('reads all prose again when the site is written in another language', () => {
    const folder = aFolder();
    const open = openContent(folder);
    expect(open.read().problems).toEqual([]);
    writeFileSync(path.join(folder, 'site.yaml'), SITE.replace('[en, ja]', '[ja, en]'));
    expect(open.read(['site.yaml']).problems.map(({ kind }) => kind)).toContain('unknown-section');
  });

  it('remembers on disk what the first reading saw, also after the next one', () => {
    const folder = aFolder({ [second]: another });
    const cacheDir = `${folder}-cache`;
    const open = openContent(folder, { cacheDir });
    open.read();
    const shards = treeOf(cacheDir);
    writeFileSync(path.join(folder, first), ADVISORY.replace('fails', 'failed'));
    open.read([first]);
    expect(treeOf(cacheDir)).toEqual(shards);
  });
});
