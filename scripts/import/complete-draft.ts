import type { Draft, DraftSection } from './draft.ts';
import { findCves } from './facts/identifiers.ts';
import { withSolution } from './solution.ts';
import { markdownFromText } from './prose/from-text.ts';

/**
 * The draft with what every advisory has and no source need tell: an overview, which is its title where there are no
 * other words; a solution, be it that the source tells of none; and among related documents the CVEs that its prose names.
 */
export function completeDraft(draft: Draft): Draft {
  const { facts, language, translations = {} } = draft;
  const complete = (title: string, prose: readonly DraftSection[], spoken = language): DraftSection[] =>
    withOverview(title, withSolution(prose, facts.affected, spoken));
  const prose = complete(facts.title, draft.prose);
  const translated = Object.entries(translations).map(
    ([other, words]) =>
      [other, { ...words, prose: complete(words.title, words.prose, other as typeof language) }] as const,
  );
  const texts = [...prose, ...translated.flatMap(([, words]) => words.prose)];
  const named = findCves(texts.map(({ markdown }) => markdown.replaceAll('\\', '')).join('\n'));
  const { vulnerabilities, related = [] } = facts;
  const known = new Set([...vulnerabilities.map(({ cve }) => cve), ...related, facts.id]);
  const others = [...related, ...named.filter((cve) => !known.has(cve))];
  return {
    ...draft,
    facts: { ...facts, ...(others.length > 0 && { related: others }) },
    prose,
    ...(translated.length > 0 && { translations: Object.fromEntries(translated) }),
  };
}

function withOverview(title: string, prose: readonly DraftSection[]): DraftSection[] {
  const isTold = prose.some(({ id, markdown }) => id === 'overview' && markdown.trim() !== '');
  return isTold ? [...prose] : [{ id: 'overview', markdown: markdownFromText(title) }, ...prose];
}
