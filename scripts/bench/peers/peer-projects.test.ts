import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { buildContent, createWorld, writeFiles } from '../content/generate-content.ts';
import { writeEleventyProject } from './to-eleventy.ts';
import { writeHugoProject } from './to-hugo.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

type Page = [file: string, fields: Record<string, unknown>];

let folder: string;
let pages: Record<'hugo' | 'eleventy', Page[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kairan-peers-'));
  writeFiles(join(folder, 'content'), buildContent(createWorld(30)));
  const loaded = loadContent(join(folder, 'content'));
  const index = buildSiteIndex(buildCatalog(loaded, '2025-12-31T12:00:00Z'));
  writeHugoProject(ROOT, join(folder, 'hugo'), index, loaded);
  writeEleventyProject(ROOT, join(folder, 'eleventy'), index, loaded);
  pages = { hugo: readPages('hugo'), eleventy: readPages('eleventy') };
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every Markdown file of a project: its path and its front matter. */
function readPages(project: string): Page[] {
  const content = join(folder, project, 'content');
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const [, head = ''] =
        /^---(?:json)?\n(.*?)\n---\n/s.exec(readFileSync(join(content, file), 'utf8')) ?? [];
      return [file, parse(head) as Record<string, unknown>];
    });
}

function textsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
}

describe('the projects of other generators', () => {
  it('have the same pages, every advisory in each of its languages', () => {
    const hugo = pages.hugo.map(([file]) => file);
    const eleventy = pages.eleventy.map(([file]) => file);
    const only = (one: string[], other: string[]) => one.filter((file) => !other.includes(file)).toSorted();
    expect(only(hugo, eleventy)).toEqual(['en/about/_index.md', 'ja/about/_index.md']);
    expect(only(eleventy, hugo)).toEqual(['404.md']);
    expect(hugo.filter((file) => /^ja\/\w+\/\d{4}\/KRN/.test(file))).toHaveLength(30);
    expect(hugo.filter((file) => /^en\/\w+\/\d{4}\/KRN/.test(file))).toHaveLength(10);
  });

  it('have front matter with what a page shows, and nothing that was forgotten', () => {
    for (const [file, fields] of [...pages.hugo, ...pages.eleventy]) {
      expect(/.{0,30}(?:undefined|\[object)/.exec(JSON.stringify(fields))?.[0], file).toBeUndefined();
      if (fields['id'] === undefined) continue;
      for (const name of ['picture', 'correction', 'citation', 'remedyphrase', 'counts', 'rows'])
        expect(fields[name], `${file} ${name}`).toBeDefined();
    }
  });

  it('give every page of Eleventy an address of its own', () => {
    const addresses = pages.eleventy.map(([, fields]) => fields['permalink']);
    expect(addresses).toContain('/');
    expect(addresses).toContain('/en/vendors/');
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('ask Hugo for the files beside a page', () => {
    const outputs = new Map(pages.hugo.map(([file, fields]) => [file, fields['outputs']]));
    expect(outputs.get('ja/advisories/2020/_index.md')).toEqual(['HTML', 'table', 'atom']);
    expect([...outputs.values()].flat()).toContain('versions');
  });

  it('have the same data, in which no word is missing', () => {
    const [hugo, eleventy] = ['hugo', 'eleventy'].map((project) => textsOf(join(folder, project, 'data')));
    const extra = (eleventy ?? []).filter((text) => !(hugo ?? []).includes(text));
    expect(extra.map((text) => Object.keys(JSON.parse(text) as object))).toEqual([
      ['latestfrom', 'urgentfrom'],
    ]);
    const holes = (hugo ?? []).flatMap((text) => [...text.matchAll(/.{30}(?:undefined|\[object|=> ).{30}/g)]);
    expect(holes.map(([hole]) => hole)).toEqual([]);
  });
});
