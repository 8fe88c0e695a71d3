import { renderAdvisoryMarkdown } from '#markdown/render-markdown.ts';
import { linkTargetOf } from './escape-text.ts';

/** Whether Markdown may stand in a section as it is: our own renderer finds nothing wrong with it. */
export function isAccepted(markdown: string): boolean {
  const { problems, sections, links, mentions } = renderAdvisoryMarkdown(`## Overview\n\n${markdown}\n`, {
    language: 'en',
  });
  return (
    problems.length === 0 &&
    sections.length === 1 &&
    links.every(({ url }) => linkTargetOf(url) !== undefined) &&
    mentions.every(({ kind }) => kind !== 'account')
  );
}
