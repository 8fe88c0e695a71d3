import { openDocument } from '#formats/foreign/foreign-document.ts';
import { parseFrontMatter, parseYaml } from '#catalog/front-matter.ts';
import type { Format, ReadContext, Reading, Refusal, SourceFile } from '../format.ts';
import { readAdvisory } from './read-advisory.ts';
import { passOver, refuseFile } from '../unread-file.ts';

/**
 * Advisories of the Mozilla Foundation as its repository keeps them: `announce/<year>/mfsa<year>-<number>`, until
 * October 2016 Markdown with HTML in it, since then YAML with an entry for each CVE.
 */
export const mozilla: Format = {
  accepts: (path) => /\.(?:md|ya?ml)$/u.test(path),
  *read(files, context) {
    for (const file of files) yield readFile(file, context);
  },
};

function readFile(file: SourceFile, context: ReadContext): Reading {
  const { path } = file;
  const number = /(?:^|\/)mfsa(\d{4}-\d{2,3})\.(?:md|ya?ml)$/u.exec(path)?.[1];
  if (number === undefined) return passOver(path, FOREIGN);
  const name = `mfsa${number}`;
  const parsed = parseAdvisory(file);
  if ('refusal' in parsed) return refuseFile(path, parsed.refusal, name);
  const document = openDocument(parsed.value);
  return { path, name, document, ...readAdvisory(document, number, context) };
}

/** Files beside the advisories, such as a README. */
const FOREIGN: Refusal = { why: 'not-an-advisory', what: 'mfsa<year>-<number>' };

function parseAdvisory({ path, text }: SourceFile): { value: unknown } | { refusal: Refusal } {
  const result = path.endsWith('.md') ? parseFrontMatter(text) : parseYaml(text);
  if (!result.ok) {
    const [first] = result.problems;
    const at = first === undefined ? '1:1' : `${first.line}:${first.column}`;
    return { refusal: { why: 'syntax', at, what: first?.kind ?? 'YAML' } };
  }
  return { value: 'body' in result ? { ...result.data, body: result.body } : result.data };
}
