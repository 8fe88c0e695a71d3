import { oncePer } from '#domain/once.ts';
import { type ParsedPage, parsePage } from '#markdown/parse-page.ts';
import type { LintContext } from './lint-context.ts';
import { bodyOf } from './prose.ts';

/** The trusted pages as a build would read them, by file. One without closed front matter is left to the rules on that. */
export const listParsedPages = oncePer(
  (context: LintContext): ReadonlyMap<string, ParsedPage> =>
    new Map(context.content.pages.flatMap(({ file }) => parse(file, context))),
);

function parse(file: string, { content }: LintContext): [string, ParsedPage][] {
  const body = bodyOf(content.source(file));
  return body === undefined ? [] : [[file, parsePage(body)]];
}
