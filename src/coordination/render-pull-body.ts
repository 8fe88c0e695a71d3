import type { Site } from '#domain/site.ts';
import { coordinationWords } from './words/words.ts';

/** The first text of a room's pull request: what this is, who reads it, and how to answer, in each language of the site. */
export function renderPullBody({
  site,
  isShared,
}: {
  site: Pick<Site, 'languages'>;
  isShared: boolean;
}): string {
  const parts = site.languages.map((language) => {
    const { pull } = coordinationWords(language);
    return [
      `**${pull.intro}** ${isShared ? pull.shared : pull.alone}`,
      pull.steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
      `\`\`\`\n${pull.examples.join('\n')}\n\`\`\``,
      pull.rest.map((line) => `- ${line}`).join('\n'),
    ].join('\n\n');
  });
  return `${parts.join('\n\n---\n\n')}\n`;
}
