import { renderAdvisoryMarkdown } from '#markdown/render-markdown.ts';

/** The words that readers see of Markdown in a section, without blanks. For tests. @throws if anything is wrong with it */
export function wordsShown(markdown: string): string {
  const { problems, sections } = renderAdvisoryMarkdown(`## Overview\n\n${markdown}\n`, { language: 'en' });
  if (problems.length > 0 || sections.length !== 1) throw new Error(JSON.stringify(problems));
  return (sections[0]?.text ?? '').replaceAll(/\s/gu, '');
}
