import { hash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles } from '../site/built-site.ts';

const ROOT = '.well-known/csaf';
const LISTS = [`${ROOT}/white/index.txt`, `${ROOT}/white/changes.csv`, `${ROOT}/feed-tlp-white.json`];

/** A copy of a built site’s provider, to be spoiled. Paths are below the copy’s folder. */
export class SpoiledSite {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kairan-spoiled-'));

  /** Copies what readers of the provider can come across, and the mark by which a built site is known. */
  constructor(site: string) {
    for (const part of ['.kairan', '.well-known', 'index.html', '404.html'])
      cpSync(path.join(site, part), path.join(this.folder, part), { recursive: true });
  }

  remove(): void {
    for (const folder of [this.folder, `${this.folder}-cache`])
      rmSync(folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** @throws when the text stays as it is: the fault would be none */
  edit(name: string, change: (text: string) => string): void {
    const [before, after] = [this.read(name), change(this.read(name))];
    if (before === after) throw new Error(`${name} stayed as it was.`);
    this.write(name, after);
  }

  editJson(name: string, change: (value: unknown) => void): void {
    this.edit(name, (text) => {
      const value: unknown = JSON.parse(text);
      change(value);
      return JSON.stringify(value);
    });
  }

  /** The CSAF 2.0 documents, sorted. */
  documents(): string[] {
    return listFiles(this.path(`${ROOT}/white`))
      .filter((file) => /^\d{4}\/[^/]+\.json$/u.test(file))
      .map((file) => `${ROOT}/white/${file}`);
  }

  /** The first of them. */
  document(): string {
    const [first] = this.documents();
    if (first === undefined) throw new Error('The site has no CSAF document.');
    return first;
  }

  /** Changes the first document and its digests with it, so that nothing but the change is wrong. */
  editDocument(change: (document: unknown) => void): void {
    const name = this.document();
    this.editJson(name, change);
    for (const algorithm of ['sha256', 'sha512'])
      this.edit(
        `${name}.${algorithm}`,
        (text) => hash(algorithm, this.read(name)) + text.slice(text.indexOf(' ')),
      );
  }

  /**
   * Moves the first document with all that stands beside it, and everything that names it follows.
   * @param to year and file name
   */
  moveDocument(to: string): void {
    const from = this.document();
    const target = `${ROOT}/white/${to}`;
    const [oldPage, newPage] = [from, target].map((name) => `${path.posix.dirname(name)}/index.html`);
    const [oldName, newName] = [from, target].map((name) => path.posix.basename(name));
    mkdirSync(path.dirname(this.path(target)), { recursive: true });
    for (const ending of ['', '.sha256', '.sha512'])
      renameSync(this.path(from + ending), this.path(target + ending));
    for (const digest of [`${target}.sha256`, `${target}.sha512`])
      this.write(digest, this.read(digest).replace(oldName ?? '', newName ?? ''));
    const [before, after] = [from, target].map((name) => name.slice(`${ROOT}/white/`.length));
    for (const list of LISTS) this.edit(list, (text) => text.replaceAll(before ?? '', after ?? ''));
    this.edit(oldPage ?? '', (text) => text.replaceAll(`<a href="${oldName}`, '<a href="./#'));
    this.link(newPage ?? '', newName ?? '');
    this.link(`${ROOT}/white/index.html`, `${to.split('/')[0] ?? ''}/`);
  }

  /** Adds a link to a page, which need not exist. */
  link(page: string, href: string): void {
    const exists = listFiles(this.folder).includes(page);
    const link = `<a href="${href}">${href}</a>`;
    if (exists) this.edit(page, (text) => text.replace('</main>', `${link}</main>`));
    else this.write(page, `<!doctype html><main>${link}</main>`);
  }
}
