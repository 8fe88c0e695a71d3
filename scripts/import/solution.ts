import type { Language } from '#domain/language.ts';
import type { DraftFacts, DraftSection } from './draft.ts';

const UPDATE: Readonly<Record<Language, string>> = {
  en: 'Update to a version in which it is fixed.',
  ja: '修正済みのバージョンにアップデートしてください。',
};

const NOTHING: Readonly<Record<Language, string>> = {
  en: 'The source does not tell of a solution.',
  ja: '情報源に対策方法の記載はありません。',
};

/**
 * The sections with one on the solution, which every advisory has. Where the source has no words for it, it says what
 * the affected products say: that there are versions with the fix; or that the source tells of none.
 */
export function withSolution(
  prose: readonly DraftSection[],
  affected: DraftFacts['affected'],
  language: Language,
): DraftSection[] {
  if (prose.some(({ id }) => id === 'solution')) return [...prose];
  const isFixed = affected?.some(({ fixed = [] }) => fixed.length > 0) === true;
  const markdown = (isFixed ? UPDATE : NOTHING)[language];
  const later = prose.findIndex(({ id }) => id === 'addendum' || id === 'analysis');
  return prose.toSpliced(later === -1 ? prose.length : later, 0, { id: 'solution', markdown });
}
