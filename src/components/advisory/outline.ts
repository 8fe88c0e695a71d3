import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import type { Language } from '#domain/language.ts';
import type { AdvisoryView, SectionView } from '#site/view.ts';
import { wordsOf } from '#i18n/words.ts';

/** One section of the page: a fixed one, the timeline, or prose under a heading outside the vocabulary. */
export interface OutlineEntry {
  /** The fragment of its address: the fixed id or, outside the vocabulary, `section-1` and so on by place. */
  id: string;
  /** What is generated below the prose; absent outside the vocabulary. */
  part?: SectionId | 'timeline';
  heading: string;
  /** The author’s prose, safe markup; generated parts follow it. */
  html?: string;
}

/** What readers need first comes first: am I affected, what do I do, and only then how it works. */
export const SECTION_ORDER = [
  'overview',
  'affected',
  'solution',
  'impact',
  'details',
  'vendors',
  'addendum',
  'analysis',
  'references',
  'credits',
  'related',
  'timeline',
  'history',
] as const satisfies readonly (SectionId | 'timeline')[];

/** The sections that this advisory has, in the order of the page. Empty optional ones are left out. */
export function outlineOf(view: AdvisoryView, language: Language): OutlineEntry[] {
  const prose = new Map(view.sections.map((section) => [section.id, section]));
  const known: OutlineEntry[] = SECTION_ORDER.filter((id) => hasContent(id, view, prose)).map((id) => {
    const section = id === 'timeline' ? undefined : prose.get(id);
    const heading = section?.heading ?? headingOf(id, language);
    return { id, part: id, heading, ...(section && { html: section.html }) };
  });
  const extra = view.sections
    .filter(({ id }) => id === null)
    .map(({ heading, html }, place) => ({ id: `section-${place + 1}`, heading, html }));
  const place = known.findIndex(
    ({ part }) => part !== undefined && SECTION_ORDER.indexOf(part) >= SECTION_ORDER.indexOf('references'),
  );
  return known.toSpliced(place, 0, ...extra);
}

/**
 * Sections that this advisory no longer has but that a revision changed, each with the newest such revision: an old link
 * to one leads to the entry of the history that tells its end.
 */
export function retiredIds(
  outline: readonly OutlineEntry[],
  revisions: AdvisoryView['revisions'],
): Map<number, string[]> {
  const present = new Set(outline.map(({ id }) => id));
  const sections = new Set<string>(SECTION_ORDER);
  const retired = new Map<number, string[]>();
  for (const { number, changes } of revisions) {
    const gone = changes.map(({ part }) => part).filter((part) => sections.has(part) && !present.has(part));
    if (gone.length > 0) retired.set(number, [...new Set(gone)]);
    for (const part of gone) present.add(part);
  }
  return retired;
}

export function headingOf(id: SectionId | 'timeline', language: Language): string {
  return id === 'timeline' ? wordsOf(language).pages.advisory.timeline : SECTION_HEADINGS[language][id][0];
}

function hasContent(
  id: SectionId | 'timeline',
  view: AdvisoryView,
  prose: ReadonlyMap<SectionId | null, SectionView>,
): boolean {
  if (id !== 'timeline' && prose.has(id)) return true;
  const generated: Partial<Record<SectionId | 'timeline', boolean>> = {
    affected: true,
    solution: true,
    vendors: true,
    history: true,
    details: view.vulnerabilities.length > 0,
    references: view.references.length > 0,
    credits: view.credits.length > 0 || view.route !== undefined,
    related: view.related.length > 0,
    timeline: view.timeline.length > 0,
  };
  return generated[id] ?? false;
}
