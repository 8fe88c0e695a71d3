import type { RenderedBody } from '#markdown/rendered-body.ts';
import type { DraftSection } from '../draft.ts';

/**
 * A file's prose section by section, each as it is written. Images are left out but for their words, because the
 * folder in which they stand does not come along.
 * @param text the whole file, with `\n` line ends
 */
export function splitProse(text: string, { sections, images }: RenderedBody): DraftSection[] {
  const lines = text.split('\n');
  const drafts = sections.map(({ id, heading, line }, index) => {
    const end = sections[index + 1]?.line ?? lines.length + 1;
    const written = lines.slice(line - 1, end - 1);
    const markdown = (heading === '' ? written : written.slice(headingLength(written))).join('\n').trim();
    const shown = images.length === 0 ? markdown : markdown.replaceAll(IMAGE, '$<words>');
    return { ...namesOf(id, heading), markdown: shown };
  });
  return drafts.filter(({ markdown }) => markdown !== '');
}

const IMAGE = /!\[(?<words>[^\]]*)\]\([^()]*\)/gu;

/** Words before the first heading open what the page says. */
function namesOf(id: DraftSection['id'] | null, heading: string): Pick<DraftSection, 'id' | 'heading'> {
  if (id !== null && id !== undefined) return { id };
  return heading === '' ? { id: 'overview' } : { heading };
}

/** One line, or two where the heading is underlined. */
function headingLength([, second = '']: readonly string[]): number {
  return /^ {0,3}-+[ \t]*$/u.test(second) ? 2 : 1;
}
