import { type ParsedPage, parsePage } from '#markdown/parse-page.ts';
import type { LintContext } from './lint-context.ts';
import { bodyOf } from './prose.ts';

const known = new WeakMap<LintContext, ReadonlyMap<string, ParsedPage>>();

/** The trusted pages as a build would read them, by file. One without closed front matter is left to the rules on that. */
export function listParsedPages(context: LintContext): ReadonlyMap<string, ParsedPage> {
  const pages =
    known.get(context) ?? new Map(context.content.pages.flatMap(({ file }) => parse(file, context)));
  known.set(context, pages);
  return pages;
}

function parse(file: string, { content }: LintContext): [string, ParsedPage][] {
  const body = bodyOf(content.source(file));
  return body === undefined ? [] : [[file, parsePage(body)]];
}
